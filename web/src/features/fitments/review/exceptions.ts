/** What a job could not tell of parts, as rows. Pure. */
import { EXCEPTION_CODES, type ExceptionCode } from '@docket/model/fitment/fitment';
import type { FitmentGroup } from '@docket/model/fitment/fitment-group';
import { rowsToCsv } from '@docket/model/export/csv';
import type { Stored } from '../../../data/reader.ts';

export interface ExceptionRow {
  id: string;
  partId: string;
  partNumber: string;
  description: string;
  code: ExceptionCode;
  /** What the text says, as it stands there; '' when it says nothing. */
  words: string;
  reasoning: string;
  /** What a search looks at, in small letters. */
  text: string;
}

/** The reasons in words. */
export const EXCEPTION_LABELS: Record<ExceptionCode, string> = {
  unknown_make: 'Unknown make',
  unknown_model: 'Unknown model',
  year_out_of_range: 'Year out of range',
  no_vehicle: 'No vehicle named',
  contradictory: 'Contradictory',
};

/** What each reason means, and what helps. */
export const EXCEPTION_MEANS: Record<ExceptionCode, string> = {
  unknown_make: 'The vehicle table has no such make. Correct the text, or add the make to the vehicle table.',
  unknown_model: 'The make has no such model in the vehicle table. Correct the text, or add the model.',
  year_out_of_range: 'The model was not made in these years. Correct the years in the text.',
  no_vehicle: 'The text names no vehicle. Add one to the description, or to columns of its own.',
  contradictory: 'The texts of the part say different things. Correct one of them.',
};

const known = new WeakMap<Stored<FitmentGroup>, readonly ExceptionRow[]>();

function rowsOf(group: Stored<FitmentGroup>): readonly ExceptionRow[] {
  const before = known.get(group);
  if (before !== undefined) return before;
  const { exceptions, parts } = group.data;
  const rows = exceptions.map(({ part, code, words, reasoning }, index): ExceptionRow => {
    const { part_id: partId = '', part_number: partNumber = '', description = '' } = parts[part] ?? {};
    const text = [partNumber, description, words, reasoning].join(' ').toLowerCase();
    return { id: `${group.id}/${index}`, partId, partNumber, description, code, words, reasoning, text };
  });
  known.set(group, rows);
  return rows;
}

/** All exceptions of a job, in the order of its parts. */
export function exceptionRows(groups: readonly Stored<FitmentGroup>[]): ExceptionRow[] {
  return groups.flatMap(rowsOf);
}

/** The exceptions for that reason in which every word of the search occurs. */
export function filterExceptions(
  rows: readonly ExceptionRow[],
  search: string,
  code: ExceptionCode | null,
): ExceptionRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) => (code === null || row.code === code) && words.every((word) => row.text.includes(word)),
  );
}

/** How many exceptions each reason has that occurs. */
export function countCodes(rows: readonly ExceptionRow[]): { code: ExceptionCode; count: number }[] {
  const counts = new Map<ExceptionCode, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return EXCEPTION_CODES.flatMap((code) => {
    const count = counts.get(code) ?? 0;
    return count === 0 ? [] : [{ code, count }];
  });
}

/** Exceptions as the text of a CSV file. */
export function exceptionsCsv(rows: readonly ExceptionRow[]): string {
  return rowsToCsv([
    ['Part number', 'Description', 'Reason', 'What the text says', 'Explanation'],
    ...rows.map(({ partNumber, description, code, words, reasoning }) => [
      partNumber,
      description,
      EXCEPTION_LABELS[code],
      words,
      reasoning,
    ]),
  ]);
}
