/** Where each phase of a run stands, from the run's summary: pure. */
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';

export interface PhaseStep {
  label: string;
  state: 'done' | 'current' | 'paused' | 'failed' | 'stopped' | 'waiting';
  /** How much of the phase is done, 0–1. */
  fraction: number;
}

const STATE_OF_REACHED: Partial<Record<ProcessingStatus['status'], PhaseStep['state']>> = {
  failed: 'failed',
  cancelled: 'stopped',
  paused: 'paused',
};

/** The phases of `pipeline` in order. A finished run has them all done. */
export function phaseSteps(pipeline: Pipeline, status: ProcessingStatus): PhaseStep[] {
  const { phase: reached, within } = status.progress;
  return pipelineDefinition(pipeline).phases.map(({ label }, index) => {
    const number = index + 1;
    if (status.status === 'completed' || number < reached) return { label, state: 'done', fraction: 1 };
    if (number > reached || status.status === 'queued') return { label, state: 'waiting', fraction: 0 };
    const fraction = within === null ? 0 : Math.min(within.done / within.of, 1);
    return { label, state: STATE_OF_REACHED[status.status] ?? 'current', fraction };
  });
}
