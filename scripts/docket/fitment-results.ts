/** What `docket fitments` writes of the groups of a job. Pure. */
import {
  type ExceptionEntry,
  exceptionEntries,
  type FitmentEntry,
  fitmentEntries,
} from '@docket/model/fitment/fitment-entries';
import type { FitmentGroup } from '@docket/model/fitment/fitment-group';

/** Of groups in their order: the fitments, a year at a time, and what could not be told. */
export function entriesOf(groups: readonly FitmentGroup[]): {
  fitments: FitmentEntry[];
  exceptions: ExceptionEntry[];
} {
  const fitments: FitmentEntry[] = [];
  const exceptions: ExceptionEntry[] = [];
  for (const group of groups) {
    const found = Object.values(group.fitments);
    for (const [part, { part_number }] of group.parts.entries()) {
      for (const entry of fitmentEntries(
        part_number,
        found.filter((one) => one.part === part),
      ))
        fitments.push(entry);
      for (const entry of exceptionEntries(
        part_number,
        group.exceptions.filter((one) => one.part === part),
      ))
        exceptions.push(entry);
    }
  }
  return { fitments, exceptions };
}
