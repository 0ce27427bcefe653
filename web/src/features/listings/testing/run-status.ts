/** How far an analysis is, for tests: in its second phase, with what the test is about changed. */
import { phaseAt, phaseCount } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';

const AT = new Date(1000);

export function runStatus(change: Partial<ProcessingStatus> = {}): ProcessingStatus {
  return {
    status: 'processing',
    task_id: 'l-listing_analysis-1',
    run: 1,
    started_at: AT,
    completed_at: null,
    last_updated: AT,
    current_phase: phaseAt('listing_analysis', 2).label,
    phase_started_at: AT,
    phase_ms: {},
    paused_ms: 0,
    progress: { phase: 2, total_phases: phaseCount('listing_analysis'), percentage: 34, within: null },
    activity: { kind: 'working' },
    error: null,
    ...change,
  };
}
