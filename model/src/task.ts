/** What a task carries: which dispatch of which job a worker is to run. */
import { z } from 'zod';
import type { Weight } from './pipelines.ts';

export const phaseTaskSchema = z.object({
  workspace_id: z.string(),
  job_id: z.string(),
  phase: z.number().int().positive(),
  /** The fencing number of the dispatch. A task with an older one than the job's is void. */
  fence: z.number().int().positive(),
});
export type PhaseTask = z.infer<typeof phaseTaskSchema>;

/** The name of the task function that runs phases of a weight, as deployed. */
export const TASK_FUNCTIONS: Record<Weight, string> = {
  documents: 'runDocumentsPhase',
  images: 'runImagesPhase',
};

/**
 * The id under which a dispatch is enqueued. The queue refuses an id it has seen, so the same dispatch cannot be
 * enqueued twice; a new dispatch has a new fence and so a new id.
 */
export function taskId(task: PhaseTask): string {
  return `${task.job_id}-p${task.phase}-f${task.fence}`;
}
