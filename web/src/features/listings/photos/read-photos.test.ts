import { HEIC_ADVICE } from '@docket/model/image-derivatives';
import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../images/pictures/read-picture.ts';
import { readPhotos } from './read-photos.ts';

const jpeg = (name: string, content = name) =>
  new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), content], name);

async function read(
  files: readonly File[],
  taken: readonly string[] = [],
  reader: typeof readPicture = readPicture,
) {
  const names: string[] = [];
  const ids: string[] = [];
  const sentences = await readPhotos(
    files,
    taken,
    ({ file, imageId }) => {
      names.push(file.name);
      ids.push(imageId);
    },
    reader,
  );
  return { names, ids, sentences };
}

describe('files that are to be photos', () => {
  it('are taken in their order', async () => {
    expect((await read([jpeg('b.jpg'), jpeg('a.jpg')])).names).toEqual(['b.jpg', 'a.jpg']);
  });

  it('are refused in a sentence where they are none, and the others are taken', async () => {
    const heic = new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_5120.HEIC');
    const { names, sentences } = await read([heic, new File([], 'empty.jpg'), jpeg('a.jpg')]);
    expect(names).toEqual(['a.jpg']);
    expect(sentences).toEqual([expect.stringContaining(HEIC_ADVICE), expect.stringContaining('“empty.jpg”')]);
  });

  it('are read all the same when one of them breaks off', async () => {
    const breaking = async (file: File) => {
      if (file.name === 'huge.jpg') throw new RangeError('no memory');
      return await readPicture(file);
    };
    const { names, sentences } = await read([jpeg('huge.jpg'), jpeg('a.jpg')], [], breaking);
    expect(names).toEqual(['a.jpg']);
    expect(sentences).toEqual(['“huge.jpg” cannot be read. Choose it again.']);
  });

  it('are taken once, also under another name, and not where the item has them already', async () => {
    const { names, ids, sentences } = await read([jpeg('a.jpg', 'x'), jpeg('copy.jpg', 'x')]);
    expect(names).toEqual(['a.jpg']);
    expect(sentences).toEqual(['“copy.jpg” is there already, as photo 1.']);
    expect((await read([jpeg('again.jpg', 'x')], ids)).names).toEqual([]);
  });

  it('are left out where there is no room for them, and it is said of how many', async () => {
    const files = Array.from({ length: LIMITS.photosPerListing }, (_, index) => jpeg(`${index}.jpg`));
    const full = await read([new File([], 'empty.jpg'), ...files, jpeg('one more.jpg')]);
    expect(full.names).toHaveLength(LIMITS.photosPerListing);
    expect(full.sentences.at(-1)).toBe('An item has 12 photos at most: 1 file was left out.');
  });
});
