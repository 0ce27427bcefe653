/** Keeps the counts of what people have decided on the fitments of a job. */
import { countDecisions, fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { fitmentResultsSchema } from '@docket/model/fitment/fitment-job';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';

export interface FitmentJobPlace {
  workspaceId: string;
  fitmentJobId: string;
}

const groupSchema = fitmentGroupSchema.pick({ decisions: true });

/**
 * Counts the decisions of a job in all its groups, as they are at one moment: of reviews at the same time each has it counted,
 * and whichever is last counts both. Nothing while there are no results. May run any number of times.
 */
export async function countReviews(
  db: Firestore,
  { workspaceId, fitmentJobId }: FitmentJobPlace,
): Promise<void> {
  const job = db.doc(paths.fitmentJob(workspaceId, fitmentJobId));
  const groups = db.collection(paths.fitmentGroups(workspaceId, fitmentJobId)).select('decisions');
  await db.runTransaction(async (transaction) => {
    const results = fitmentResultsSchema.safeParse((await transaction.get(job)).get('results')).data;
    if (results === undefined) return;
    const { docs } = await transaction.get(groups);
    const review = countDecisions(
      results.fitments,
      docs.map((group) => groupSchema.parse(group.data())),
    );
    transaction.update(job, { review });
  });
}
