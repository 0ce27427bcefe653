/**
 * How the runs of a pipeline went in a workspace, kept up to date at the end of each run: what the time remaining and
 * the simple analytics are made of. `workspaces/{workspace}/pipeline_stats/{pipeline}`.
 */
import { z } from 'zod';

/** Durations that are remembered of the whole run and of each phase, the latest last. */
export const DURATIONS_KEPT = 50;

const durations = z.array(z.number().nonnegative());

/** Milliseconds. Only completed runs and succeeded phases give durations; waiting and pauses do not count. */
export const pipelineStatsSchema = z.object({
  completed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  cancelled: z.number().int().nonnegative(),
  run_ms: durations,
  /** By key of phase. */
  phase_ms: z.record(z.string(), durations),
});
export type PipelineStats = z.infer<typeof pipelineStatsSchema>;

export const NO_STATS: PipelineStats = { completed: 0, failed: 0, cancelled: 0, run_ms: [], phase_ms: {} };

/** The `share`-quantile (0–1) by linear interpolation between closest ranks; null for no values. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at));
}
