/** All rows of a file of inventory items: which are good, and what is wrong with the others. Pure. */
import type { TextRow } from '../text-table/parse-rows.ts';
import { type DecimalMark, decimalMarkOf, withoutCurrency } from './decimal-text.ts';
import { type ColumnFields, type DecimalMarks, type ImportRow, readImportRow } from './import-row.ts';
import { importedItemKey } from './imported-item-id.ts';
import type { ImportField, ImportProblem } from './inventory-import.ts';

export interface CheckedRows {
  /** In the order of the file. No two are the same item. */
  rows: ImportRow[];
  /** In the order of the file, one for each line. */
  problems: ImportProblem[];
}

/** Reads and checks the rows of a file, the headers not among them. Rows without anything are passed over. */
export function readImportRows(texts: readonly TextRow[], columns: ColumnFields): CheckedRows {
  const marks = decimalMarks(texts, columns);
  const read = texts.flatMap((text) => readImportRow(text, columns, marks) ?? []);
  const checked = checkImportRows(read.flatMap((each) => (each.ok ? [each.row] : [])));
  const unread = read.flatMap((each) => (each.ok ? [] : [each.problem]));
  const problems = [...unread, ...checked.problems].toSorted((a, b) => a.line - b.line);
  return { rows: checked.rows, problems };
}

/** Sets aside each row that is the same item as one before it: the second would undo what the first has said. */
export function checkImportRows(rows: readonly ImportRow[]): CheckedRows {
  const firstLines = new Map<string, number>();
  const checked: CheckedRows = { rows: [], problems: [] };
  for (const row of rows) {
    const key = importedItemKey(row);
    const first = firstLines.get(key);
    if (first === undefined) {
      firstLines.set(key, row.line);
      checked.rows.push(row);
      continue;
    }
    const reason =
      row.sku === null
        ? `Name, category and location are those of line ${first}, and there is no SKU to tell them apart`
        : `SKU “${row.sku}” is already on line ${first}`;
    checked.problems.push({ line: row.line, reason });
  }
  return checked;
}

/** The fields whose texts are numbers. */
const NUMBER_FIELDS: readonly ImportField[] = ['quantity', 'reorder_level', 'reorder_quantity', 'price'];

/** How each column of numbers writes its decimals, where any of its cells shows that. */
function decimalMarks(texts: readonly TextRow[], columns: ColumnFields): DecimalMarks {
  const marks = new Map<ImportField, DecimalMark>();
  for (const [column, field] of columns.entries()) {
    if (field === null || !NUMBER_FIELDS.includes(field)) continue;
    const mark = decimalMarkOf(texts.map(({ cells }) => withoutCurrency(cells[column] ?? '')));
    if (mark !== null) marks.set(field, mark);
  }
  return marks;
}
