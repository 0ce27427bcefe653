import { errorMessage, type ErrorCode, type JobError } from '@docket/model/errors';
import { type Attempt, type Job, type JobRequest, jobSchema } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import type { StoredJob } from '../../../data/records.ts';
import { failureCauses, matches, runRows } from './history-rows.ts';

const at = (seconds: number) => new Date(seconds * 1000);
const error = (code: ErrorCode): JobError => ({
  code,
  message: errorMessage(code),
  phase: 'Extracting text with positions',
  details: 'x',
});

function attempt(
  phase: number,
  number: number,
  outcome: Attempt['outcome'],
  from: number,
  to: number,
): Attempt {
  return {
    phase,
    attempt: number,
    outcome,
    started_at: at(from),
    ended_at: outcome === 'running' ? null : at(to),
    error: outcome === 'failed' ? error('internal') : outcome === 'lost' ? error('worker_lost') : null,
  };
}

function job(run: number, change: Partial<Job> = {}): StoredJob {
  const data = jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c1' },
    input: { document_ids: ['d'] },
    run,
    created_by: 'u',
    created_at: at(run * 100),
    status: 'completed',
    open: false,
    ...change,
  });
  return { id: `${data.subject.id}-${data.pipeline}-${run}`, path: '', data };
}
const failed = (run: number, change: Partial<Job> = {}) =>
  job(run, { status: 'failed', error: error('file_encrypted'), needs_attention: true, ...change });
const wish = (action: JobRequest['action'], job_id: string): JobRequest => ({
  job_id,
  action,
  by: 'u',
  at: at(0),
});

describe('the history of runs', () => {
  it('begins with the latest', () => {
    expect(runRows([job(1), job(3), job(2)], []).map(({ run }) => run)).toEqual([3, 2, 1]);
  });

  it('keeps every try of every phase with how it went and how long it took', () => {
    const attempts = [
      attempt(1, 1, 'succeeded', 0, 2),
      attempt(2, 1, 'failed', 2, 3),
      attempt(2, 2, 'lost', 4, 8),
      attempt(2, 3, 'running', 9, 9),
    ];
    const [row] = runRows([job(1, { status: 'processing', attempts, paused_ms: 5000 })], []);
    expect(row).toMatchObject({ ms: 7000, pausedMs: 5000, outcome: 'processing' });
    expect(row?.phases.slice(0, 3)).toMatchObject([
      { state: 'succeeded', ms: 2000, tries: [{ attempt: 1 }] },
      {
        state: 'running',
        ms: 5000,
        tries: [
          { outcome: 'failed', ms: 1000, error: { code: 'internal' } },
          { outcome: 'lost', ms: 4000, error: { code: 'worker_lost' } },
          { outcome: 'running', ms: null },
        ],
      },
      { state: 'waiting', tries: [] },
    ]);
  });

  it('tells phases that a run did not need from those that it did not reach', () => {
    const attempts = [attempt(3, 1, 'failed', 0, 1)];
    const [row] = runRows([job(1, { pipeline: 'item_generation', from_phase: 3, attempts })], []);
    expect(row?.phases.map(({ state }) => state)).toEqual([
      'skipped',
      'skipped',
      'failed',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ]);
  });

  it('offers Retry for the last run of a subject alone, and Dismiss until somebody has taken note', () => {
    const other = failed(1, { subject: { type: 'collection', id: 'c2' }, needs_attention: false });
    const rows = runRows([failed(1), failed(2), other], []);
    expect(rows.map(({ id, retryable, dismissable }) => [id, retryable, dismissable])).toEqual([
      ['c1-document_processing-2', true, true],
      ['c1-document_processing-1', false, true],
      ['c2-document_processing-1', true, false],
    ]);
    const asked = runRows([failed(2)], [wish('dismiss', 'c1-document_processing-2')]);
    expect(asked[0]).toMatchObject({ retryable: false, dismissable: false });
  });
});

describe('what is shown of it', () => {
  it('is chosen by pipeline and outcome', () => {
    const rows = runRows([failed(1), job(2), job(3, { status: 'paused' })], []);
    const runs = (...choice: [Parameters<typeof matches>[1], Parameters<typeof matches>[2]]) =>
      rows.filter((row) => matches(row, ...choice)).map(({ run }) => run);
    expect(runs('all', null)).toEqual([3, 2, 1]);
    expect(runs('running', null)).toEqual([3]);
    expect(runs('failed', 'document_processing')).toEqual([1]);
    expect(runs('all', 'deck_generation')).toEqual([]);
  });
});

describe('the causes of failures', () => {
  it('count the runs that ended by them, and the tries that were made again', () => {
    const attempts = [attempt(1, 1, 'failed', 0, 1), attempt(1, 2, 'lost', 1, 2)];
    expect(failureCauses([failed(1), failed(2), job(3, { attempts }), job(4)])).toEqual([
      { code: 'file_encrypted', tries: 0, runs: 2 },
      { code: 'internal', tries: 1, runs: 0 },
      { code: 'worker_lost', tries: 1, runs: 0 },
    ]);
  });
});
