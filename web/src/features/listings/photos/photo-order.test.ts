import { LIMITS } from '@docket/model/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { added, movedTo, placed, shownPhotos, withArrived, withoutPhoto } from './photo-order.ts';

describe('a photo that arrives', () => {
  it('goes where the person wants it, whichever arrives first', () => {
    const wanted = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.shuffledSubarray(wanted, { minLength: 4 }), (arriving) => {
        const photos = arriving.reduce<string[]>((list, id) => placed(list, wanted, id), []);
        expect(photos).toEqual(wanted);
      }),
    );
  });

  it('follows those that were there before', () => {
    expect(placed(['x', 'y'], ['x', 'y', 'a'], 'a')).toEqual(['x', 'y', 'a']);
    expect(placed(['x', 'y'], [], 'a')).toEqual(['x', 'y', 'a']);
  });

  it('leaves what was moved meanwhile as it is', () => {
    const [b, a] = ['b', 'a'];
    expect(placed([b, a], ['a', 'b', 'c'], 'c')).toEqual([b, a, 'c']);
  });

  it('is there once, however often it arrives', () => {
    const lists = { photos: ['a'], own_photos: ['a'] };
    expect(withArrived(lists, ['a'], [{ imageId: 'a', own: true }])).toEqual(lists);
  });

  it('is the own one of the listing only where it was not in the library before', () => {
    const arrived = [
      { imageId: 'a', own: true },
      { imageId: 'b', own: false },
    ];
    expect(withArrived({ photos: [], own_photos: [] }, ['b', 'a'], arrived)).toEqual({
      photos: ['b', 'a'],
      own_photos: ['a'],
    });
  });

  it('finds no room after the last that is allowed', () => {
    const photos = Array.from({ length: LIMITS.photosPerListing - 1 }, (_, index) => `p${index}`);
    const arrived = ['a', 'b'].map((imageId) => ({ imageId, own: true }));
    const lists = withArrived({ photos, own_photos: [] }, [...photos, 'a', 'b'], arrived);
    expect(lists).toEqual({ photos: [...photos, 'a'], own_photos: ['a'] });
  });
});

describe('what is added', () => {
  it('is what follows at the end of both lists, and nothing where something else is different', () => {
    const before = { photos: ['a', 'b'], own_photos: ['b'] };
    const after = { photos: ['a', 'b', 'c', 'd'], own_photos: ['b', 'c'] };
    expect(added(before, after)).toEqual({ photos: ['c', 'd'], own_photos: ['c'] });
    expect(added(before, { ...after, photos: ['c', 'a', 'b'] })).toBeNull();
  });
});

describe('a photo that is removed', () => {
  const before = { photos: ['a', 'b', 'c'], own_photos: ['b'] };

  it('goes out of both lists', () => {
    expect(withoutPhoto(before, 'b')).toEqual({ photos: ['a', 'c'], own_photos: [] });
  });
});

describe('the photos on a page', () => {
  it('are those of the listing, and those on their way between them', () => {
    expect(shownPhotos(['a', 'c'], ['a', 'b', 'c', 'd'], ['b', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are moved to any place', () => {
    expect(movedTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
    expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  });
});
