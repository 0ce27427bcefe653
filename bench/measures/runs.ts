/** Runs of pipelines on a stack, timed. */
import { type Job, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import type { Pipeline } from '@docket/model/pipelines';
import { type Client, startRun } from '../../scripts/docket/client.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { formatMs, type Measure } from './measure.ts';

const LIMIT_MS = 300_000;

/** Starts a run and waits for its end. Throws when it does not complete. */
export async function completedRun(
  stack: Stack,
  client: Client,
  pipeline: Pipeline,
  collection: string,
  documents: readonly string[],
  run = 1,
): Promise<Job> {
  const id = await startRun(client, pipeline, collection, documents, run);
  const { promise, resolve, reject } = Promise.withResolvers<Job>();
  const timer = setTimeout(() => reject(new Error(`${id} has not ended in ${formatMs(LIMIT_MS)}`)), LIMIT_MS);
  const stop = stack.admin.db.doc(paths.job(client.workspace, id)).onSnapshot((snapshot) => {
    const job = jobSchema.safeParse(snapshot.data()).data;
    if (job?.completed_at !== null && job?.completed_at !== undefined) resolve(job);
  }, reject);
  try {
    const job = await promise;
    if (job.status !== 'completed')
      throw new Error(`${id} has ended as ${job.status}: ${job.error?.details}`);
    return job;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** From the first attempt to the end, in milliseconds. */
export function durationOf(job: Job): number {
  return (job.completed_at?.getTime() ?? 0) - (job.attempts[0]?.started_at.getTime() ?? 0);
}

/** How long each phase took: "1: 2.3 s, 2: 45 ms". */
export function phasesOf(job: Job): string {
  return job.attempts
    .map(({ phase, started_at, ended_at }) => {
      return `${phase}: ${formatMs((ended_at?.getTime() ?? 0) - started_at.getTime())}`;
    })
    .join(', ');
}

/** A time beside its budget. */
export function timeRow(what: string, milliseconds: number, budget: number): Measure {
  return {
    what,
    figure: formatMs(milliseconds),
    budget: `≤ ${formatMs(budget)}`,
    kept: milliseconds <= budget,
  };
}
