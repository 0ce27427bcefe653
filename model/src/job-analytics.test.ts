import { describe, expect, it } from 'vitest';
import { type Attempt, type Job, jobSchema, type JobStatus } from './job.ts';
import { analyse, phaseDurations, runDuration } from './job-analytics.ts';
import { DURATIONS_KEPT, MINUTES_KEPT, NO_STATS, statsAfter } from './pipeline-stats.ts';
import { type Pipeline, pipelineDefinition } from './pipelines.ts';

const START = new Date('2026-01-01T08:00:00Z');
const error = { code: 'internal', message: 'm', phase: 'p', details: '' } as const;

/** A try of `phase` that took `milliseconds`. */
function tried(phase: number, attempt: number, outcome: Attempt['outcome'], milliseconds: number): Attempt {
  const endedAt = new Date(START.getTime() + milliseconds);
  const failure = outcome === 'succeeded' ? null : error;
  return { phase, attempt, outcome, started_at: START, ended_at: endedAt, error: failure };
}

/** First tries of phases from `first` on that succeeded, each in as many milliseconds as `times` says. */
const succeeded = (times: readonly number[], first = 1) =>
  times.map((time, index) => tried(first + index, 1, 'succeeded', time));

function jobWith(
  status: JobStatus,
  attempts: readonly Attempt[],
  pipeline: Pipeline = 'deck_generation',
): Job {
  const start = {
    pipeline,
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: [] },
    run: 1,
    created_by: 'u',
    created_at: START,
    open: false,
  };
  return jobSchema.parse({ ...start, status, attempts: [...attempts] });
}

describe('the duration of a run', () => {
  it('is the sum of what its phases took, without waiting, failed tries and pauses', () => {
    const attempts = [
      tried(1, 1, 'failed', 9_000),
      tried(1, 2, 'waited', 3_600_000),
      tried(1, 2, 'succeeded', 100),
      ...succeeded([20, 3, 4], 2),
    ];
    expect(runDuration(jobWith('completed', attempts))).toBe(127);
  });

  it('is not known of a run that did not complete, or began at a later phase', () => {
    expect(runDuration(jobWith('failed', succeeded([1, 2, 3, 4])))).toBeNull();
    expect(runDuration(jobWith('completed', succeeded([3, 4], 3)))).toBeNull();
  });

  it('is never negative, whatever the clocks of two workers say', () => {
    expect(runDuration(jobWith('completed', succeeded([-50, 1, 1, 1])))).toBe(3);
  });
});

describe('the analysis of jobs', () => {
  const jobs = [
    jobWith('completed', succeeded([10, 20, 30, 40])),
    jobWith('completed', [
      tried(1, 1, 'lost', 500),
      tried(1, 2, 'failed', 500),
      tried(1, 3, 'succeeded', 30),
      ...succeeded([20, 30, 40], 2),
    ]),
    jobWith('failed', [tried(1, 1, 'failed', 7)]),
    jobWith('cancelled', [tried(1, 1, 'cancelled', 7)]),
    jobWith('processing', [{ ...tried(1, 1, 'running', 0), ended_at: null }]),
  ];

  it('counts runs by how they ended; those cancelled by people say nothing about success', () => {
    expect(analyse(jobs)).toMatchObject({
      runs: 5,
      completed: 2,
      failed: 1,
      cancelled: 1,
      success_rate: 2 / 3,
    });
  });

  it('says how long runs and phases took, and how often phases failed', () => {
    const { run, phases } = analyse(jobs);
    expect(run).toEqual({ p50: 110, p95: 119 });
    expect(phases.map(({ key }) => key)).toEqual(
      pipelineDefinition('deck_generation').phases.map(({ key }) => key),
    );
    expect(phases[0]).toMatchObject({ p50: 20, p95: 29, failures: 3, label: 'Collecting items' });
    expect(phases[3]).toMatchObject({ p50: 40, failures: 0 });
  });

  it('of several pipelines lists the phases of each, in order', () => {
    const { phases } = analyse([...jobs, jobWith('completed', succeeded([1]), 'document_processing')]);
    expect(phases.map(({ key }) => key)).toEqual([
      ...pipelineDefinition('document_processing').phases.map(({ key }) => key),
      ...pipelineDefinition('deck_generation').phases.map(({ key }) => key),
    ]);
  });

  it('of nothing has no figures', () => {
    expect(analyse([])).toEqual({
      runs: 0,
      completed: 0,
      failed: 0,
      cancelled: 0,
      success_rate: null,
      run: { p50: null, p95: null },
      phases: [],
    });
    expect(phaseDurations([]).size).toBe(0);
  });
});

