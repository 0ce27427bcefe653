/** The figures of a pipeline, from its runs or from the statistics that the engine keeps. Pure. */
import { type Analysis, analyse, type PhaseAnalysis } from '@docket/model/job-analytics';
import { type PipelineStats, quantile } from '@docket/model/pipeline-stats';
import { PIPELINES, type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import type { StoredJob } from '../../../data/records.ts';

/** An analysis in which nobody may have counted the failures of each phase. */
export interface Figures extends Omit<Analysis, 'phases'> {
  phases: readonly (Omit<PhaseAnalysis, 'failures'> & { failures: number | null })[];
}

export interface PipelineFigures {
  pipeline: Pipeline;
  figures: Figures;
}

/** Those of every pipeline that has a run among `jobs`. */
export function figuresOfJobs(jobs: readonly StoredJob[]): PipelineFigures[] {
  return PIPELINES.map((pipeline) => ({
    pipeline,
    own: jobs.filter(({ data }) => data.pipeline === pipeline).map(({ data }) => data),
  }))
    .filter(({ own }) => own.length > 0)
    .map(({ pipeline, own }) => ({ pipeline, figures: analyse(own) }));
}

const spread = (values: readonly number[]) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95) });

/** Those that the statistics of `pipeline` give: of all its runs so far, the durations of the latest. */
export function figuresOfStats(pipeline: Pipeline, stats: PipelineStats): Figures {
  const { completed, failed, cancelled, run_ms, phase_ms } = stats;
  const ended = completed + failed;
  return {
    runs: ended + cancelled,
    completed,
    failed,
    cancelled,
    success_rate: ended === 0 ? null : completed / ended,
    run: spread(run_ms),
    phases: pipelineDefinition(pipeline).phases.map(({ key, label }) => ({
      key,
      label,
      failures: null,
      ...spread(phase_ms[key] ?? []),
    })),
  };
}
