/** What was done in each minute of the last hour, from what the engine has counted. Pure. */
import { MINUTES_KEPT, type PipelineStats } from '@docket/model/pipeline-stats';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';

const MINUTE_MS = 60_000;

export interface Minute {
  /** Its beginning. */
  at: Date;
  /** Images of batches that were completed in it. */
  images: number;
  /** Runs of any kind that were completed in it. */
  runs: number;
  /** Runs that have failed in it. */
  failed: number;
}

/** What was counted of one pipeline. */
export interface Counted {
  pipeline: Pipeline;
  minutes: PipelineStats['minutes'];
}

/** The hour that ends with the minute of `now`, the oldest minute first. */
export function lastHour(counted: readonly Counted[], now: Date): Minute[] {
  const last = Math.floor(now.getTime() / MINUTE_MS);
  const minutes = Array.from({ length: MINUTES_KEPT }, (_, index): Minute => {
    const at = new Date((last - MINUTES_KEPT + 1 + index) * MINUTE_MS);
    return { at, images: 0, runs: 0, failed: 0 };
  });
  for (const { pipeline, minutes: own } of counted) {
    const ofImages = pipelineDefinition(pipeline).subject === 'image_batch';
    for (const { at, completed, failed, units } of own) {
      const ago = last - Math.floor(at.getTime() / MINUTE_MS);
      const minute = ago < 0 ? undefined : minutes[MINUTES_KEPT - 1 - ago];
      if (minute === undefined) continue;
      minute.runs += completed;
      minute.failed += failed;
      if (ofImages) minute.images += units;
    }
  }
  return minutes;
}

/** All minutes together. */
export function together(minutes: readonly Minute[]): Omit<Minute, 'at'> {
  return minutes.reduce(
    (sum, { images, runs, failed }) => ({
      images: sum.images + images,
      runs: sum.runs + runs,
      failed: sum.failed + failed,
    }),
    { images: 0, runs: 0, failed: 0 },
  );
}

/** The round number (1, 2 or 5 times a power of ten) at or above `highest` that an axis ends with; at least 5. */
export function axisEnd(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= highest) ?? 10;
  return Math.max(5, step * power);
}
