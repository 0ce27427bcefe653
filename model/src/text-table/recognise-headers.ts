/** Tells from the headers of a table what its columns are, by what such columns are usually called. Pure. */

/** Characters of a header that are looked at: more than any usual header has. */
const HEADER_CHARACTERS = 100;

/** What stands beside the name of a column: a unit in brackets, or a currency. */
const BESIDE = /\([^)]*\)|\[[^\]]*\]|\b(?:EUR|USD|GBP|CHF)\b/giu;

/** One usual header of a field. */
export interface UsualHeader {
  header: string;
  /** 0 is the surest. */
  rank: number;
}

/** Lines of headers, one for each language, separated by commas; in each line the surest first. */
export function usualHeadersOf(lines: string): UsualHeader[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => line.split(',').map((header, rank) => ({ header: header.trim(), rank })));
}

/**
 * A function that gives for each header the field it names, null for others: a first guess for a person to look at. No
 * field is given twice: of several columns the one with the surest header, then the leftmost has it.
 */
export function headerRecogniser<Field extends string>(
  fields: readonly Field[],
  usualHeaders: (field: Field) => readonly UsualHeader[],
): (headers: readonly string[]) => (Field | null)[] {
  const meanings = Map.groupBy(
    fields.flatMap((field) => usualHeaders(field).map((usual) => ({ field, ...usual }))),
    ({ header }) => spelling(header),
  );
  return (headers) => {
    const columns = headers.map((): Field | null => null);
    const found = headers.flatMap((header, column) =>
      (meanings.get(spelling(header)) ?? []).map(({ field, rank }) => ({ field, rank, column })),
    );
    for (const { field, column } of found.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
      if (columns[column] === null && !columns.includes(field)) columns[column] = field;
    }
    return columns;
  };
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
