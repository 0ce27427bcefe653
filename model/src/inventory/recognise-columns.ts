/** Tells from its headers what the columns of a file of inventory items are. Pure. */
import { usualHeaders } from './import-field-names.ts';
import { IMPORT_FIELDS, type ImportField } from './inventory-import.ts';

/** Characters of a header that are looked at: more than any usual header has. */
const HEADER_CHARACTERS = 100;

/** What stands beside the name of a column: a unit in brackets, or a currency. */
const BESIDE = /\([^)]*\)|\[[^\]]*\]|\b(?:EUR|USD|GBP|CHF)\b/giu;

interface Meaning {
  field: ImportField;
  /** 0 is the surest. */
  rank: number;
}

const MEANINGS: ReadonlyMap<string, Meaning[]> = Map.groupBy(
  IMPORT_FIELDS.flatMap((field) => usualHeaders(field).map((usual) => ({ field, ...usual }))),
  ({ header }) => spelling(header),
);

/**
 * For each header the field that it names, null for others: a first guess for a person to look at. No field is given
 * twice: of several columns the one with the surest header, then the leftmost has it. There may be none for the name, and
 * then it is not yet `ImportColumns`.
 */
export function recogniseImportColumns(headers: readonly string[]): (ImportField | null)[] {
  const columns = headers.map((): ImportField | null => null);
  const meanings = headers.flatMap((header, column) =>
    (MEANINGS.get(spelling(header)) ?? []).map(({ field, rank }) => ({ field, rank, column })),
  );
  for (const { field, column } of meanings.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (columns[column] === null && !columns.includes(field)) columns[column] = field;
  }
  return columns;
}

/** Letters and digits only, without case and accents; what stands beside is left out, unless it is all there is. */
function spelling(header: string): string {
  const start = header.slice(0, HEADER_CHARACTERS);
  return letters(start.replaceAll(BESIDE, ' ')) || letters(start);
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('#', 'no')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
