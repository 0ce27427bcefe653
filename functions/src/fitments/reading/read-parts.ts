/** Reads a file of parts: which parts it lists, with their texts and the vehicles that its columns name. */
import { setImmediate as pause } from 'node:timers/promises';
import { DocketError } from '@docket/model/errors';
import type { PartText } from '@docket/model/fitment/part-text';
import type { PartProblem, PartsMapping, PartTable } from '@docket/model/fitment/part-tables';
import { LIMITS } from '@docket/model/limits';
import { fingerprintOf } from '../../collections/ordering/fingerprint.ts';
import { columnsOfParts } from './columns/columns-of-parts.ts';
import { confidenceOfParts, usefulnessOfParts } from './columns/parts-usefulness.ts';
import { type PartsFile, sheetsOfParts } from './parts-file.ts';
import { PartGatherer } from './rows/part-gatherer.ts';
import { readRows } from './rows/read-rows.ts';
import type { SheetPartTable } from './tables/part-table.ts';
import { tablesOfParts } from './tables/tables-of-parts.ts';

/** What a file says. */
export interface ReadParts {
  /** In the order of the file; rows with the same part number are one part. */
  parts: PartText[];
  /** How its tables were read, those without parts among them, for a person to correct. */
  tables: PartTable[];
  /** The first `LIMITS.partProblems` rows that no part was made of. */
  problems: PartProblem[];
  /** All of them. */
  problem_count: number;
}

/**
 * The parts of a CSV, XLSX or XLS file; what a person has said about its columns is followed. A file in which no table
 * lists parts is read all the same, without parts: `requireParts` refuses it when its tables are kept. Throws a
 * `DocketError` for files that cannot be opened, or are too large or too long. Gives way to other work, and rejects with
 * the signal's reason when aborted.
 */
export async function readParts(
  file: PartsFile,
  mapping: PartsMapping | null,
  signal: AbortSignal,
): Promise<ReadParts> {
  const parts = new PartGatherer();
  const tables: PartTable[] = [];
  const problems: PartProblem[] = [];
  let problemCount = 0;
  const report = (problem: PartProblem): void => {
    problemCount += 1;
    if (problems.length < LIMITS.partProblems) problems.push(problem);
  };
  for (const sheet of await sheetsOfParts(file, signal)) {
    for (const table of await running(tablesOfParts(sheet), () => signal.throwIfAborted())) {
      if (tables.length >= LIMITS.partTables) break;
      const check = (): void => {
        signal.throwIfAborted();
        if (parts.size > LIMITS.partsPerFile) throw tooManyParts(file.name);
      };
      const read = await running(readTable(table, tables.length, mapping, parts, report), check);
      check();
      tables.push(read);
    }
  }
  return { parts: parts.parts, tables, problems, problem_count: problemCount };
}

function tooManyParts(file: string): DocketError {
  const most = LIMITS.partsPerFile.toLocaleString('en');
  return new DocketError('too_many_parts', {
    file,
    found: `more than ${most}`,
    wanted: `file may have up to ${most}`,
  });
}

/** Throws `parts_unreadable` when no table lists parts, and `parts_missing` when none of its rows has one. */
export function requireParts({ parts, tables }: ReadParts, file: string): void {
  if (parts.length > 0) return;
  throw new DocketError(tables.some(({ used }) => used) ? 'parts_missing' : 'parts_unreadable', { file });
}

function* readTable(
  table: SheetPartTable,
  position: number,
  mapping: PartsMapping | null,
  parts: PartGatherer,
  report: (problem: PartProblem) => void,
): Generator<undefined, PartTable> {
  const said = mapping?.find((one) => one.position === position);
  const { columns, layout } = yield* columnsOfParts(table, said?.roles ?? []);
  const found = usefulnessOfParts(columns, table.rows.length);
  const used = said?.used ?? found.used;
  const numbers = used
    ? yield* readRows({ ...table, position, layout, roles: columns }, parts, report)
    : new Set<string>();
  return {
    position,
    sheet: table.sheet,
    header_row: table.headerRow,
    layout,
    columns,
    confidence: confidenceOfParts(columns),
    used,
    reason: reasonOf(said?.used ?? null, found.reason),
    fingerprint: fingerprintOf(columns.map(({ header }) => header)),
    corrected: said !== undefined && (said.used !== null || said.roles.some((role) => role !== null)),
    row_count: table.rows.length,
    part_count: numbers.size,
  };
}

function reasonOf(said: boolean | null, found: string): string {
  if (said === null) return found;
  return said ? 'You said that it lists parts' : 'You said that it lists no parts';
}

/** Runs `work` to its end; gives way to other work at each of its yields, and stops there when `check` throws. */
async function running<T>(work: Generator<undefined, T>, check: () => void): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await pause();
    check();
  }
}
