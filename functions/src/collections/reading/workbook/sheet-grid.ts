/** Heights of rows and widths of columns, read from the opening tags of a sheet's XML. */
import type { GridSizes } from './anchor-cell.ts';

export interface SheetGrid {
  rows: GridSizes;
  columns: GridSizes;
}

/** Points of a row, and characters of a column, when the sheet says nothing. */
const USUAL_HEIGHT = 15;
const USUAL_WIDTH = 8.43;
/** A character is 7 pixels wide and a column has 5 pixels of padding; 96 pixels make an inch (ECMA-376, 18.3.1.13). */
const toPoints = (characters: number) => (characters * 7 + 5) * 0.75;

export function readSheetGrid(xml: string): SheetGrid {
  const format = /<(?:\w+:)?sheetFormatPr\b([^>]*)>/.exec(xml)?.[1] ?? '';
  const rows = new Map<number, number>();
  for (const [, tag = ''] of xml.matchAll(/<(?:\w+:)?row\s([^>]*)>/g)) {
    const index = numberOf(tag, 'r');
    const height = /\bhidden="(?:1|true)"/.test(tag) ? 0 : numberOf(tag, 'ht');
    if (index !== null && height !== null) rows.set(index - 1, height);
  }
  const columns = new Map<number, number>();
  for (const [, tag = ''] of xml.matchAll(/<(?:\w+:)?col\s([^>]*)>/g)) {
    const [first, last, width] = [numberOf(tag, 'min'), numberOf(tag, 'max'), numberOf(tag, 'width')];
    if (first === null || last === null || width === null) continue;
    const hidden = /\bhidden="(?:1|true)"/.test(tag);
    for (let index = first; index <= Math.min(last, first + 512); index += 1) {
      columns.set(index - 1, hidden ? 0 : toPoints(width));
    }
  }
  return {
    rows: { usual: numberOf(format, 'defaultRowHeight') ?? USUAL_HEIGHT, sizes: rows },
    columns: { usual: toPoints(numberOf(format, 'defaultColWidth') ?? USUAL_WIDTH), sizes: columns },
  };
}

function numberOf(tag: string, name: string): number | null {
  const value = new RegExp(`(?:^|\\s)${name}="([\\d.]+)"`).exec(tag)?.[1];
  return value === undefined ? null : Number(value);
}
