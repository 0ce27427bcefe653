/** One row of a file of inventory items, from the texts of its cells. Pure. */
import { withoutFormulaGuard } from '../export/csv.ts';
import { LIMITS } from '../limits.ts';
import type { TextRow } from '../text-table/parse-rows.ts';
import type { DecimalMark } from './decimal-text.ts';
import type { ImportField, ImportProblem } from './inventory-import.ts';
import { RowReader } from './row-reader.ts';

/**
 * What a row says of an item. Fields that the file has no column for are absent. Where a cell is empty, texts are empty,
 * and numbers and addresses null.
 */
export interface ImportRow {
  /** Of the file, from 1. */
  line: number;
  name: string;
  /** As it is stored: see `normalSku`. Null: none is given. */
  sku: string | null;
  description?: string;
  category?: string;
  /** Its name. */
  location?: string;
  quantity?: number | null;
  reorder_level?: number | null;
  reorder_quantity?: number | null;
  image_url?: string | null;
  /** Its name. */
  supplier?: string;
  supplier_sku?: string;
  /** Of one piece, in the currency of the workspace. */
  price?: number | null;
}

export type ReadRow = { ok: true; row: ImportRow } | { ok: false; problem: ImportProblem };

/** What each column is; null: left out. `ImportColumns`, and drafts of them that have no name yet. */
export type ColumnFields = readonly (ImportField | null)[];

/** The decimal marks of the columns of numbers that show theirs: see `decimalMarks`. */
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
  const row = readRow(line, reader, new Set(columns));
  if (reader.problems.length === 0) return { ok: true, row };
  return { ok: false, problem: { line, reason: reader.problems.join('; ') } };
}

function readRow(line: number, reader: RowReader, given: ReadonlySet<ImportField | null>): ImportRow {
  const row: ImportRow = { line, name: reader.name(), sku: reader.sku() };
  for (const field of NAMES) {
    if (given.has(field)) row[field] = reader.text(field, LIMITS.nameCharacters);
  }
  for (const field of PIECES) {
    if (given.has(field)) row[field] = reader.pieces(field);
  }
  if (given.has('description')) row.description = reader.text('description', LIMITS.descriptionCharacters);
  if (given.has('image_url')) row.image_url = reader.address();
  if (given.has('price')) row.price = reader.price();
  return row;
}

const NAMES = ['category', 'location', 'supplier', 'supplier_sku'] as const satisfies ImportField[];
const PIECES = ['quantity', 'reorder_level', 'reorder_quantity'] as const satisfies ImportField[];

/** The text of each field without blanks around it, and without what kept it from being a formula in a spreadsheet. */
function textsByField(cells: readonly string[], columns: ColumnFields): Map<ImportField, string> {
  const texts = new Map<ImportField, string>();
  for (const [index, field] of columns.entries()) {
    if (field !== null) texts.set(field, withoutFormulaGuard(cells[index] ?? '').trim());
  }
  return texts;
}
