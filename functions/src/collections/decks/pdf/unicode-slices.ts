/** Fonts that come in many small files, each for some characters: which file has a character. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** A range of code points and the file that has them. */
interface Slice {
  first: number;
  last: number;
  file: string;
}

/** `unicode.json` of a package: CSS unicode ranges by name of slice, numbered ones in brackets. */
const unicodeSchema = z.record(z.string(), z.string());

export class SlicedFont {
  readonly #slices: readonly Slice[];

  private constructor(slices: readonly Slice[]) {
    this.#slices = slices;
  }

  /** Reads where the characters of `@fontsource-variable/{family}` are. */
  static async open(family: string): Promise<SlicedFont> {
    const at = `@fontsource-variable/${family}`;
    const json: unknown = JSON.parse(await readFile(require.resolve(`${at}/unicode.json`), 'utf8'));
    const slices = Object.entries(unicodeSchema.parse(json)).flatMap(([name, ranges]) => {
      const slice = name.replaceAll(/[[\]]/gu, '');
      const file = require.resolve(`${at}/files/${family}-${slice}-wght-normal.woff2`);
      return rangesOf(ranges).map((range) => ({ ...range, file }));
    });
    return new SlicedFont(slices);
  }

  /** The file that has the character, or null. */
  fileOf(codePoint: number): string | null {
    return this.#slices.find(({ first, last }) => codePoint >= first && codePoint <= last)?.file ?? null;
  }
}

/** `U+fee3,U+ff17-ff19` as numbers. */
function rangesOf(ranges: string): { first: number; last: number }[] {
  return ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/iu, '').split('-');
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
  });
}
