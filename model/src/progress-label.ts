/** The words of a running job: "Phase 4 of 6: Generating categories… 67% (2m 30s)". */
import type { Pipeline } from './pipelines.ts';
import { pipelineDefinition } from './pipelines.ts';
import type { ProcessingStatus } from './processing-status.ts';

/** A duration for people: `8s`, `2m 30s`, `1h 5m`. Milliseconds in; negative counts as zero. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}m ${seconds % 60}s` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

/** Milliseconds that a run has been worked on or waited for as of `now`: pauses do not count, and nothing does after its end. */
export function elapsedTime(status: ProcessingStatus, now: Date): number {
  const until = status.status === 'paused' ? status.last_updated : (status.completed_at ?? now);
  return Math.max(0, until.getTime() - status.started_at.getTime() - status.paused_ms);
}

/** The one line that says where a run is, as of `now`. */
export function progressLabel(pipeline: Pipeline, status: ProcessingStatus, now: Date): string {
  const { stepWord } = pipelineDefinition(pipeline);
  const { phase, total_phases, percentage } = status.progress;
  const elapsed = formatDuration(elapsedTime(status, now));
  return `${stepWord} ${phase} of ${total_phases}: ${status.current_phase}… ${percentage}% (${elapsed})`;
}

/** "in 40s", "at once". */
function timeUntil(at: Date, now: Date): string {
  const left = at.getTime() - now.getTime();
  return left < 1000 ? 'at once' : `in ${formatDuration(left)}`;
}

/** What is going on besides plain work, as a sentence; null when there is nothing to say. */
export function activityLabel(status: ProcessingStatus, now: Date): string | null {
  const { activity } = status;
  switch (activity.kind) {
    case 'working': {
      const { within } = status.progress;
      return within === null ? null : `${within.unit} ${within.done} of ${within.of}`;
    }
    case 'retrying': {
      const seconds = Math.ceil((activity.at.getTime() - now.getTime()) / 1000);
      const when = seconds > 0 ? ` in ${seconds} s` : '';
      return `That did not work. Attempt ${activity.attempt} of ${activity.of}${when}.`;
    }
    case 'restarting':
      return 'Restarting processing…';
    case 'waiting':
      return `${activity.service} does not answer. It is asked again ${timeUntil(activity.until, now)}.`;
    case 'held':
      return 'The queue is paused by an administrator. This goes on when it is resumed.';
    case 'pausing':
      return 'Pausing after this step…';
    case 'cancelling':
      return 'Cancelling…';
  }
}
