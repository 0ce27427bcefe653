import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { textWidth } from '@docket/model/deck/measure';
import { WIDTH_RANGES } from '@docket/model/deck/advance-widths';
import Pdf from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { madeDeck } from '../testing/made-deck.ts';
import { DeckFonts } from './deck-fonts.ts';

describe('the fonts of a deck', () => {
  const fonts = DeckFonts.open(madeDeck({ layout: 1 }).slides);

  it('are one for most scripts, and one for each that it does not have', async () => {
    const runs = (await fonts).runs('Größe 羽绒服 Łódź', 'bold');
    expect(runs.map(({ text }) => text)).toEqual(['Größe ', '羽', '绒', '服', ' Łódź']);
    expect(runs[0]?.font).toBe(runs[4]?.font);
    expect(new Set(runs.map(({ font }) => font)).size).toBe(4);
  });

  it('draw a box for what none has, and nothing for what is invisible', async () => {
    expect((await fonts).runs('🎉\u200d\ufe0f!', 'regular')).toEqual([{ font: 'regular', text: '□!' }]);
  });

  it('are cut to what the deck needs', async () => {
    const { files } = await fonts;
    const sizes = [...files].flatMap(([name, { length }]) => (name.includes('-') ? [length] : []));
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(30_000);
  });
});

describe('the widths that layouts are made with', () => {
  const require = createRequire(import.meta.url);
  it.each([
    ['regular', '400Regular/Arimo_400Regular.ttf'],
    ['bold', '700Bold/Arimo_700Bold.ttf'],
  ] as const)('are those of the font, in %s', async (weight, file) => {
    const document = new Pdf();
    document.font(await readFile(require.resolve(`@expo-google-fonts/arimo/${file}`))).fontSize(1000);
    const differing = WIDTH_RANGES.flatMap(({ first, [weight]: widths }) =>
      (widths.match(/../gu) ?? []).flatMap((code, index) => {
        const character = String.fromCodePoint(first + index);
        const width = code === '--' ? null : document.widthOfString(character, { features: [] });
        return width === null || Math.abs(textWidth(character, 1000, weight) - width) <= 1 ? [] : [character];
      }),
    );
    expect(differing).toEqual([]);
  });
});
