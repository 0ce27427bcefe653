import type { Place } from '@docket/model/geometry';
import type { ExtractedProduct } from '@docket/model/product';
import { describe, expect, it } from 'vitest';
import { matchImages } from './match-images.ts';
import { image, onPage } from './testing/build.ts';

function product(name: string, place: Place): ExtractedProduct {
  return {
    sku: null,
    name,
    category: null,
    wholesale_price: null,
    msrp: null,
    currency: null,
    colors: [],
    color_codes: [],
    sizes: [],
    prices_by_size: null,
    material: null,
    origin: null,
    season: null,
    delivery: null,
    page: place.kind === 'page' ? place.number : null,
    confidence: {},
    places: {},
    place,
  };
}

const inRow = (row: number, column = 1): Place => ({ kind: 'cell', sheet: 'AW26', row, column });
const ids = (matches: ReturnType<typeof matchImages>): (string | null)[] =>
  matches.map((match) => match?.image_id ?? null);

describe('pictures on a page', () => {
  const grid = [0, 1, 2, 3, 4, 5].map((index) => ({
    x: 40 + (index % 3) * 180,
    y: 60 + Math.floor(index / 3) * 240,
  }));

  it('belong to the text below them, whatever their order in the file', () => {
    const products = grid.map(({ x, y }, index) => product(`P${index}`, onPage(1, x, y + 155, 120, 60)));
    const images = grid.map(({ x, y }, index) => image(`i${index}`, onPage(1, x, y, 150, 150)));
    const matches = matchImages(products, images.toReversed());
    expect(ids(matches)).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i5']);
    expect(matches[0]).toMatchObject({
      reason: 'Directly above the text',
      place: { kind: 'page', number: 1 },
    });
    expect(matches[0]?.confidence).toBeGreaterThan(0.9);
  });

  it('belong to the text above them where the page is set that way', () => {
    const products = grid.map(({ x, y }, index) => product(`P${index}`, onPage(1, x, y, 120, 40)));
    const images = grid.map(({ x, y }, index) => image(`i${index}`, onPage(1, x, y + 45, 150, 150)));
    const matches = matchImages(products, images);
    expect(ids(matches)).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i5']);
    expect(matches[5]?.reason).toBe('Directly below the text');
  });

  it('follow the habit of the page where one lies between two texts', () => {
    const products = [0, 1, 2].map((index) =>
      product(`P${index}`, onPage(1, 40, 100 + index * 100, 100, 30)),
    );
    const images = [0, 1, 2].map((index) => image(`i${index}`, onPage(1, 40, 135 + index * 100, 60, 60)));
    expect(ids(matchImages(products, images))).toEqual(['i0', 'i1', 'i2']);
  });

  it('stand left of list entries', () => {
    const products = [0, 1, 2].map((index) => product(`P${index}`, onPage(1, 90, 100 + index * 44, 400, 20)));
    const images = [0, 1, 2].map((index) => image(`i${index}`, onPage(1, 50, 94 + index * 44, 34, 34)));
    const matches = matchImages(products, images);
    expect(ids(matches)).toEqual(['i0', 'i1', 'i2']);
    expect(matches[1]?.reason).toBe('Left of the text in the same row');
  });

  it('leave a product without one when its own is missing', () => {
    const products = grid.map(({ x, y }, index) => product(`P${index}`, onPage(1, x, y + 155, 120, 60)));
    const images = grid.flatMap(({ x, y }, index) =>
      index === 4 ? [] : [image(`i${index}`, onPage(1, x, y, 150, 150))],
    );
    expect(ids(matchImages(products, images))).toEqual(['i0', 'i1', 'i2', 'i3', null, 'i5']);
  });

  it('are shared by the variants of a family', () => {
    const products = ['Lid', 'Lid', 'Lid', 'Pot', 'Pot'].map((name, index) =>
      product(name, onPage(1, 240, 100 + index * 15 + (index > 2 ? 60 : 0), 300, 12)),
    );
    const images = [image('lid', onPage(1, 40, 90, 150, 70)), image('pot', onPage(1, 40, 200, 150, 70))];
    const matches = matchImages(products, images);
    expect(ids(matches)).toEqual(['lid', 'lid', 'lid', 'pot', 'pot']);
    expect(matches[0]?.reason).toContain('shared by 3 variants');
  });

  it('count wherever they are shown: one picture in two places is two products', () => {
    const products = [product('A', onPage(1, 40, 220, 100, 30)), product('B', onPage(1, 240, 220, 100, 30))];
    const images = [image('same', onPage(1, 40, 60, 150, 150), onPage(1, 240, 60, 150, 150))];
    expect(ids(matchImages(products, images))).toEqual(['same', 'same']);
  });

  it('count for the picture that is kept when they are its near duplicates, and not at all when they are dropped', () => {
    const products = [
      product('A', onPage(1, 40, 220, 100, 30)),
      product('B', onPage(1, 240, 220, 100, 30)),
      product('C', onPage(1, 440, 220, 100, 30)),
    ];
    const images = [
      image('kept', onPage(1, 40, 60, 150, 150)),
      {
        ...image('twin', onPage(1, 240, 60, 150, 150)),
        verdict: { keep: false as const, reason: 'duplicate' as const, same_as: 'kept' },
      },
      {
        ...image('logo', onPage(1, 440, 60, 150, 150)),
        verdict: { keep: false as const, reason: 'logo' as const, same_as: null },
      },
    ];
    expect(ids(matchImages(products, images))).toEqual(['kept', 'kept', null]);
  });

  it('never cross pages', () => {
    expect(
      ids(
        matchImages([product('A', onPage(1, 40, 220, 100, 30))], [image('i', onPage(2, 40, 60, 150, 150))]),
      ),
    ).toEqual([null]);
  });
});

describe('pictures in a sheet', () => {
  it('belong to the product of their row', () => {
    const products = [6, 7, 9].map((row) => product(`P${row}`, inRow(row, 2)));
    const images = [image('i9', inRow(9)), image('i6', inRow(6)), image('i7', inRow(7))];
    const matches = matchImages(products, images);
    expect(ids(matches)).toEqual(['i6', 'i7', 'i9']);
    expect(matches[0]).toMatchObject({ reason: 'In the same row', confidence: 0.95 });
  });

  it('may have slipped a row, all together', () => {
    const products = [6, 8, 10].map((row) => product(`P${row}`, inRow(row, 2)));
    const images = [5, 7, 9].map((row) => image(`i${row}`, inRow(row)));
    expect(ids(matchImages(products, images))).toEqual(['i5', 'i7', 'i9']);
  });

  it('are taken from the column where most pictures stand', () => {
    const products = [6, 7, 8].map((row) => product(`P${row}`, inRow(row, 2)));
    const images = [
      ...[6, 7, 8].map((row) => image(`main${row}`, inRow(row, 1))),
      image('swatch', inRow(7, 9)),
    ];
    expect(ids(matchImages(products, images))).toEqual(['main6', 'main7', 'main8']);
  });

  it('are shared by the rows of one style', () => {
    const products = [6, 7, 8].map((row) => product(row === 8 ? 'Other' : 'Mug', inRow(row, 2)));
    expect(ids(matchImages(products, [image('mug', inRow(6))]))).toEqual(['mug', 'mug', null]);
  });
});
