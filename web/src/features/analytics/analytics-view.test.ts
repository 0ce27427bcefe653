import { durationHistogram, mergeDurations, NO_DURATIONS } from '@docket/model/duration-histogram';
import { type AnalyticsDay, daysBefore, NO_FIGURES } from '@docket/model/pipeline-analytics';
import type { Pipeline } from '@docket/model/pipelines';
import { describe, expect, it } from 'vitest';
import { analyticsView, type Counted, runsOf, slowest, type Span, successRate } from './analytics-view.ts';

const TODAY = '2026-11-26';

/** A day so many days ago. */
const day = (ago: number, figures: Partial<AnalyticsDay>): AnalyticsDay => ({
  ...NO_FIGURES,
  ...figures,
  day: daysBefore(TODAY, ago),
});
const counted = (pipeline: Pipeline, ...days: AnalyticsDay[]): Counted => ({ pipeline, analytics: { days } });
const times = (...ms: number[]) => ms.map(durationHistogram).reduce(mergeDurations, NO_DURATIONS);

const ALL = [
  counted(
    'deck_generation',
    day(40, { completed: 5, run_ms: times(90_000) }),
    day(1, { completed: 2, run_ms: times(10_000, 20_000), phase_ms: { write_pdf: times(4000, 4000) } }),
    day(0, { completed: 1, failed: 1, causes: [{ code: 'timed_out', phase: 'write_pdf', runs: 1 }] }),
  ),
  counted(
    'document_processing',
    day(1, {
      completed: 1,
      failed: 3,
      cancelled: 2,
      causes: [
        { code: 'file_corrupt', phase: 'extract_text', runs: 2 },
        { code: 'timed_out', phase: 'extract_images', runs: 1 },
      ],
    }),
  ),
];

const viewOf = (span: Span, pipeline: Pipeline | null = null) =>
  analyticsView(ALL, { today: TODAY, span, pipeline });

describe('the analytics', () => {
  it('show every day of the span, those without a run as well', () => {
    const { days, outcomes } = viewOf(7);
    expect(days).toHaveLength(7);
    expect(days.slice(-3)).toEqual([
      { day: '2026-11-24', completed: 0, failed: 0, cancelled: 0 },
      { day: '2026-11-25', completed: 3, failed: 3, cancelled: 2 },
      { day: '2026-11-26', completed: 1, failed: 1, cancelled: 0 },
    ]);
    expect(outcomes).toEqual({ completed: 4, failed: 4, cancelled: 2 });
  });

  it('leave out what is older than the span', () => {
    expect(runsOf(viewOf(30).outcomes)).toBe(10);
    expect(runsOf(viewOf(90).outcomes)).toBe(15);
  });

  it('tell durations of the days of the span together, to within their precision', () => {
    const [, deck] = viewOf(7).pipelines;
    expect(deck?.pipeline).toBe('deck_generation');
    expect((deck?.p50 ?? 0) / 10_000).toBeCloseTo(1, 0);
    expect((deck?.p95 ?? 0) / 20_000).toBeCloseTo(1, 0);
    expect((viewOf(90).pipelines[1]?.p95 ?? 0) / 90_000).toBeCloseTo(1, 0);
  });

  it('list the phases of a pipeline in order, also those that nothing has got through', () => {
    const phases = viewOf(7).pipelines[1]?.phases ?? [];
    expect(phases.map(({ key }) => key)).toEqual([
      'collect_items',
      'prepare_pictures',
      'write_presentation',
      'write_pdf',
    ]);
    expect(phases[0]).toMatchObject({ runs: 0, p50: null, p95: null });
    expect(phases[3]).toMatchObject({ runs: 2, label: 'Writing PDF' });
  });

  it('name each cause with the places where it struck, the most frequent first', () => {
    expect(viewOf(7).causes).toEqual([
      {
        code: 'file_corrupt',
        runs: 2,
        places: [{ pipeline: 'document_processing', phase: 'Extracting text with positions', runs: 2 }],
      },
      {
        code: 'timed_out',
        runs: 2,
        places: [
          { pipeline: 'document_processing', phase: 'Extracting images from documents', runs: 1 },
          { pipeline: 'deck_generation', phase: 'Writing PDF', runs: 1 },
        ],
      },
    ]);
  });

  it('of one pipeline leave all others out', () => {
    const view = viewOf(7, 'document_processing');
    expect(view.outcomes).toEqual({ completed: 1, failed: 3, cancelled: 2 });
    expect(view.pipelines.map(({ pipeline }) => pipeline)).toEqual(['document_processing']);
    expect(view.days.at(-1)).toMatchObject({ completed: 0, failed: 0 });
  });

  it('know no success where nothing has completed or failed', () => {
    expect(successRate({ completed: 0, failed: 0, cancelled: 4 })).toBeNull();
    expect(successRate({ completed: 3, failed: 1, cancelled: 4 })).toBe(0.75);
  });

  it('begin with the phases of the pipeline whose runs take longest', () => {
    expect(slowest(viewOf(7).pipelines)?.pipeline).toBe('deck_generation');
    expect(slowest([])).toBeNull();
  });
});
