/** What has been approved in the groups of jobs. Pure. */
import type { ApprovedFitment } from '@docket/model/fitment/merge-fitments';
import type { StoredFitmentGroup } from '../../../data/fitment-records.ts';

/** Of the group's path: `…/fitment_jobs/{job}/groups/{group}`. */
const jobOf = (path: string) => path.split('/').at(-3) ?? '';

/** The fitments of one group that somebody has approved. */
function approvedIn({ path, data }: StoredFitmentGroup): ApprovedFitment[] {
  const job_id = jobOf(path);
  return Object.entries(data.decisions).flatMap(([id, decision]) => {
    const fitment = data.fitments[id];
    if (decision !== 'approved' || fitment === undefined) return [];
    const part = data.parts[fitment.part];
    if (part === undefined) return [];
    const { part_number, description } = part;
    const { make, model, submodel, qualifiers, from, to } = fitment;
    return [{ part_number, description, make, model, submodel, qualifiers, from, to, job_id }];
  });
}

/** The approved fitments of groups of any jobs; groups that have not changed since the last time are not looked at again. */
export function createApprovedReader(): (groups: readonly StoredFitmentGroup[]) => ApprovedFitment[] {
  const known = new WeakMap<StoredFitmentGroup, ApprovedFitment[]>();
  return (groups) =>
    groups.flatMap((group) => {
      const before = known.get(group);
      if (before !== undefined) return before;
      const approved = approvedIn(group);
      known.set(group, approved);
      return approved;
    });
}
