/** status.json: how the phases of all runs went. */
import type { Job } from '@docket/model/job';
import { phaseAt } from '@docket/model/pipelines';
import { writeJson } from './output.ts';

/** Writes status.json into `out`: of the first run at the top, and of all runs under `pipelines`. */
export async function writeStatus(jobs: readonly Job[], out: string): Promise<void> {
  const pipelines = jobs.map((job) => ({ pipeline: job.pipeline, ...statusOf(job) }));
  const [first] = jobs;
  await writeJson(out, 'status.json', { ...(first === undefined ? {} : statusOf(first)), pipelines });
}

function statusOf(job: Job) {
  const numbers = [...new Set(job.attempts.map((attempt) => attempt.phase))];
  const phases = numbers.map((number) => {
    const attempts = job.attempts.filter((attempt) => attempt.phase === number);
    const started = attempts[0]?.started_at ?? null;
    const ended = attempts.at(-1)?.ended_at ?? null;
    const ms = started === null || ended === null ? null : ended.getTime() - started.getTime();
    return {
      phase: number,
      label: phaseAt(job.pipeline, number).label,
      started,
      ended,
      ms,
      attempts: attempts.length,
    };
  });
  return { status: job.status, error: job.error, phases };
}
