/** Builds documents for tests: pages from texts at positions, sheets from rows of cells. */
import type { Box, Place } from '@docket/model/geometry';
import type {
  DocumentContent,
  FilteredImage,
  PageContent,
  RuledLine,
  SheetContent,
  TextRun,
} from '../../content.ts';

/** How a text is set; a plain black 8 pt text by default. */
export interface Style {
  size?: number;
  bold?: boolean;
  color?: string;
  struck?: boolean;
}

/** Average width of a letter in heights of the font: close enough to place texts as a printer would. */
const LETTER = 0.5;

/** Width in points that `text` takes in a test. */
export function widthOf(text: string, size = 8): number {
  return text.length * size * LETTER;
}

/** A text with its top left corner at x, y. */
export function run(x: number, y: number, text: string, style: Style = {}): TextRun {
  const { size = 8, bold = false, color = '#000000', struck = false } = style;
  const box = { x, y, width: widthOf(text, size), height: size * 1.15 };
  return { text, box, size, bold, italic: false, color, struck, confidence: 1 };
}

/** Texts below each other from x, y on, ten points apart; the first one bold: a card. */
export function card(x: number, y: number, lines: readonly string[]): TextRun[] {
  return lines.map((text, index) => run(x, y + index * 10, text, { bold: index === 0 }));
}

/** A row of a table: texts at the given columns. */
export function row(
  y: number,
  columns: readonly number[],
  texts: readonly string[],
  style: Style = {},
): TextRun[] {
  return texts.flatMap((text, index) => (text === '' ? [] : [run(columns[index] ?? 0, y, text, style)]));
}

/** A4 pages with the given runs; `lines` are ruled lines of the first page. */
export function pages(contents: readonly (readonly TextRun[])[], lines: RuledLine[] = []): DocumentContent {
  const made = contents.map(
    (runs, index): PageContent => ({
      number: index + 1,
      width: 595,
      height: 842,
      runs: [...runs],
      lines: index === 0 ? lines : [],
      recognised: false,
    }),
  );
  return { kind: 'pages', pages: made };
}

/** A sheet from rows of texts; numbers become numeric cells. */
export function sheet(rows: readonly (readonly (string | number)[])[], name = 'Sheet1'): SheetContent {
  const cells = rows.flatMap((texts, index) =>
    texts.flatMap((text, column) =>
      text === ''
        ? []
        : [
            {
              row: index + 1,
              column: column + 1,
              text: String(text),
              number: typeof text === 'number' ? text : null,
              bold: false,
              row_span: 1,
              column_span: 1,
            },
          ],
    ),
  );
  return { name, cells };
}

/** A workbook. */
export function workbook(...sheets: SheetContent[]): DocumentContent {
  return { kind: 'sheets', sheets };
}

/** A product picture used at the given places. */
export function image(image_id: string, ...places: Place[]): FilteredImage {
  return {
    image_id,
    width: 400,
    height: 300,
    places,
    fingerprint: '0123456789abcdef',
    flatness: 0.2,
    contrast: 50,
    colors: 100,
    transparent: false,
    verdict: { keep: true },
  };
}

/** A place on a page. */
export function onPage(number: number, x: number, y: number, width: number, height: number): Place {
  const box: Box = { x, y, width, height };
  return { kind: 'page', number, box };
}
