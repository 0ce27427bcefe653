/** Runs steps 3 and 4 on an order, as the pipeline does. For tests. */
import type { DocumentContent, SheetContent } from '../../content.ts';
import { sheet, workbook } from '../../understanding/testing/build.ts';
import { extractLines } from '../extract-lines.ts';
import { identifyColumns } from '../identify-columns.ts';
import type { IdentifiedTable, OrderLine, RememberedMappings } from '../order.ts';

/** The tables and lines of an order. */
export async function readOrder(
  content: DocumentContent,
  remembered: RememberedMappings = new Map(),
): Promise<{ tables: IdentifiedTable[]; lines: OrderLine[] }> {
  return extractLines(content, await identifyColumns(content, remembered));
}

/** Lines as one text each: "MF-2601 Grey (228) M × 6 @ 18.5"; what is not known is left out. */
export function told(lines: readonly OrderLine[]): string[] {
  return lines.map(({ sku, name, color, color_code, size, quantity, unit_price }) =>
    [
      sku ?? name,
      color,
      color_code === null ? null : `(${color_code})`,
      size,
      `× ${quantity}`,
      unit_price === null ? null : `@ ${unit_price}`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
}

/** The lines of an order on one sheet, as texts. */
export async function linesOfSheet(...rows: readonly (readonly (string | number)[])[]): Promise<string[]> {
  return told((await readOrder(workbook(sheet(rows)))).lines);
}

/** A sheet in which the cell at a 1-based row and column reaches over several rows or columns. */
export function merged(
  whole: SheetContent,
  ...cells: readonly (readonly [row: number, column: number, rows: number, columns: number])[]
): SheetContent {
  return {
    ...whole,
    cells: whole.cells.map((cell) => {
      const span = cells.find(([row, column]) => row === cell.row && column === cell.column);
      return span === undefined ? cell : { ...cell, row_span: span[2], column_span: span[3] };
    }),
  };
}
