import { type Job, type JobRequest, jobSchema } from '@docket/model/job';
import { jobId } from '@docket/model/paths';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import { failure, summary } from '../../../fixtures/records.ts';
import { NOTHING_PENDING, nextRun, type Pending, pendingOn, runView } from './run-view.ts';

const ID = 'c1';
const NOW = new Date('2026-11-21T10:00:00Z');

function job(run: number, change: Partial<Job> = {}): Pending['jobs'][number] {
  const data = jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: ID },
    input: { document_ids: ['d1'] },
    run,
    created_by: 'u',
    created_at: NOW,
    status: 'queued',
    open: true,
    ...change,
  });
  return { id: jobId(ID, 'document_processing', run), data };
}
const request = (action: JobRequest['action'], run = 1): JobRequest => ({
  job_id: jobId(ID, 'document_processing', run),
  action,
  by: 'u',
  at: NOW,
});
const running = summary(ID, 3);
const paused: ProcessingStatus = { ...running, status: 'paused' };
const completed: ProcessingStatus = { ...running, status: 'completed' };
const failed = failure(ID, 'file_corrupt');

describe('what a collection shows of its processing', () => {
  it('is nothing before the first run', () => {
    expect(runView(undefined, NOTHING_PENDING)).toEqual({ state: 'none' });
  });

  it('is "Starting…" from the click on, before the engine has said a word', () => {
    const view = runView(undefined, { jobs: [job(1)], requests: [] });
    expect(view).toMatchObject({
      state: 'running',
      note: 'Starting…',
      cancellable: true,
      status: { status: 'queued' },
    });
  });

  it('is the new run when one is started after another has ended', () => {
    expect(runView(completed, { jobs: [job(2)], requests: [] })).toMatchObject({
      state: 'running',
      note: 'Starting…',
    });
  });

  it('is the summary while it runs', () => {
    expect(runView(running, { jobs: [job(1)], requests: [] })).toMatchObject({
      state: 'running',
      status: running,
      note: null,
    });
  });

  it('is "Cancelling…" from the click on, and cannot be cancelled twice', () => {
    const view = runView(running, { jobs: [], requests: [request('cancel')] });
    expect(view).toMatchObject({ state: 'running', note: 'Cancelling…', cancellable: false });
    const confirmed = runView({ ...running, activity: { kind: 'cancelling' } }, NOTHING_PENDING);
    expect(confirmed).toMatchObject({ cancellable: false });
  });

  it('takes no notice of what was asked of another run', () => {
    expect(runView(running, { jobs: [], requests: [request('cancel', 7)] })).toMatchObject({
      cancellable: true,
    });
  });

  it('is failed, and from the click on Retry resuming at the failed phase', () => {
    expect(runView(failed, NOTHING_PENDING)).toMatchObject({ state: 'failed', status: failed });
    const resumed = runView(failed, { jobs: [], requests: [request('retry')] });
    expect(resumed).toMatchObject({
      state: 'running',
      note: 'Resuming at “Extracting text with positions”…',
      status: { error: null },
    });
  });

  it('is "Pausing after this step…" from the click on Pause, until the engine has paused it', () => {
    const asked = runView(running, { jobs: [], requests: [request('pause')] });
    expect(asked).toMatchObject({
      note: 'Pausing after this step…',
      pausable: false,
      resumable: false,
      cancellable: true,
    });
    const known = runView({ ...running, activity: { kind: 'pausing' } }, NOTHING_PENDING);
    expect(known).toMatchObject({ note: null, pausable: false, resumable: true, cancellable: true });
  });

  it('can go on or be cancelled while it is paused, and occupies its collection', () => {
    const view = runView(paused, NOTHING_PENDING);
    expect(view).toMatchObject({ state: 'running', pausable: false, resumable: true, cancellable: true });
  });

  it('goes on from the click on Resume, paused or about to be', () => {
    const requests = [request('resume')];
    expect(runView(paused, { jobs: [], requests })).toMatchObject({
      note: 'Resuming at “Filtering product images”…',
      status: { status: 'queued' },
      resumable: false,
      pausable: false,
    });
    const pausing: ProcessingStatus = { ...running, activity: { kind: 'pausing' } };
    expect(runView(pausing, { jobs: [], requests })).toMatchObject({
      status: { activity: { kind: 'working' } },
      resumable: false,
    });
  });

  it('does not count the pause that has just ended as work', () => {
    const since = new Date(NOW.getTime() - 60_000);
    const view = runView(
      { ...paused, last_updated: since, paused_ms: 5000 },
      { jobs: [], requests: [request('resume')] },
    );
    expect(view).toMatchObject({ status: { paused_ms: 65_000 } });
  });

  it('follows the latest of several wishes, and none after Cancel', () => {
    const later = (wish: JobRequest, seconds: number) => ({
      ...wish,
      at: new Date(NOW.getTime() + seconds * 1000),
    });
    const requests = [later(request('resume'), 2), request('pause')];
    expect(runView(running, { jobs: [], requests })).toMatchObject({ note: null, pausable: false });
    const ended = [...requests, later(request('cancel'), 1)];
    expect(runView(running, { jobs: [], requests: ended })).toMatchObject({
      note: 'Cancelling…',
      cancellable: false,
      pausable: false,
      resumable: false,
    });
  });

  it('is completed or cancelled at the end', () => {
    expect(runView(completed, NOTHING_PENDING).state).toBe('completed');
    expect(runView({ ...running, status: 'cancelled' }, NOTHING_PENDING).state).toBe('cancelled');
  });
});

describe('the next run', () => {
  it('is numbered after all that are known, started here or elsewhere', () => {
    expect(nextRun(undefined, NOTHING_PENDING)).toBe(1);
    expect(nextRun(completed, NOTHING_PENDING)).toBe(2);
    expect(nextRun(completed, { jobs: [job(2)], requests: [] })).toBe(3);
  });
});

describe('what is pending', () => {
  it('is that of the collection alone', () => {
    const other = job(1, { subject: { type: 'collection', id: 'c2' } });
    expect(pendingOn({ jobs: [job(1), other], requests: [] }, 'document_processing', ID).jobs).toHaveLength(
      1,
    );
  });
});
