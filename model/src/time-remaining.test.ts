import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_STATS, type PipelineStats } from './pipeline-stats.ts';
import { pipelineDefinition } from './pipelines.ts';
import { elapsedTime } from './progress-label.ts';
import { type ProcessingStatus, processingStatusSchema } from './processing-status.ts';
import { formatRemaining, timeRemaining } from './time-remaining.ts';

const START = new Date('2026-01-01T08:00:00Z');
const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);
const PHASES = pipelineDefinition('deck_generation').phases;

/** A history in which every phase took ten seconds. */
const USUAL: PipelineStats = {
  ...NO_STATS,
  completed: 3,
  run_ms: [40_000, 40_000, 40_000],
  phase_ms: Object.fromEntries(PHASES.map(({ key }) => [key, [9_000, 10_000, 11_000]])),
};

/** A run whose phase `phase` began at the start. */
function inPhase(phase: number, change: Partial<ProcessingStatus> = {}): ProcessingStatus {
  return {
    status: 'processing',
    task_id: 'j',
    run: 1,
    started_at: START,
    completed_at: null,
    last_updated: START,
    current_phase: PHASES[phase - 1]?.label ?? '',
    phase_started_at: START,
    phase_ms: {},
    paused_ms: 0,
    progress: { phase, total_phases: PHASES.length, percentage: 0, within: null },
    activity: { kind: 'working' },
    error: null,
    ...change,
  };
}

const remaining = (status: ProcessingStatus, now = START, stats = USUAL) =>
  timeRemaining('deck_generation', status, stats, now);

describe('the time remaining', () => {
  it('is the sum of what the phases to come usually take', () => {
    expect(remaining(inPhase(1))).toBe(40_000);
    expect(remaining(inPhase(3))).toBe(20_000);
  });

  it('falls with the time that the phase under way has taken', () => {
    expect(remaining(inPhase(3), later(4_000))).toBe(16_000);
    expect(remaining(inPhase(3), later(60_000))).toBe(10_000);
  });

  it('goes by the progress within the phase where there is any', () => {
    const within = { done: 3, of: 4, unit: 'Page' };
    const told = inPhase(4, {
      last_updated: later(9_000),
      progress: { phase: 4, total_phases: 4, percentage: 90, within },
    });
    expect(remaining(told, later(9_000))).toBe(2_500);
    expect(remaining(told, later(10_000))).toBe(1_500);
    const oneOfTwoFiles = { ...told, progress: { ...told.progress, fraction: 0.375 } };
    expect(remaining(oneOfTwoFiles, later(9_000))).toBe(6_250);
  });

  it('goes by the pace of this run, within limits', () => {
    expect(remaining(inPhase(3, { phase_ms: { collect_items: 20_000, prepare_pictures: 20_000 } }))).toBe(
      40_000,
    );
    expect(remaining(inPhase(2, { phase_ms: { collect_items: 1 } }))).toBe(7_500);
    expect(remaining(inPhase(2, { phase_ms: { collect_items: 1e9 } }))).toBe(120_000);
  });

  it('includes the wait for the next try', () => {
    const activity = { kind: 'retrying', attempt: 2, of: 3, at: later(5_000) } as const;
    const waiting = inPhase(4, { phase_started_at: null, activity });
    expect(remaining(waiting, later(1_000))).toBe(14_000);
  });

  it('of a paused run is what it will take once it goes on', () => {
    expect(remaining(inPhase(4, { status: 'paused', phase_started_at: null }), later(1e9))).toBe(10_000);
  });

  it('is not known without a history, of a run that has ended, or that is being cancelled', () => {
    expect(remaining(inPhase(1), START, NO_STATS)).toBeNull();
    expect(remaining(inPhase(1), START, { ...USUAL, phase_ms: { write_pdf: [1] } })).toBeNull();
    expect(remaining(inPhase(1, { status: 'failed' }))).toBeNull();
    expect(remaining(inPhase(1, { activity: { kind: 'cancelling' } }))).toBeNull();
  });

  it('is not known of a run that waits for a service, or for its queue to be resumed', () => {
    const waiting = { kind: 'waiting', service: 'cdn.example', until: later(60_000) } as const;
    expect(remaining(inPhase(1, { activity: waiting }))).toBeNull();
    expect(remaining(inPhase(1, { activity: { kind: 'held' } }))).toBeNull();
  });

  const duration = fc.double({ min: 0, max: 1e7, noNaN: true });
  const durations = fc.array(duration, { minLength: 1, maxLength: 5 });
  const keys = PHASES.map(({ key }) => key);
  const stats = fc.tuple(...keys.map(() => durations)).map((all) => ({
    ...USUAL,
    phase_ms: Object.fromEntries(keys.map((key, index) => [key, all[index] ?? []])),
  }));
  const status = fc
    .record({
      phase: fc.integer({ min: 1, max: 4 }),
      phase_ms: fc.dictionary(fc.constantFrom(...keys), duration),
      within: fc.option(
        fc.integer({ min: 1, max: 100 }).chain((of) =>
          fc.record({
            of: fc.constant(of),
            done: fc.integer({ min: 0, max: of }),
            unit: fc.constant('Page'),
          }),
        ),
      ),
      began: fc.boolean(),
    })
    .map(({ phase, phase_ms, within, began }) =>
      inPhase(phase, {
        phase_ms,
        phase_started_at: began ? START : null,
        progress: { phase, total_phases: 4, percentage: 0, within },
      }),
    );

  it('is never negative and never rises while a phase is at work', () => {
    fc.assert(
      fc.property(stats, status, fc.array(fc.nat(1e6)), (stats, status, waits) => {
        let now = START;
        const seen = [0, ...waits].map((wait) => {
          now = new Date(now.getTime() + wait);
          return timeRemaining('deck_generation', status, stats, now) ?? Number.NaN;
        });
        expect(seen.every((left) => left >= 0)).toBe(true);
        expect(seen).toEqual(seen.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('the words for the time remaining', () => {
  it.each([
    [-5, 'a few seconds left'],
    [4_000, 'a few seconds left'],
    [16_500, 'about 20 s left'],
    [55_000, 'about 55 s left'],
    [56_000, 'about 1 min left'],
    [125_000, 'about 2 min left'],
    [59 * 60_000, 'about 59 min left'],
    [60 * 60_000, 'about 1 h left'],
    [72 * 60_000, 'about 1 h 10 min left'],
    [119 * 60_000, 'about 2 h left'],
  ])('%d ms are %s', (milliseconds, words) => {
    expect(formatRemaining(milliseconds)).toBe(words);
  });
});

describe('the time elapsed', () => {
  it('leaves pauses out, stands still in one, and ends with the run', () => {
    expect(elapsedTime(inPhase(1, { paused_ms: 3_000 }), later(10_000))).toBe(7_000);
    const paused = inPhase(1, { status: 'paused', last_updated: later(5_000) });
    expect(elapsedTime(paused, later(1e9))).toBe(5_000);
    expect(elapsedTime(inPhase(4, { status: 'completed', completed_at: later(8_000) }), later(1e9))).toBe(
      8_000,
    );
  });
});

describe('a summary from before durations were kept', () => {
  it('is read as one without them', () => {
    const { phase_started_at: _, phase_ms: __, paused_ms: ___, ...old } = inPhase(2);
    expect(processingStatusSchema.parse(old)).toMatchObject({
      phase_started_at: null,
      phase_ms: {},
      paused_ms: 0,
    });
  });
});
