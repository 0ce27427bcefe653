/** What becomes of the files of deleted images. */
import { isUpToDate } from '@docket/model/image';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeImageData } from '../src/images/remove.ts';
import { WORKSPACE } from './engine-bench.ts';
import { type ImagesBench, openImagesBench } from './images-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let images: ImagesBench;

beforeEach(async () => {
  images = await openImagesBench();
});
afterEach(async () => await images.close());

const refOf = (id: string) => images.db.doc(paths.image(WORKSPACE, id));

/** Deletes the record, and returns it as the function that is woken by that is given it. */
async function deleted(id: string) {
  const snapshot = await refOf(id).get();
  await refOf(id).delete();
  return snapshot;
}

const remove = async (imageId: string, snapshot: Awaited<ReturnType<typeof deleted>>) =>
  await removeImageData(images.db, images.storage.bucket, { workspaceId: WORKSPACE, imageId }, snapshot);

describe('a deleted image', () => {
  it('takes its original and all that was made of it along', async () => {
    const id = await images.add('photo');
    const other = await images.add('other');
    await images.run('b', [id, other]);
    const record = await deleted(id);
    await remove(id, record);
    await remove(id, record);
    const left = [...images.storage.objects.keys()];
    expect(left.filter((name) => name.includes(id))).toEqual([]);
    expect(left.filter((name) => name.includes(other))).toHaveLength(9);
  });

  it('that is there again with the same file keeps it, and what was made of it', async () => {
    const id = await images.add('photo');
    await images.run('b', [id]);
    const record = await deleted(id);
    await images.add('photo');
    const before = [...images.storage.objects.keys()];
    await remove(id, record);
    expect([...images.storage.objects.keys()]).toEqual(before);
    await images.run('again', [id]);
    expect(isUpToDate(await images.image(id))).toBe(true);
  });

  it('that is there again under another name loses only the earlier original', async () => {
    const id = await images.add('photo');
    await images.run('b', [id]);
    const record = await deleted(id);
    const renamed = storagePaths.libraryOriginal(WORKSPACE, id, 'renamed.jpg');
    images.storage.objects.set(renamed, 'photo');
    await images.add('photo', { storage_path: renamed });
    await remove(id, record);
    const left = [...images.storage.objects.keys()];
    expect(left).toContain(renamed);
    expect(left).not.toContain(storagePaths.libraryOriginal(WORKSPACE, id, 'photo.jpg'));
    expect(images.derivatives()).toHaveLength(8);
  });

  it('leaves an upload whose record is about to be created', async () => {
    const id = await images.add('photo');
    const record = await deleted(id);
    const renamed = storagePaths.libraryOriginal(WORKSPACE, id, 'renamed.jpg');
    images.storage.objects.set(renamed, 'photo');
    await remove(id, record);
    expect([...images.storage.objects.keys()]).toEqual([renamed]);
  });

  it('leaves files that are stored anew while its own are being removed', async () => {
    const id = await images.add('photo');
    await images.run('b', [id]);
    const record = await deleted(id);
    // Between the listing and the look at the record, the image is added, processed and deleted again by others.
    const looked = refOf(id);
    const look = looked.get.bind(looked);
    vi.spyOn(looked, 'get').mockImplementationOnce(async () => {
      await images.add('photo');
      await images.run('again', [id]);
      await deleted(id);
      return await look();
    });
    vi.spyOn(images.db, 'doc').mockReturnValueOnce(looked);
    await remove(id, record);
    expect(images.derivatives()).toHaveLength(8);
  });
});
