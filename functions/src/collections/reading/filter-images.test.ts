import { describe, expect, it } from 'vitest';
import type { DocumentContent, ExtractedImage, PageContent, TextRun } from '../content.ts';
import { filterImages } from './filter-images.ts';

type Box = TextRun['box'];

/** A photo, unless said otherwise. Ids tell pictures apart. */
function image(
  image_id: string,
  places: ExtractedImage['places'],
  figures: Partial<ExtractedImage> = {},
): ExtractedImage {
  return {
    image_id,
    width: 400,
    height: 400,
    places,
    fingerprint: fingerprints.get(image_id) ?? 'ffff0000ffff0000',
    flatness: 0.3,
    contrast: 55,
    colors: 40,
    transparent: false,
    ...figures,
  };
}

const fingerprints = new Map([
  ['a', '0123456789abcdef'],
  ['b', 'fedcba9876543210'],
  ['c', '00ff00ff00ff00ff'],
]);

const graphic = { flatness: 0.7, contrast: 70, colors: 9 };
const at = (
  number: number,
  x: number,
  y: number,
  width: number,
  height: number,
): ExtractedImage['places'][number] => ({
  kind: 'page',
  number,
  box: { x, y, width, height },
});

const run = (text: string, box: Box): TextRun => ({
  text,
  box,
  size: 9,
  bold: false,
  italic: false,
  color: '#000000',
  struck: false,
  confidence: 1,
});

function page(number: number, captions: readonly [number, number][], recognised = false): PageContent {
  return {
    number,
    width: 600,
    height: 800,
    runs: captions.map(([x, y]) => run('Remy Dress $48', { x, y, width: 80, height: 10 })),
    lines: [],
    recognised,
  };
}

const captions: [number, number][] = [
  [50, 260],
  [250, 260],
  [450, 260],
  [50, 560],
];
const grid: DocumentContent = { kind: 'pages', pages: [page(1, captions)] };

function reasons(images: readonly ExtractedImage[], content: DocumentContent = grid) {
  return filterImages(images, content).map(({ verdict }) => (verdict.keep ? 'keep' : verdict.reason));
}

describe('a picture is kept', () => {
  it('when it is a photo with a caption', () => {
    expect(reasons([image('a', [at(1, 50, 100, 120, 150)])])).toEqual(['keep']);
  });

  it('when it is a small photo in a price list', () => {
    const list: DocumentContent = {
      kind: 'pages',
      pages: [
        page(1, [
          [100, 110],
          [100, 160],
          [100, 210],
        ]),
      ],
    };
    const images = ['a', 'b', 'c'].map((id, index) => image(id, [at(1, 50, 100 + 50 * index, 34, 34)]));
    expect(reasons(images, list)).toEqual(['keep', 'keep', 'keep']);
  });

  it('when it is a white product on white paper', () => {
    const white = { flatness: 0.88, contrast: 20, colors: 5 };
    expect(reasons([image('a', [at(1, 50, 100, 120, 150)], white)])).toEqual(['keep']);
  });

  it('when it is a black product with few colours and a caption', () => {
    const black = { flatness: 0.57, contrast: 110, colors: 8 };
    expect(reasons([image('a', [at(1, 50, 180, 140, 70)], black)])).toEqual(['keep']);
  });

  it('when it shows two products, with both places', () => {
    const [kept] = filterImages([image('a', [at(1, 50, 100, 120, 150), at(1, 250, 100, 120, 150)])], grid);
    expect(kept?.verdict).toEqual({ keep: true });
    expect(kept?.places).toHaveLength(2);
  });

  it('when the same photo was saved twice for two products', () => {
    const twin = { fingerprint: '0123456789abcdef' };
    const images = [image('a', [at(1, 50, 100, 120, 150)]), image('z', [at(1, 250, 100, 120, 150)], twin)];
    expect(reasons(images)).toEqual(['keep', 'keep']);
  });
});

