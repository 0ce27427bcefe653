import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtFolder } from './image-files.ts';

const JPEG = '\xFF\xD8\xFF\xE0';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-images-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function put(file: string, content: string): Promise<void> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, content, 'latin1');
}
const look = async () => await lookAtFolder(folder, path.join(folder, 'out'));

describe('a folder of images', () => {
  it('is read with the folders in it, in the order of the names', async () => {
    await put('b.png', '\x89PNG\r\n\x1A\n');
    await put('a/c.jpg', JPEG);
    expect(await look()).toMatchObject([
      { kind: 'image', file: 'a/c.jpg', image: { name: 'c.jpg', size: 4, contentType: 'image/jpeg' } },
      { kind: 'image', file: 'b.png', image: { name: 'b.png', contentType: 'image/png' } },
    ]);
  });

  it('names images by their content, and the file that has the same', async () => {
    await put('a.jpg', `${JPEG}1`);
    await put('b.jpg', `${JPEG}2`);
    await put('copy of a.jpeg', `${JPEG}1`);
    const [a, b, copy] = await look();
    expect(a).toMatchObject({ image: { imageId: expect.stringMatching(/^f-[0-9a-f]{32}$/) } });
    expect(copy).toEqual({
      kind: 'duplicate',
      file: 'copy of a.jpeg',
      of: 'a.jpg',
      imageId: a?.kind === 'image' ? a.image.imageId : '',
    });
    expect(b).toMatchObject({ kind: 'image' });
  });

  it('goes by the bytes, whatever the name says', async () => {
    await put('a.png', JPEG);
    expect(await look()).toMatchObject([{ kind: 'image', image: { contentType: 'image/jpeg' } }]);
  });

  it('names what is no image with the reason', async () => {
    await put('empty.jpg', '');
    await put('notes.txt', 'Bring the boots');
    await put('photo.heic', '\0\0\0\x18ftypheic\0\0\0\0heic');
    expect(await look()).toEqual([
      { kind: 'refused', file: 'empty.jpg', reason: expect.stringContaining('“empty.jpg” is empty') },
      { kind: 'refused', file: 'notes.txt', reason: expect.stringContaining('“notes.txt” is a text file') },
      { kind: 'refused', file: 'photo.heic', reason: expect.stringContaining('HEIC') },
    ]);
  });

  it('names a link that leads nowhere, and goes on', async () => {
    await symlink(path.join(folder, 'gone.jpg'), path.join(folder, 'a.jpg'));
    await put('b.jpg', JPEG);
    expect(await look()).toMatchObject([
      { kind: 'refused', file: 'a.jpg', reason: '“a.jpg” cannot be read.' },
      { kind: 'image', file: 'b.jpg' },
    ]);
  });

  it('leaves out hidden files and what an earlier run has written', async () => {
    await put('a.jpg', JPEG);
    await put('.DS_Store', 'x');
    await put('.cache/b.jpg', JPEG);
    await put('out/images/a.jpg/thumb_160.webp', 'RIFF\0\0\0\0WEBP');
    await put('outside.jpg', `${JPEG}2`);
    expect((await look()).map(({ file }) => file)).toEqual(['a.jpg', 'outside.jpg']);
  });

  it('that is not there, or has no files, is said so', async () => {
    await expect(look()).rejects.toThrow('There are no files in');
    await put('a.jpg', JPEG);
    await expect(lookAtFolder(path.join(folder, 'nowhere'), folder)).rejects.toThrow('cannot be read');
    await expect(lookAtFolder(path.join(folder, 'a.jpg'), folder)).rejects.toThrow('cannot be read');
  });
});
