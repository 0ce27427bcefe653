import { type FitmentJob, fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { jobId, paths } from '@docket/model/paths';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import type { Stored } from '../../../data/reader.ts';
import { NOTHING_PENDING } from '../../collections/run/run-view.ts';
import { rowsMaker } from '../review/review-rows.ts';
import { makeGroups } from '../review/testing/make-groups.ts';
import { countedJob, countStates, filterJobs, jobRow, jobRows, mayDelete } from './job-rows.ts';

const at = (seconds: number) => new Date(1_000_000 + seconds * 1000);

const status = (id: string, change: Partial<ProcessingStatus> = {}): ProcessingStatus => ({
  status: 'completed',
  task_id: jobId(id, 'fitment_generation', 1),
  run: 1,
  started_at: at(0),
  completed_at: null,
  last_updated: at(5),
  current_phase: 'Matching vehicles',
  phase_started_at: at(3),
  phase_ms: {},
  paused_ms: 0,
  progress: { phase: 3, total_phases: 5, percentage: 45, within: null },
  activity: { kind: 'working' },
  error: null,
  ...change,
});

function job(
  id: string,
  run: ProcessingStatus | null,
  change: Record<string, unknown> = {},
): Stored<FitmentJob> {
  const data = fitmentJobSchema.parse({
    name: `Brakes ${id}`,
    created_by: 'u',
    created_at: at(0),
    type: 'selection',
    part_count: 12,
    processing_status: run === null ? {} : { fitment_generation: run },
    ...change,
  });
  return { id, path: paths.fitmentJob('w', id), data };
}

const FOUND = { parts: 12, fitments: 40, exceptions: 3, groups: 1 };
const states = (jobs: readonly Stored<FitmentJob>[]) =>
  jobRows(jobs, NOTHING_PENDING).map(({ id, state }) => [id, state]);

describe('the state of a job', () => {
  it('is that of its run, and needs review while something is pending', () => {
    const pending = { results: FOUND, review: { pending: 1, approved: 39, rejected: 0 } };
    const decided = { results: FOUND, review: { pending: 0, approved: 39, rejected: 1 } };
    expect(
      states([
        job('a', null),
        job('b', status('b', { status: 'processing' })),
        job('c', status('c', { status: 'paused' })),
        job('d', status('d'), pending),
        job('e', status('e'), decided),
        job('f', status('f', { status: 'failed' })),
        job('g', status('g', { status: 'cancelled' })),
      ]),
    ).toEqual([
      ['a', 'queued'],
      ['b', 'processing'],
      ['c', 'paused'],
      ['d', 'review_required'],
      ['e', 'completed'],
      ['f', 'failed'],
      ['g', 'cancelled'],
    ]);
  });

  it('follows what was asked of its run at once', () => {
    const failed = job('a', status('a', { status: 'failed' }));
    const request = {
      job_id: jobId('a', 'fitment_generation', 1),
      action: 'retry' as const,
      by: 'u',
      at: at(9),
    };
    expect(jobRow(failed, { jobs: [], requests: [request] }).state).toBe('queued');
  });
});

describe('a job whose fitments are all on screen', () => {
  const stored = job('a', status('a'), { results: FOUND, review: { pending: 1, approved: 39, rejected: 0 } });
  const group = (fitments: number) =>
    rowsMaker()(makeGroups(1, fitments, Object.fromEntries(approvedAll(fitments))));
  const approvedAll = (fitments: number) =>
    Array.from({ length: fitments }, (_, index) => [`f${index}`, 'approved' as const] as const);

  it('is completed at once by the last decision, before it has itself counted', () => {
    expect(jobRow(countedJob(stored, group(40)), NOTHING_PENDING).state).toBe('completed');
  });

  it('goes by its own counts until all are there', () => {
    expect(jobRow(countedJob(stored, group(12)), NOTHING_PENDING).state).toBe('review_required');
  });
});

describe('the list of jobs', () => {
  const rows = jobRows(
    [
      job('old', status('old'), { created_at: at(1) }),
      job('new', status('new', { status: 'processing' }), {
        created_at: at(2),
        type: 'upload',
        part_count: null,
        file_name: 'spring-catalogue.csv',
        storage_path: 'x',
        size: 1,
        mapping: [],
      }),
    ],
    NOTHING_PENDING,
  );

  it('begins with the newest', () => {
    expect(rows.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('is searched by name, id and file, and filtered by state', () => {
    const found = (search: string, state: Parameters<typeof filterJobs>[2] = null) =>
      filterJobs(rows, search, state).map(({ id }) => id);
    expect(found('spring')).toEqual(['new']);
    expect(found('brakes OLD')).toEqual(['old']);
    expect(found('', 'completed')).toEqual(['old']);
    expect(countStates(rows)).toEqual([
      { state: 'processing', count: 1 },
      { state: 'completed', count: 1 },
    ]);
  });

  it('says how many parts there are as soon as that is known', () => {
    expect(rows.map(({ parts }) => parts)).toEqual([null, 12]);
  });

  it('offers to delete what is over, and not what is under way', () => {
    expect(rows.map(mayDelete)).toEqual([false, true]);
  });
});