describe('a picture is dropped', () => {
  it('as too small, in pixels or in print', () => {
    const dot = image('a', [at(1, 50, 100, 20, 20)], { width: 12, height: 12 });
    const speck = image('b', [at(1, 50, 100, 6, 6)]);
    expect(reasons([dot, speck])).toEqual(['too_small', 'too_small']);
  });

  it('as the scan of a page whose text was recognised', () => {
    const scan: DocumentContent = { kind: 'pages', pages: [page(1, captions, true)] };
    const images = [image('a', [at(1, 0, 0, 600, 800)]), image('b', [at(1, 50, 100, 120, 150)])];
    expect(reasons(images, scan)).toEqual(['page_scan', 'keep']);
  });

  it('as background when it fills the page or lies behind text', () => {
    const images = [image('a', [at(1, 0, 0, 600, 700)]), image('b', [at(1, 40, 240, 520, 60)])];
    expect(reasons(images)).toEqual(['background', 'keep']);
    const price = page(1, [
      [50, 250],
      [150, 250],
      [250, 250],
      [350, 250],
      [50, 262],
      [150, 262],
      [250, 262],
    ]);
    expect(reasons(images, { kind: 'pages', pages: [price] })).toEqual(['background', 'background']);
  });

  it('as a logo when it stands on every page', () => {
    const pages: DocumentContent = {
      kind: 'pages',
      pages: [1, 2, 3].map((number) => page(number, captions)),
    };
    const logo = image(
      'a',
      [1, 2, 3].map((number) => at(number, 480, 20, 80, 30)),
    );
    expect(reasons([logo], pages)).toEqual(['logo']);
  });

  it('as a logo when it is a graphic that nothing is written about', () => {
    expect(reasons([image('a', [at(1, 300, 650, 120, 40)], graphic)])).toEqual(['logo']);
  });

  it('as decoration when it is a band or next to one colour', () => {
    const band = image('a', [at(1, 0, 300, 600, 14)], { width: 1200, height: 28 });
    const plain = image('b', [at(1, 50, 100, 120, 150)], { flatness: 1, contrast: 0.5, colors: 1 });
    expect(reasons([band, plain])).toEqual(['decoration', 'decoration']);
  });

  it('as a swatch when it is a small patch, or one of a row of patches', () => {
    const patch = image('a', [at(1, 50, 255, 14, 14)], { flatness: 0.9, contrast: 4, colors: 2 });
    const row = [0, 1, 2, 3].map((index) => image(`s${index}`, [at(1, 50 + 25 * index, 600, 20, 20)]));
    const product = image('b', [at(1, 50, 300, 150, 250)]);
    expect(reasons([patch, ...row, product])).toEqual([
      'swatch',
      'swatch',
      'swatch',
      'swatch',
      'swatch',
      'keep',
    ]);
  });

  it('as a duplicate when a better one is on the same spot', () => {
    const small = image('a', [at(1, 50, 100, 120, 150)], { width: 100, height: 100 });
    const large = image('z', [at(1, 51, 101, 120, 150)], { fingerprint: '0123456789abcdee' });
    const [first, second] = filterImages([small, large], grid);
    expect(first?.verdict).toEqual({ keep: false, reason: 'duplicate', same_as: 'z' });
    expect(second?.verdict).toEqual({ keep: true });
  });

  it('as a logo over the table of a workbook', () => {
    const cells = [5, 6, 7, 8].flatMap((row) =>
      [1, 2, 3].map((column) => ({
        row,
        column,
        text: 'x',
        number: null,
        bold: false,
        row_span: 1,
        column_span: 1,
      })),
    );
    const sheet: DocumentContent = { kind: 'sheets', sheets: [{ name: 'S', cells }] };
    const inCell = (row: number): ExtractedImage['places'] => [{ kind: 'cell', sheet: 'S', row, column: 1 }];
    const images = [
      image('l', inCell(1)),
      image('a', inCell(6)),
      image('b', inCell(7)),
      image('c', inCell(8)),
    ];
    expect(reasons(images, sheet)).toEqual(['logo', 'keep', 'keep', 'keep']);
  });
});
