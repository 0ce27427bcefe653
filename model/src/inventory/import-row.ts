/** One row of a file of inventory items, from the texts of its cells. Pure. */
import { withoutFormulaGuard } from '../export/csv.ts';
import { LIMITS } from '../limits.ts';
import type { TextRow } from '../text-table/parse-rows.ts';
import type { DecimalMark } from './decimal-text.ts';
import type { ImportField, ImportProblem } from './inventory-import.ts';
import { RowReader } from './row-reader.ts';

/** What a row says of an item. Null: the file has no such column, or the cell is empty; what is known already stays. */
export interface ImportRow {
  /** Of the file, from 1. */
  line: number;
  name: string;
  description: string | null;
  /** As it is stored: see `normalSku`. */
  sku: string | null;
  category: string | null;
  /** The name of a location. */
  location: string | null;
  quantity: number | null;
  reorder_level: number | null;
  reorder_quantity: number | null;
  image_url: string | null;
  /** The name of a supplier. */
  supplier: string | null;
  supplier_sku: string | null;
  /** Of one piece, in the currency of the workspace. */
  price: number | null;
}

export type ReadRow = { ok: true; row: ImportRow } | { ok: false; problem: ImportProblem };

/** What each column is; null: left out. `ImportColumns`, and drafts of them that have no name yet. */
export type ColumnFields = readonly (ImportField | null)[];

/** The decimal marks of the columns of numbers that show theirs. */
export type DecimalMarks = ReadonlyMap<ImportField, DecimalMark>;

/**
 * The item of a row, or all that is wrong with the row in words for people. Null for a row without anything in it. In
 * columns without a mark, a single separator before exactly three digits is taken as one of thousands.
 */
export function readImportRow(
  { line, cells }: TextRow,
  columns: ColumnFields,
  marks: DecimalMarks = new Map(),
): ReadRow | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const reader = new RowReader(textsByField(cells, columns), marks);
  const row: ImportRow = {
    line,
    name: reader.name(),
    description: reader.text('description', LIMITS.descriptionCharacters),
    sku: reader.sku(),
    category: reader.text('category', LIMITS.nameCharacters),
    location: reader.text('location', LIMITS.nameCharacters),
    quantity: reader.pieces('quantity'),
    reorder_level: reader.pieces('reorder_level'),
    reorder_quantity: reader.pieces('reorder_quantity'),
    image_url: reader.address(),
    supplier: reader.text('supplier', LIMITS.nameCharacters),
    supplier_sku: reader.text('supplier_sku', LIMITS.nameCharacters),
    price: reader.price(),
  };
  if (reader.problems.length === 0) return { ok: true, row };
  return { ok: false, problem: { line, reason: reader.problems.join('; ') } };
}

/** The texts that are there, without blanks around them, and without what kept them from being formulas in a spreadsheet. */
function textsByField(cells: readonly string[], columns: ColumnFields): Map<ImportField, string> {
  const texts = new Map<ImportField, string>();
  for (const [index, field] of columns.entries()) {
    const text = withoutFormulaGuard(cells[index] ?? '').trim();
    if (field !== null && text !== '') texts.set(field, text);
  }
  return texts;
}
