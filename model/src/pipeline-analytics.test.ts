import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationCount, durationHistogram } from './duration-histogram.ts';
import { ERROR_CODES, type ErrorCode } from './errors.ts';
import { type Attempt, type Job, jobSchema } from './job.ts';
import {
  type AnalyticsDay,
  analyticsAfter,
  CHARACTERS_KEPT,
  dayOf,
  daysBefore,
  DAYS_KEPT,
  figuresOver,
  mergeFigures,
  NO_ANALYTICS,
  NO_FIGURES,
  type PipelineAnalytics,
  pipelineAnalyticsSchema,
  type RunFigures,
} from './pipeline-analytics.ts';
import { phaseAt, phaseCount, type Pipeline } from './pipelines.ts';

const START = new Date('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;

interface End {
  pipeline?: Pipeline;
  status?: 'completed' | 'failed' | 'cancelled';
  /** How long each phase took that succeeded, in milliseconds. */
  times?: readonly number[];
  code?: ErrorCode;
  images?: number;
  /** Milliseconds after the start. */
  at?: number;
  counted?: number;
}

/** A job that has come to an end. */
function ended({
  pipeline = 'deck_generation',
  status = 'completed',
  times = [],
  code,
  images,
  at = 0,
  counted = 0,
}: End): Job {
  const attempts = times.map((time, index): Attempt => {
    const endedAt = new Date(START.getTime() + time);
    return {
      phase: index + 1,
      attempt: 1,
      outcome: 'succeeded',
      started_at: START,
      ended_at: endedAt,
      error: null,
    };
  });
  const error = code === undefined ? null : { code, message: 'm', phase: 'Writing PDF', details: '' };
  return jobSchema.parse({
    pipeline,
    subject: { type: 'collection', id: 'c' },
    input: {
      document_ids: [],
      ...(images === undefined ? {} : { image_ids: Array.from({ length: images }, (_, i) => `i${i}`) }),
    },
    run: 1,
    created_by: 'u',
    created_at: START,
    open: false,
    status,
    phase: Math.min(times.length + 1, phaseCount(pipeline)),
    attempts,
    error,
    counted_phases: counted,
    completed_at: new Date(START.getTime() + at),
  });
}

const after = (ends: readonly End[]): PipelineAnalytics =>
  ends.map(ended).reduce(analyticsAfter, NO_ANALYTICS);
const sum = (days: readonly AnalyticsDay[]): RunFigures => days.reduce<RunFigures>(mergeFigures, NO_FIGURES);

const end = fc.record<End>({
  status: fc.constantFrom('completed', 'failed', 'cancelled'),
  times: fc.array(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 4 }),
  code: fc.constantFrom('file_corrupt', 'timed_out', 'internal'),
  at: fc.integer({ min: 0, max: (DAYS_KEPT - 1) * DAY_MS }),
});
const ends = fc.array(end, { maxLength: 40 });

describe('the figures of a day', () => {
  it('say how its runs ended, what they dealt with and how long they and their phases took', () => {
    const { days } = after([
      { times: [100, 200, 300, 400], images: 12 },
      { times: [100], status: 'failed', code: 'file_corrupt', images: 5, at: DAY_MS - 1 },
      { times: [100, 200], status: 'cancelled', at: 1 },
    ]);
    expect(days).toEqual([
      {
        day: '2026-01-01',
        completed: 1,
        failed: 1,
        cancelled: 1,
        units: 12,
        run_ms: durationHistogram(1000),
        phase_ms: {
          collect_items: '10:3',
          prepare_pictures: '14:2',
          write_presentation: durationHistogram(300),
          write_pdf: durationHistogram(400),
        },
        causes: [{ code: 'file_corrupt', phase: 'prepare_pictures', runs: 1 }],
      },
    ]);
  });

  it('count a run that failed, was retried and completed twice, and each of its phases once', () => {
    const { days } = after([
      { times: [100, 200], status: 'failed', code: 'timed_out' },
      { times: [100, 200, 300, 400], counted: 2, at: DAY_MS },
    ]);
    expect(days).toMatchObject([
      { completed: 0, failed: 1, run_ms: '' },
      { day: '2026-01-02', completed: 1, failed: 0, run_ms: durationHistogram(1000) },
    ]);
    const { phase_ms: times } = sum(days);
    expect(Object.values(times).map(durationCount)).toEqual([1, 1, 1, 1]);
  });

  it('say nothing about a run whose subject was deleted', () => {
    expect(after([{ status: 'failed', code: 'subject_missing' }])).toEqual(NO_ANALYTICS);
  });

  it('keep what failed for a reason that is none any more', () => {
    const [day] = after([{ status: 'failed', code: 'timed_out' }]).days;
    const stored = { days: [{ ...day, causes: [{ code: 'moon_phase', phase: 'write_pdf', runs: 2 }] }] };
    expect(pipelineAnalyticsSchema.parse(stored).days[0]?.causes).toMatchObject([
      { code: 'internal', runs: 2 },
    ]);
  });
});

