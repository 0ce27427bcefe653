/** Runs one pipeline as a person would: starts it, watches the snapshots of its subject, and says how it ended. */
import { type Job, jobSchema } from '@docket/model/job';
import { jobId as jobIdOf, paths, subjectPath } from '@docket/model/paths';
import { type Pipeline, PIPELINES, pipelineDefinition } from '@docket/model/pipelines';
import { isRunning, type ProcessingStatus, processingStatusSchema } from '@docket/model/processing-status';
import { activityLabel, progressLabel } from '@docket/model/progress-label';
import { doc, getDoc, onSnapshot } from 'firebase/firestore';
import { z } from 'zod';
import { type Client, startRun } from './client.ts';
import { type BarContent, ProgressBar } from './progress-bar.ts';

/** A run that has ended. */
export interface EndedRun {
  jobId: string;
  job: Job;
  /** What a person at a terminal reads; null when it has completed. */
  failure: string | null;
}

/** What is read of any subject. */
const subjectSchema = z.object({
  processing_status: z.partialRecord(z.enum(PIPELINES), processingStatusSchema).default({}),
});

/** Runs `pipeline` for the first time on a collection, with progress on the terminal. Resolves however it ends. */
export async function runPipeline(
  client: Client,
  pipeline: Pipeline,
  collectionId: string,
  documentIds: readonly string[],
): Promise<EndedRun> {
  await startRun(client, pipeline, collectionId, documentIds);
  return await followRun(client, pipeline, collectionId);
}

/** Follows the first run of `pipeline` on the subject `id`, with progress on the terminal, until it has ended somehow. */
export async function followRun(client: Client, pipeline: Pipeline, id: string): Promise<EndedRun> {
  const status = await follow(client, pipeline, id);
  const jobId = jobIdOf(id, pipeline, 1);
  const job = jobSchema.parse((await getDoc(doc(client.db, paths.job(client.workspace, jobId)))).data());
  return { jobId, job, failure: status.status === 'completed' ? null : failureOf(pipeline, status) };
}

/** Shows the run until it has ended, and returns its last status. */
async function follow(client: Client, pipeline: Pipeline, id: string): Promise<ProcessingStatus> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessingStatus>();
  const bar = new ProgressBar(process.stderr);
  let current: ProcessingStatus | undefined;
  const show = () => current !== undefined && bar.show(barOf(pipeline, current, new Date()));
  const { subject: type } = pipelineDefinition(pipeline);
  const stop = onSnapshot(
    doc(client.db, subjectPath(client.workspace, { type, id })),
    (snapshot) => {
      const parsed = subjectSchema.safeParse(snapshot.data({ serverTimestamps: 'estimate' }));
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
