/** Runs one pipeline on a collection as a person would: starts it, watches its snapshots, and says how it ended. */
import { collectionSchema } from '@docket/model/collection';
import { type Job, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { isRunning, type ProcessingStatus } from '@docket/model/processing-status';
import { activityLabel, progressLabel } from '@docket/model/progress-label';
import { doc, getDoc, onSnapshot } from 'firebase/firestore';
import { type Client, startRun } from './client.ts';
import { type BarContent, ProgressBar } from './progress-bar.ts';

/** A run that has ended. */
export interface EndedRun {
  jobId: string;
  job: Job;
  /** What a person at a terminal reads; null when it has completed. */
  failure: string | null;
}

/** Runs `pipeline` for the first time on a collection, with progress on the terminal. Resolves however it ends. */
export async function runPipeline(
  client: Client,
  pipeline: Pipeline,
  collectionId: string,
  documentIds: readonly string[],
): Promise<EndedRun> {
  const jobId = await startRun(client, pipeline, collectionId, documentIds);
  const status = await follow(client, pipeline, collectionId);
  const job = jobSchema.parse((await getDoc(doc(client.db, paths.job(client.workspace, jobId)))).data());
  return { jobId, job, failure: status.status === 'completed' ? null : failureOf(pipeline, status) };
}

/** Shows the run until it has ended, and returns its last status. */
async function follow(client: Client, pipeline: Pipeline, collectionId: string): Promise<ProcessingStatus> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessingStatus>();
  const bar = new ProgressBar(process.stderr);
  let current: ProcessingStatus | undefined;
  const show = () => current !== undefined && bar.show(barOf(pipeline, current, new Date()));
  const stop = onSnapshot(
    doc(client.db, paths.collection(client.workspace, collectionId)),
    (snapshot) => {
      const parsed = collectionSchema.safeParse(snapshot.data({ serverTimestamps: 'estimate' }));
      current = parsed.data?.processing_status[pipeline];
      show();
      if (current !== undefined && !isRunning(current)) resolve(current);
    },
    reject,
  );
  const clock = setInterval(show, 500);
  try {
    return await promise;
  } finally {
    clearInterval(clock);
    stop();
    bar.end();
  }
}

/** A line a phase, and one whenever it begins to wait or goes on. */
function barOf(pipeline: Pipeline, status: ProcessingStatus, now: Date): BarContent {
  const activity = activityLabel(status, now);
  const label = progressLabel(pipeline, status, now);
  return {
    percentage: status.progress.percentage,
    label: activity === null ? label : `${label} · ${activity}`,
    step: `${status.current_phase}/${status.activity.kind}`,
  };
}

function failureOf(pipeline: Pipeline, status: ProcessingStatus): string {
  const { label, stepWord } = pipelineDefinition(pipeline);
  if (status.error === null) return `${label} ended as ${status.status}.`;
  const { phase, total_phases } = status.progress;
  return `${stepWord} ${phase} of ${total_phases} (${status.error.phase}): ${status.error.message}`;
}
