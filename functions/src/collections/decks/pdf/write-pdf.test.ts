import { inflateSync } from 'node:zlib';
import { DECK_LAYOUTS, defaultDeckSettings } from '@docket/model/deck';
import { type DeckPages, layOutDeck } from '@docket/model/deck/lay-out';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { madeDeck, NAMES, written } from '../testing/made-deck.ts';
import { writePdf } from './write-pdf.ts';

const open = async (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;

const pdfOf = async (deck: DeckPages) => await open((await written(deck, writePdf)).bytes);

async function textsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return await Promise.all(
    pages.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    }),
  );
}

/** The numbers of all glyphs that are drawn, in their fonts: pages show text as hexadecimal numbers of four digits. */
function glyphsIn(bytes: Uint8Array): string[] {
  const source = Buffer.from(bytes).toString('latin1');
  const streams = source.matchAll(/FlateDecode\n>>\nstream\n(?<data>.*?)\nendstream/gsu);
  return [...streams]
    .map(({ groups }) => inflateSync(Buffer.from(groups?.['data'] ?? '', 'latin1')).toString('latin1'))
    .filter((content) => content.includes(' Tf\n'))
    .flatMap((content) => [...content.matchAll(/<(?<glyphs>[0-9a-f]+)>/gu)])
    .flatMap(({ groups }) => groups?.['glyphs']?.match(/.{4}/gu) ?? []);
}

describe('a PDF', () => {
  it.each(DECK_LAYOUTS)(
    'with %i items a slide has a page for every slide, in the size of a slide',
    async (layout) => {
      const deck = madeDeck({ layout });
      const pdf = await pdfOf(deck);
      expect(pdf.numPages).toBe(deck.slideCount);
      expect((await pdf.getPage(1)).view).toEqual([0, 0, 960, 540]);
    },
  );

  it('can be searched for every name, in whatever script', async () => {
    const all = (await textsOf(await pdfOf(madeDeck({ layout: 1 })))).join('');
    for (const name of NAMES) expect(all).toContain(name.split(' ')[0]);
    expect(all).toContain('€49.50');
  });

  it('draws no glyph that is missing', async () => {
    const glyphs = glyphsIn((await written(madeDeck({ layout: 9 }), writePdf)).bytes);
    expect(glyphs.length).toBeGreaterThan(300);
    expect(glyphs).not.toContain('0000');
  });

  it('draws a box for a character that no font has', async () => {
    const all = (await textsOf(await pdfOf(madeDeck({ layout: 1 })))).join('');
    expect(all).toContain('Party □ □□□');
  });

  it('has a bookmark for the cover and each category, on its first page', async () => {
    const pdf = await pdfOf(madeDeck());
    const outline = await pdf.getOutline();
    const pages = await Promise.all(
      outline.map(async ({ dest }) => {
        const [page] = z.array(z.unknown()).parse(dest);
        return await pdf.getPageIndex(z.object({ num: z.number(), gen: z.number() }).parse(page));
      }),
    );
    expect(outline.map(({ title }) => title)).toEqual(['Harbour & Vale', 'Mäntel & Jacken', '外套']);
    expect(pages).toEqual([0, 1, 4]);
  });

  it('says what it is: title, season, time and language', async () => {
    const { info } = await (await pdfOf(madeDeck())).getMetadata();
    expect(info).toMatchObject({
      Title: 'Harbour & Vale',
      Subject: 'AW26',
      Language: 'en-GB',
      Creator: 'Docket',
    });
  });

  it('has a structure for screen readers: headings, texts, and pictures with what they show', async () => {
    const pdf = await pdfOf(madeDeck());
    const tree = JSON.stringify(await (await pdf.getPage(3)).getStructTree());
    for (const part of [
      '"role":"H1"',
      '"role":"H2"',
      '"role":"P"',
      '"role":"Figure"',
      `"alt":"${NAMES[1]}"`,
    ]) {
      expect(tree).toContain(part);
    }
  });

  it('has a picture that is used many times once', async () => {
    const { bytes, asked } = await written(madeDeck(), writePdf);
    const source = Buffer.from(bytes).toString('latin1');
    expect(asked.toSorted()).toEqual(['logo.png', 'picture0.jpg', 'picture1.jpg', 'picture2.jpg']);
    expect(source.match(/DCTDecode/gu)).toHaveLength(3);
  });

  it('is made of a deck without items or pictures, too', async () => {
    const settings = defaultDeckSettings({ name: '', season: '' });
    const pdf = await pdfOf(layOutDeck({ settings, items: [], categories: [] }));
    expect(await textsOf(pdf)).toEqual(['Deck0 styles']);
  });

  it('stops when its run is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(written(madeDeck(), writePdf, { signal })).rejects.toThrow('cancelled');
  });
});
