import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { createChosenPhotos } from './chosen-photos.ts';

const jpeg = (name: string, content = name) =>
  new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), content], name);
const names = ({ state }: ReturnType<typeof createChosenPhotos>) =>
  state.getState().photos.map(({ file }) => file.name);

describe('photos that are chosen for a new item', () => {
  it('are there in the order in which they were chosen, whatever lot they came in', async () => {
    const chosen = createChosenPhotos();
    const both = [chosen.add([jpeg('a.jpg'), jpeg('b.jpg')]), chosen.add([jpeg('c.jpg')])];
    expect(chosen.state.getState().reading).toBe(true);
    await Promise.all(both);
    expect(names(chosen)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    expect(chosen.state.getState().reading).toBe(false);
  });

  it('are moved and removed', async () => {
    const chosen = createChosenPhotos();
    await chosen.add([jpeg('a.jpg'), jpeg('b.jpg'), jpeg('c.jpg')]);
    const idOf = (index: number) => chosen.state.getState().photos[index]?.imageId ?? '';
    chosen.move(idOf(2), 0);
    expect(names(chosen)).toEqual(['c.jpg', 'a.jpg', 'b.jpg']);
    chosen.remove(idOf(1));
    expect(names(chosen)).toEqual(['c.jpg', 'b.jpg']);
  });

  it('are twelve at most, each once, also when two lots come at the same time', async () => {
    const chosen = createChosenPhotos();
    const many = Array.from({ length: LIMITS.photosPerListing - 1 }, (_, index) => jpeg(`${index}.jpg`));
    await Promise.all([
      chosen.add(many),
      chosen.add([jpeg('copy.jpg', '0.jpg'), jpeg('x.jpg'), jpeg('y.jpg')]),
    ]);
    expect(names(chosen)).toHaveLength(LIMITS.photosPerListing);
    expect(chosen.state.getState().refused).toEqual([
      '“copy.jpg” is there already, as photo 1.',
      'An item has 12 photos at most: 1 file was left out.',
    ]);
  });

  it('say what was refused of the last files, and no more of those before', async () => {
    const chosen = createChosenPhotos();
    await chosen.add([new File([], 'empty.jpg')]);
    expect(chosen.state.getState().refused).toHaveLength(1);
    await chosen.add([jpeg('a.jpg')]);
    expect(chosen.state.getState().refused).toEqual([]);
  });
});
