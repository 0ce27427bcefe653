/** Starting a run of a pipeline on a subject that is there: at most one at a time, as for pages. */
import { ApiProblem } from '@docket/model/api/problem';
import { type JobInput, jobSchema, type NewJob } from '@docket/model/job';
import { jobId, paths, subjectPath } from '@docket/model/paths';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { isRunning, processingStatusSchema } from '@docket/model/processing-status';
import { z } from 'zod';
import type { RequestContext } from './context.ts';

/** Which run, on what. */
export interface RunStart {
  pipeline: Pipeline;
  subjectId: string;
  input: JobInput;
  /** A later phase to begin with; see `LATER_STARTS`. */
  fromPhase?: number;
}

const summariesSchema = z.object({
  processing_status: z.record(z.string(), processingStatusSchema).default({}).catch({}),
});

/**
 * The id of the run, which the engine takes on as soon as it is written. Throws an ApiProblem when the subject is not there, or
 * another run occupies it.
 */
export async function startRun(context: RequestContext, start: RunStart): Promise<string> {
  const { db, workspaceId, actor, clock } = context;
  const { pipeline, subjectId, input, fromPhase } = start;
  const subject = { type: pipelineDefinition(pipeline).subject, id: subjectId };
  return await db.runTransaction(async (transaction) => {
    const found = await transaction.get(db.doc(subjectPath(workspaceId, subject)));
    if (!found.exists) throw new ApiProblem('not_found', 'What is to be worked on is not there.');
    const summary = summariesSchema.parse(found.data()).processing_status[pipeline];
    const busy = (id: string) =>
      new ApiProblem(
        'already_running',
        `“${pipelineDefinition(pipeline).label}” is at work on this already.`,
        {
          run_id: id,
        },
      );
    if (summary !== undefined && isRunning(summary)) throw busy(summary.task_id);
    const run = (summary?.run ?? 0) + 1;
    const id = jobId(subjectId, pipeline, run);
    const ref = db.doc(paths.job(workspaceId, id));
    // Started by somebody else, and not taken on yet.
    if (jobSchema.safeParse((await transaction.get(ref)).data()).success) throw busy(id);
    const job: NewJob = {
      pipeline,
      subject,
      input,
      run,
      ...(fromPhase === undefined ? {} : { from_phase: fromPhase }),
      created_by: actor.uid,
      created_at: clock(),
      status: 'queued',
      open: true,
    };
    transaction.create(ref, job);
    return id;
  });
}
