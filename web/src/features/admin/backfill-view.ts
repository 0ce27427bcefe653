/** How far the backfill of images is, from its document and the batches that it has started. Pure. */
import { type Backfill, type BackfillFindings, STARTED_BY_DEPLOYMENT } from '@docket/model/backfill';
import type { ImageBatch } from '@docket/model/image-batch';
import { isRunning } from '@docket/model/processing-status';
import type { AdminRequest } from '@docket/model/queue';

/** What has become of the images that a backfill has found. */
export interface BackfillProgress {
  /** All that it has to do with. */
  missing: number;
  completed: number;
  failed: number;
  /** In batches that failed or were cancelled as a whole: some of them may be complete all the same. */
  unsure: number;
  /** None of these yet. */
  left: number;
}

export interface BackfillView {
  /** What was asked and is not answered yet. */
  asked: 'preview' | 'start' | null;
  /**
   * - `unknown`: nobody has looked.
   * - `previewed`: the findings are an answer to "what would be done".
   * - `finding`: it looks for images.
   * - `making`: its batches are under way.
   * - `failed`, `cancelled`: it has not started all of its batches.
   * - `done`: all that it has found has come to its end.
   */
  stage: 'unknown' | 'previewed' | 'finding' | 'making' | 'failed' | 'cancelled' | 'done';
  /** The answer to the latest question, if nothing was done since. */
  preview: BackfillFindings | null;
  progress: BackfillProgress | null;
  /** It began by itself, after a deployment. */
  byItself: boolean;
  /** When it began. */
  startedAt: Date | null;
}

interface Outcome {
  completed: number;
  failed: number;
  unsure: number;
  /** Whether nothing more will become of the batch. */
  ended: boolean;
}

const ENDED = { completed: 0, failed: 0, unsure: 0, ended: true };

/** A batch that has not ended well has no outcome: of what has become of its images nothing is known from it. */
function outcomeOf({ image_count: count, outcome, processing_status }: ImageBatch): Outcome {
  if (outcome !== null) return { ...ENDED, ...outcome };
  const run = processing_status.image_processing ?? processing_status.image_import;
  if (run?.status === 'failed' || run?.status === 'cancelled') return { ...ENDED, unsure: count };
  return { ...ENDED, ended: false, completed: Math.min(count, run?.progress.within?.done ?? 0) };
}

/**
 * Counts what has become of the batches that were started since the backfill began, also before it was tried again. Images that were deleted since they were found
 * are nowhere in the end, and nothing is left to do for them.
 */
function progressOf(backfill: Backfill, batches: readonly ImageBatch[]): BackfillProgress | null {
  const { findings, batches: started, created_at: begun } = backfill;
  if (findings === null) return null;
  const { missing } = findings;
  const own = batches.filter(({ created_at: at }) => at >= (begun ?? findings.at));
  const sum = { completed: 0, failed: 0, unsure: 0 };
  const known = own.reduce((count, { image_count: images }) => count + images, 0);
  let ended = known >= missing || own.length >= started;
  for (const outcome of own.map(outcomeOf)) {
    sum.completed += outcome.completed;
    sum.failed += outcome.failed;
    sum.unsure += outcome.unsure;
    ended &&= outcome.ended;
  }
  const left = Math.max(0, missing - sum.completed - sum.failed - sum.unsure);
  return { missing, ...sum, left: ended ? 0 : left };
}

function stageOf(
  { findings, processing_status: { image_backfill: run } }: Backfill,
  preview: BackfillFindings | null,
  left: number,
): BackfillView['stage'] {
  if (isRunning(run)) return findings === null ? 'finding' : 'making';
  if (run?.status === 'completed' && left > 0) return 'making';
  if (run?.status === 'failed') return 'failed';
  if (preview !== null) return 'previewed';
  if (run === undefined) return 'unknown';
  return run.status === 'cancelled' ? 'cancelled' : 'done';
}

/** `backfill` is null before anybody has asked for it. `batches` are those that it has started. */
export function backfillView(
  backfill: Backfill | null,
  batches: readonly ImageBatch[],
  requests: readonly AdminRequest[],
): BackfillView {
  const wanted = (action: AdminRequest['action']) => requests.some((request) => request.action === action);
  const asked = wanted('start_backfill') ? 'start' : wanted('preview_backfill') ? 'preview' : null;
  if (backfill === null) {
    return { asked, stage: 'unknown', preview: null, progress: null, byItself: false, startedAt: null };
  }
  const { preview, findings } = backfill;
  const fresh = preview !== null && (findings === null || preview.at > findings.at) ? preview : null;
  const progress = progressOf(backfill, batches);
  const run = backfill.processing_status.image_backfill;
  return {
    asked,
    stage: stageOf(backfill, fresh, progress?.left ?? 0),
    preview: fresh,
    progress,
    byItself: run !== undefined && backfill.created_by === STARTED_BY_DEPLOYMENT,
    startedAt: run?.started_at ?? null,
  };
}