describe('days', () => {
  it('lose nothing, whatever ends in whatever order', () => {
    fc.assert(
      fc.property(ends, (all) => {
        const figures = sum(after(all).days);
        const ending = (status: End['status']) => all.filter((one) => one.status === status).length;
        expect(figures).toMatchObject({
          completed: ending('completed'),
          failed: ending('failed'),
          cancelled: ending('cancelled'),
        });
        expect(figures.causes.reduce((runs, cause) => runs + cause.runs, 0)).toBe(ending('failed'));
        const counted = Object.values(figures.phase_ms).map(durationCount);
        expect(counted.reduce((phases, phase) => phases + phase, 0)).toBe(
          all.reduce((phases, { times = [] }) => phases + times.length, 0),
        );
        expect(sum(after(all.toReversed()).days)).toEqual(figures);
      }),
    );
  });

  it('come to the same in whatever order they are merged', () => {
    fc.assert(
      fc.property(ends, ends, ends, (first, second, third) => {
        const [a, b, c] = [sum(after(first).days), sum(after(second).days), sum(after(third).days)];
        expect(mergeFigures(mergeFigures(a, b), c)).toEqual(mergeFigures(a, mergeFigures(b, c)));
        expect(mergeFigures(a, b)).toEqual(mergeFigures(b, a));
        expect(mergeFigures(a, NO_FIGURES)).toEqual(a);
      }),
    );
  });

  it('are in order, each there once, and what is stored can be read', () => {
    fc.assert(
      fc.property(ends, (all) => {
        const analytics = after(all);
        const days = analytics.days.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(pipelineAnalyticsSchema.parse(analytics)).toEqual(analytics);
      }),
    );
  });

  it('are forgotten when they are too old, also when nothing has run for a long time', () => {
    const { days } = after([{}, { at: DAY_MS }, { at: DAYS_KEPT * DAY_MS }]);
    expect(days.map(({ day }) => day)).toEqual(['2026-01-02', '2026-04-01']);
    expect(after([{}, { at: 400 * DAY_MS }]).days).toHaveLength(1);
  });

  it('of a run that was counted too late are not brought back', () => {
    const all = after([{ at: 400 * DAY_MS }, { at: 0 }]);
    expect(all.days.map(({ day }) => day)).toEqual([dayOf(new Date(START.getTime() + 400 * DAY_MS))]);
  });
});

/** A day of the pipeline with most phases on which `runs` runs took anything between a hundredth of a second and a day. */
function scatteredDay(day: string, runs: number): AnalyticsDay {
  const buckets = Array.from({ length: 71 }, () => Math.ceil(runs / 71));
  const histogram = `0:${buckets.join(',')}`;
  const phases = Array.from({ length: phaseCount('item_generation') }, (_, index) =>
    phaseAt('item_generation', index + 1),
  );
  return {
    ...NO_FIGURES,
    day,
    completed: runs,
    failed: runs,
    run_ms: histogram,
    phase_ms: Object.fromEntries(phases.map(({ key }) => [key, histogram])),
    causes: phases.flatMap(({ key }) => ERROR_CODES.map((code) => ({ code, phase: key, runs }))),
  };
}

describe('the document', () => {
  it('of a busy workspace keeps all its days: three hundred runs each, of seven phases', () => {
    const histogram = `20:${Array.from({ length: 16 }, () => 20).join(',')}`;
    const busy = Array.from({ length: DAYS_KEPT - 1 }, (_, index): AnalyticsDay => {
      const day = scatteredDay(daysBefore('2026-01-01', DAYS_KEPT - 1 - index), 320);
      const phases = Object.keys(day.phase_ms).map((key) => [key, histogram]);
      return {
        ...day,
        run_ms: histogram,
        phase_ms: Object.fromEntries(phases),
        causes: day.causes.slice(0, 3),
      };
    });
    const { days } = analyticsAfter({ days: busy }, ended({}));
    expect(days).toHaveLength(DAYS_KEPT);
  });

  it('stays small at the worst: then the oldest days go first, and the latest stays', () => {
    const worst = Array.from({ length: DAYS_KEPT - 1 }, (_, index) =>
      scatteredDay(daysBefore('2026-01-01', DAYS_KEPT - 1 - index), 100_000),
    );
    const analytics = analyticsAfter({ days: worst }, ended({}));
    expect(JSON.stringify(analytics).length).toBeLessThanOrEqual(CHARACTERS_KEPT + 20);
    expect(analytics.days.length).toBeGreaterThan(2);
    expect(analytics.days.at(-1)).toMatchObject({ day: '2026-01-01', completed: 1 });
    expect(analytics.days).toEqual([...worst, ...analytics.days.slice(-1)].slice(-analytics.days.length));
  });
});

describe('a span', () => {
  it('holds as many days as it says, today among them, and none that a clock puts into the future', () => {
    const analytics = after([{ at: 0 }, { at: DAY_MS }, { at: 7 * DAY_MS }, { at: 8 * DAY_MS }]);
    expect(figuresOver(analytics, '2026-01-08', 7)).toMatchObject({ completed: 2 });
    expect(figuresOver(analytics, '2026-01-08', 8)).toMatchObject({ completed: 3 });
    expect(figuresOver(NO_ANALYTICS, '2026-01-08', 7)).toEqual(NO_FIGURES);
  });
});
