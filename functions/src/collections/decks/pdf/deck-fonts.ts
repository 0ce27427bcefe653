/**
 * The fonts of a PDF: Arimo, which has the widths that the layout was made with, and Noto Sans for Chinese, Japanese and
 * Korean, cut to the characters that the deck uses and fixed at the two weights. A character that no font has is drawn
 * as a box: there is something that cannot be shown, and nothing is silently left out.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DeckElement } from '@docket/model/deck/elements';
import { isInDeckFont, type TextWeight } from '@docket/model/deck/measure';
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { SlicedFont } from './unicode-slices.ts';

const require = createRequire(import.meta.url);

/** Characters in a row that one font draws. */
export interface FontRun {
  /** The name under which the font is in `DeckFonts.files`. */
  font: string;
  text: string;
}

/** A page with texts. */
interface FontUser {
  elements: readonly DeckElement[];
}

const BASE_FILES: Record<TextWeight, string> = {
  regular: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
};
const WEIGHTS: Record<TextWeight, number> = { regular: 400, bold: 700 };
/** In the order in which they are asked. */
const SLICED_FAMILIES = ['noto-sans-sc', 'noto-sans-kr'];

/** Stands for a character that no font has. Arimo has it. */
const MISSING = '□';
/** Characters that say how others are drawn, and are not drawn themselves. */
const INVISIBLE = /[\p{Cf}\p{Emoji_Modifier}\u{fe00}-\u{fe0f}]/u;

export class DeckFonts {
  /** The fonts to embed, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly #fontOf: ReadonlyMap<string, string>;

  private constructor(files: ReadonlyMap<string, Uint8Array>, fontOf: ReadonlyMap<string, string>) {
    this.files = files;
    this.#fontOf = fontOf;
  }

  /** Opens what the texts of `slides` need, which may be pages of something else as well. */
  static async open(slides: readonly FontUser[]): Promise<DeckFonts> {
    const files = new Map<string, Uint8Array>();
    const fontOf = new Map<string, string>();
    const families = await Promise.all(SLICED_FAMILIES.map(async (family) => await SlicedFont.open(family)));
    for (const weight of ['regular', 'bold'] as const) {
      files.set(weight, await readFile(require.resolve(BASE_FILES[weight])));
      const wanted = charactersOf(slides, weight);
      for (const family of families) {
        for (const [file, characters] of await bySlice(wanted, family)) {
          const name = `${weight}-${files.size}`;
          files.set(name, await cut(file, characters, weight));
          for (const character of characters) {
            fontOf.set(weight + character, name);
            wanted.delete(character);
          }
        }
      }
    }
    return new DeckFonts(files, fontOf);
  }

  /** `text` in runs of one font each, with a box for every character that no font has. */
  runs(text: string, weight: TextWeight): FontRun[] {
    const runs: FontRun[] = [];
    for (const character of text) {
      if (INVISIBLE.test(character)) continue;
      const [font, drawn] = this.#drawn(character, weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += drawn;
      else runs.push({ font, text: drawn });
    }
    return runs;
  }

  #drawn(character: string, weight: TextWeight): [font: string, drawn: string] {
    if (isInDeckFont(character)) return [weight, character];
    const font = this.#fontOf.get(weight + character);
    return font === undefined ? [weight, MISSING] : [font, character];
  }
}

/** The characters of the deck in `weight` that the base font does not have. */
function charactersOf(slides: readonly FontUser[], weight: TextWeight): Set<string> {
  const characters = new Set<string>();
  for (const element of slides.flatMap(({ elements }) => elements)) {
    if (element.kind !== 'text' || element.weight !== weight) continue;
    for (const character of element.lines.join('')) {
      if (!isInDeckFont(character) && !INVISIBLE.test(character)) characters.add(character);
    }
  }
  return characters;
}

/** Those of the characters that the family has, by file. */
async function bySlice(
  characters: ReadonlySet<string>,
  family: SlicedFont,
): Promise<Map<string, readonly string[]>> {
  const candidates = Map.groupBy(characters, (character) => family.fileOf(character.codePointAt(0) ?? 0));
  const found = new Map<string, readonly string[]>();
  for (const [file, some] of candidates) {
    if (file === null) continue;
    // The ranges of a file are generous: it need not have every character in them.
    const font = create(await readFile(file));
    const present = some.filter((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    if (present.length > 0) found.set(file, present);
  }
  return found;
}

/** A font file with `characters` alone, fixed at one weight. */
async function cut(file: string, characters: readonly string[], weight: TextWeight): Promise<Uint8Array> {
  return await subsetFont(await readFile(file), characters.join(''), {
    targetFormat: 'truetype',
    variationAxes: { wght: WEIGHTS[weight] },
  });
}
