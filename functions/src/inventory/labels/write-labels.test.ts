import { createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { type LabelContent, layOutLabels } from './lay-out-labels.ts';
import { writeLabels } from './write-labels.ts';

const CREATED = new Date('2026-08-01T10:20:30Z');
const MM = 72 / 25.4;
/** Pixels of a point, as in a print of 150 dots per inch. */
const SCALE = 150 / 72;

const open = async (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;

const pdfOf = async (contents: readonly LabelContent[]) =>
  await open(await writeLabels(layOutLabels(contents), CREATED));

/** Where the label at the 0-based `place` of a sheet begins, in points from the upper left corner. */
const cornerOf = (place: number) => ({
  x: (place % 3) * 70 * MM,
  y: (4.5 + Math.floor(place / 3) * 36) * MM,
});

/** The texts on each label of a page, in drawing order. */
async function textsOf(pdf: PDFDocumentProxy, number: number): Promise<string[][]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const labels: string[][] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [x, y] = page
      .getViewport({ scale: 1 })
      .convertToViewportPoint(item.transform[4], item.transform[5]);
    const place = Math.floor(x / (70 * MM)) + 3 * Math.floor((y - 4.5 * MM) / (36 * MM));
    (labels[place] ??= []).push(item.str);
  }
  return labels;
}

/** What a reader of QR codes reads on each of the first `count` labels of a page that is printed. */
async function codesOf(pdf: PDFDocumentProxy, number: number, count: number): Promise<(string | null)[]> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  const [width, height] = [Math.floor(70 * MM * SCALE), Math.floor(36 * MM * SCALE)];
  return Array.from({ length: count }, (_, place) => {
    const { x, y } = cornerOf(place);
    const { data } = canvas
      .getContext('2d')
      .getImageData(Math.round(x * SCALE), Math.round(y * SCALE), width, height);
    return jsqr.default(data, width, height)?.data ?? null;
  });
}

const numbered = (count: number): LabelContent[] =>
  Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${index + 1}`,
    name: `Thing ${index + 1}`,
    location: index % 2 === 0 ? 'Wood Shop' : null,
  }));

describe('a PDF of labels', () => {
  it('has A4 pages, and says on each label what it is of', async () => {
    const pdf = await pdfOf(numbered(30));
    expect(pdf.numPages).toBe(2);
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([width, height].map(Math.round)).toEqual([595, 842]);
    expect(await textsOf(pdf, 1)).toEqual(
      numbered(24).map(({ name, sku, location }) => [name, ...(location === null ? [] : [location]), sku]),
    );
    expect((await textsOf(pdf, 2)).map((texts) => texts.at(-1))).toEqual(
      numbered(30)
        .slice(24)
        .map(({ sku }) => sku),
    );
  });

  it('has a QR code on each that reads as its SKU', async () => {
    const pdf = await pdfOf(numbered(30));
    const skus = numbered(30).map(({ sku }) => sku);
    expect(await codesOf(pdf, 1, 24)).toEqual(skus.slice(0, 24));
    expect(await codesOf(pdf, 2, 7)).toEqual([...skus.slice(24), null]);
  });

  it('has readable codes of SKUs of every length and with every sign', async () => {
    const skus = ['A', '0', 'A.B-C_D', 'W'.repeat(39), 'Z_'.repeat(20), '9'.repeat(40)];
    const pdf = await pdfOf(skus.map((sku) => ({ sku, name: 'Thing', location: null })));
    expect(await codesOf(pdf, 1, skus.length)).toEqual(skus);
  });

  it('has names in many scripts as text, and a box for what no font has', async () => {
    const names = ['Größe „M“', 'Болты М8', '螺栓 镀锌', 'ボルト', '볼트 나사', 'Βίδες', 'Tape 🎉'];
    const pdf = await pdfOf(names.map((name) => ({ sku: 'A', name, location: null })));
    const texts = (await textsOf(pdf, 1)).map((label) => label.slice(0, -1).join(''));
    expect(texts.map((text) => text.replaceAll(' ', ''))).toEqual(
      names.map((name) => name.replace('🎉', '□').replaceAll(' ', '')),
    );
  });
});
