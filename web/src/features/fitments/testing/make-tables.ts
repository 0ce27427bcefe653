/** Tables of files of parts, for tests and the gallery. */
import type { PartColumn, PartTable } from '@docket/model/fitment/part-tables';

/** The column at a place from 0, at most 25. */
export function partColumn(
  index: number,
  header: string,
  role: PartColumn['role'],
  change: Partial<PartColumn> = {},
): PartColumn {
  return {
    index,
    letter: String.fromCodePoint(65 + index),
    header,
    samples: [],
    role,
    confidence: 0.95,
    reason: `Header “${header}”`,
    ...change,
  };
}

/** A table that is used. */
export function partTable(
  position: number,
  columns: readonly PartColumn[],
  change: Partial<PartTable> = {},
): PartTable {
  return {
    position,
    sheet: 'Parts',
    header_row: 1,
    layout: 'rows',
    columns: [...columns],
    confidence: 0.94,
    used: true,
    reason: 'One column has part numbers, one has texts.',
    fingerprint: null,
    corrected: false,
    row_count: 480,
    part_count: 412,
    ...change,
  };
}
