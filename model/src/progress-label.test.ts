import { describe, expect, it } from 'vitest';
import { type Activity, type ProcessingStatus, processingStatusSchema } from './processing-status.ts';
import { activityLabel, progressLabel } from './progress-label.ts';

const START = new Date('2026-01-01T08:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

function running(activity: Activity): ProcessingStatus {
  return processingStatusSchema.parse({
    status: 'processing',
    task_id: 'j',
    run: 1,
    started_at: START,
    completed_at: null,
    last_updated: START,
    current_phase: 'Fetching images',
    progress: { phase: 1, total_phases: 2, percentage: 12, within: { done: 3, of: 12, unit: 'Image' } },
    activity,
    error: null,
  });
}

describe('the line that says where a run is', () => {
  it('names phase, share and time', () => {
    expect(progressLabel('image_import', running({ kind: 'working' }), later(150))).toBe(
      'Phase 1 of 2: Fetching images… 12% (2m 30s)',
    );
  });
});

describe('what is going on besides', () => {
  const said = (activity: Activity, seconds = 0) => activityLabel(running(activity), later(seconds));

  it('is how far the phase is while it works', () => {
    expect(said({ kind: 'working' })).toBe('Image 3 of 12');
  });

  it('is which service is waited for, and when it is asked again', () => {
    const waiting = { kind: 'waiting', service: 'cdn.example', until: later(90) } as const;
    expect(said(waiting)).toBe('cdn.example does not answer. It is asked again in 1m 30s.');
    expect(said(waiting, 90)).toBe('cdn.example does not answer. It is asked again at once.');
  });

  it('is that the queue is paused', () => {
    expect(said({ kind: 'held' })).toBe(
      'The queue is paused by an administrator. This goes on when it is resumed.',
    );
  });

  it('is which attempt comes when', () => {
    const retrying = { kind: 'retrying', attempt: 2, of: 3, at: later(4) } as const;
    expect(said(retrying)).toBe('That did not work. Attempt 2 of 3 in 4 s.');
    expect(said(retrying, 5)).toBe('That did not work. Attempt 2 of 3.');
  });
});
