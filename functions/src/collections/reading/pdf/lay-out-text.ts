/** Places the glyphs of a shown string: the arithmetic of ISO 32000-2, 9.4.4. */
import { multiply, scaleOf } from './matrix.ts';
import type { Glyph } from './operations.ts';
import type { PageFont } from './page-font.ts';
import type { StretchBuilder, TextStyle } from './text-lines.ts';
import type { ShownText } from './walk-page.ts';

/** Text that is outlined as well as filled is how programs make letters bold without a bold font. */
const FILL_AND_STROKE = 2;

/** Text smaller than this is not meant to be read. In points. */
const SMALLEST_SIZE = 0.5;

/** Hands the glyphs of `shown` to `builder` and returns the advance of the pen in text space. */
export function layOutText(shown: ShownText, font: PageFont, builder: StretchBuilder): number {
  const { state, matrix } = shown;
  const stretchX = state.horizontal_scale / 100;
  const size = Math.abs(state.font_size) * font.unit * 1000 * scaleOf(matrix).y;
  const perPoint = scaleOf(matrix).x;
  const flip = state.font_size < 0 ? -1 : 1;
  const style: TextStyle = {
    size,
    bold: font.bold || state.text_mode === FILL_AND_STROKE,
    italic: font.italic,
    color: state.fill_color,
    ascent: font.ascent,
    descent: font.descent,
  };
  const visible = shown.visible && size >= SMALLEST_SIZE;
  let x = 0;
  for (const glyph of shown.glyphs) {
    if (typeof glyph === 'number') {
      x -= (glyph / 1000) * state.font_size * stretchX;
      continue;
    }
    const spacing = state.character_spacing + (glyph.isSpace ? state.word_spacing : 0);
    const width = glyph.width * font.unit * state.font_size * stretchX;
    const text = readableText(glyph);
    if (visible && text === ' ') builder.space();
    else if (visible && text !== '') {
      builder.add({
        text,
        matrix: multiply(matrix, [flip, 0, 0, 1, x, 0]),
        width: Math.abs(width + Math.max(0, state.character_spacing) * stretchX) * perPoint,
        style,
      });
    }
    x += width + spacing * stretchX;
  }
  return x;
}

/** The characters of a glyph: blanks as a space, ligatures taken apart, what is not text left out. */
function readableText({ unicode }: Glyph): string {
  if (/^[\s\u00a0]+$/u.test(unicode)) return ' ';
  return unicode
    .replaceAll(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replaceAll(/\u00ad/gu, '-')
    .replaceAll(/[\p{Cc}\p{Co}\p{Cs}\u200b-\u200f\ufeff\ufffd]/gu, '');
}