describe('the statistics of a pipeline', () => {
  it('remember how long a completed run and its phases took', () => {
    expect(statsAfter(NO_STATS, jobWith('completed', succeeded([1, 2, 3, 4])))).toEqual({
      ...NO_STATS,
      completed: 1,
      failed: 0,
      cancelled: 0,
      run_ms: [10],
      phase_ms: { collect_items: [1], prepare_pictures: [2], write_presentation: [3], write_pdf: [4] },
    });
  });

  it('of a run that fails, is retried and completes count each phase once and the run as a whole', () => {
    const before = [...succeeded([1, 2]), tried(3, 1, 'failed', 9)];
    const afterFailure = statsAfter(NO_STATS, jobWith('failed', before));
    const retried = { ...jobWith('completed', [...before, ...succeeded([3, 4], 3)]), counted_phases: 2 };
    const stats = statsAfter(afterFailure, retried);
    expect(stats).toMatchObject({ completed: 1, failed: 1, run_ms: [10] });
    expect(Object.values(stats.phase_ms)).toEqual([[1], [2], [3], [4]]);
  });

  it('of a run that is cancelled right after its retry count nothing twice', () => {
    const attempts = [...succeeded([1, 2]), tried(3, 1, 'failed', 9)];
    const cancelled = { ...jobWith('cancelled', attempts), counted_phases: 2 };
    expect(statsAfter(NO_STATS, cancelled)).toEqual({ ...NO_STATS, cancelled: 1 });
  });

  it('do not take a run from a later phase for a quick one', () => {
    const stats = statsAfter(NO_STATS, jobWith('completed', succeeded([3, 4], 3)));
    expect(stats).toMatchObject({ completed: 1, run_ms: [], phase_ms: { write_pdf: [4] } });
  });

  it('forget the oldest durations', () => {
    let stats = NO_STATS;
    for (let run = 0; run <= DURATIONS_KEPT; run++)
      stats = statsAfter(stats, jobWith('completed', succeeded([run, 0, 0, 0])));
    expect(stats.run_ms).toHaveLength(DURATIONS_KEPT);
    expect([stats.run_ms[0], stats.run_ms.at(-1)]).toEqual([1, DURATIONS_KEPT]);
  });

  it('say nothing about a run whose collection was deleted', () => {
    const abandoned = { ...jobWith('failed', []), error: { ...error, code: 'subject_missing' as const } };
    expect(statsAfter(NO_STATS, abandoned)).toEqual(NO_STATS);
  });
});

/** A job that ended `seconds` after the start. */
function endedAt(seconds: number, status: JobStatus, images?: number): Job {
  const input = {
    document_ids: [],
    ...(images === undefined ? {} : { image_ids: Array.from({ length: images }, (_, index) => `i${index}`) }),
  };
  const completedAt = new Date(START.getTime() + seconds * 1000);
  return { ...jobWith(status, []), input, completed_at: completedAt };
}

/** The minutes after the jobs have ended one after another, each with how long after the start it begins. */
function minutesOf(jobs: readonly Job[]) {
  return jobs
    .reduce(statsAfter, NO_STATS)
    .minutes.map(({ at, ...counts }) => ({ second: (at.getTime() - START.getTime()) / 1000, ...counts }));
}

describe('the minutes in which runs ended', () => {
  it('count the runs that ended in them, and what the completed ones have dealt with', () => {
    const jobs = [
      endedAt(0, 'completed'),
      endedAt(59, 'failed', 50),
      endedAt(60, 'completed', 50),
      endedAt(119, 'completed', 37),
    ];
    expect(minutesOf(jobs)).toEqual([
      { second: 0, completed: 1, failed: 1, units: 1 },
      { second: 60, completed: 2, failed: 0, units: 87 },
    ]);
  });

  it('are in order, whatever the clocks of two workers say', () => {
    const jobs = [endedAt(130, 'completed'), endedAt(10, 'completed'), endedAt(140, 'completed')];
    expect(minutesOf(jobs)).toMatchObject([
      { second: 0, completed: 1 },
      { second: 120, completed: 2 },
    ]);
  });

  it('forget the oldest', () => {
    const jobs = Array.from({ length: MINUTES_KEPT + 5 }, (_, minute) => endedAt(minute * 60, 'completed'));
    const minutes = minutesOf(jobs);
    expect(minutes).toHaveLength(MINUTES_KEPT);
    expect(minutes[0]?.second).toBe(5 * 60);
  });
});
