import { type Job, jobSchema } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import type { StoredJob } from '../../data/records.ts';
import { shownRuns, statusOf } from './wanted-runs.ts';

function job(run: number, change: Partial<Job> = {}): StoredJob {
  const data = jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c1' },
    input: { document_ids: ['d'] },
    run,
    created_by: 'u',
    created_at: new Date(run * 1000),
    status: 'completed',
    open: false,
    ...change,
  });
  return { id: `${data.subject.id}-${data.pipeline}-${run}`, path: '', data };
}

describe('the runs of a workspace', () => {
  it('are asked for by their status, but for those under way, which have several', () => {
    expect(statusOf('failed')).toBe('failed');
    expect(statusOf('completed')).toBe('completed');
    expect(statusOf('cancelled')).toBe('cancelled');
    expect([statusOf('all'), statusOf('running')]).toEqual([null, null]);
  });

  it('under way are those of the open ones that have not ended', () => {
    const jobs = [
      job(1, { status: 'paused', open: true }),
      job(2, { status: 'completed', open: true }),
      job(3, { status: 'processing', open: true, pipeline: 'deck_generation' }),
    ];
    const shown = shownRuns(jobs, [], { pipeline: null, outcome: 'running' });
    expect(shown.map(({ run }) => run)).toEqual([3, 1]);
    expect(shownRuns(jobs, [], { pipeline: 'deck_generation', outcome: 'running' })).toHaveLength(1);
  });

  it('that failed can be retried if nothing was started after them, which only their attention says', () => {
    const failed = [
      job(1, { status: 'failed' }),
      job(2, { status: 'failed', subject: { type: 'collection', id: 'c2' }, needs_attention: true }),
    ];
    const retryable = (outcome: 'all' | 'failed') =>
      shownRuns(failed, [], { pipeline: null, outcome }).map((row) => row.retryable);
    expect(retryable('failed')).toEqual([true, false]);
    expect(retryable('all')).toEqual([true, true]);
  });
});
