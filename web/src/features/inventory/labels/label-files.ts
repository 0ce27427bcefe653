/** Many labels come in several files: one has so many at most. Pure. */
import { LIMITS } from '@docket/model/limits';
import { inPieces } from '../../images/retry-plan.ts';

interface LabelFile {
  /** Items, in the order in which their labels are printed. */
  ids: string[];
  fileName: string;
}

/** The files that hold the labels of these items; none for no items. */
export function labelFiles(itemIds: readonly string[]): LabelFile[] {
  return inPieces(itemIds, LIMITS.labels).map((ids, index, { length }) => ({
    ids,
    fileName: length === 1 ? 'Labels.pdf' : `Labels ${index + 1} of ${length}.pdf`,
  }));
}
