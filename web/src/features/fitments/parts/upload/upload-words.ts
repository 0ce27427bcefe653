/** Imports of parts in words. Pure. */
import type { PartTable } from '@docket/model/fitment/part-tables';
import type { StoredPartTable } from '@docket/model/fitment/parts-file';
import type { PartsImport } from '@docket/model/fitment/parts-import';
import { isRunning } from '@docket/model/processing-status';
import { type LineProblem, outcomeWords } from '../../../inventory/import/import-words.ts';

/** How an import went, for the list of imports. */
export function importState({ outcome, processing_status: statuses }: PartsImport): string {
  const status = statuses.parts_import;
  if (status?.status === 'failed') return 'Failed';
  if (status?.status === 'cancelled') return 'Cancelled';
  if (status === undefined || isRunning(status)) return 'Under way';
  return outcome === null ? 'Finished' : outcomeWords(outcome);
}

/** The rows of a file that no part was made of, in the order of the file; with their sheets where there are several tables. */
export function problemsOf(
  tables: readonly (PartTable & Pick<StoredPartTable, 'problems'>)[],
): LineProblem[] {
  const single = tables.length === 1;
  return tables.flatMap(({ problems }) =>
    problems.map(({ sheet, line, reason }) => (single ? { line, reason } : { sheet, line, reason })),
  );
}
