import { jobSchema } from '@docket/model/job';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import { NOTHING_PENDING, type Pending } from '../../collections/run/run-view.ts';
import { makeListing } from '../testing/make-listing.ts';
import { runStatus } from '../testing/run-status.ts';
import { draftView, latestDrafts } from './draft-rows.ts';

const draft = (status?: Partial<ProcessingStatus>) =>
  makeListing(
    'l',
    status === undefined ? {} : { processing_status: { listing_analysis: runStatus(status) } },
  );
const view = (status?: Partial<ProcessingStatus>, pending: Pending = NOTHING_PENDING) => {
  const { look, ...rest } = draftView(draft(status), pending);
  return { ...rest, label: look.label };
};
const ask = (action: 'retry' | 'cancel'): Pending => ({
  jobs: [],
  requests: [{ job_id: 'l-listing_analysis-1', action, by: 'u', at: new Date(2000) }],
});

describe('drafts', () => {
  it('come with the latest first', () => {
    const [a, b, c] = [3, 9, 3].map((at, index) => makeListing(`d${index}`, { created_at: new Date(at) }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three were made');
    expect(latestDrafts([c, a, b])).toEqual([b, a, c]);
  });
});

describe('how a draft stands', () => {
  it('is a plain draft before an analysis, and after one that was cancelled', () => {
    const plain = { state: 'DRAFT', label: 'Draft', sentence: null, percentage: null };
    expect(view()).toEqual(plain);
    expect(view({ status: 'cancelled' })).toEqual(plain);
  });

  it('is how far the analysis is while one is under way', () => {
    expect(view({})).toEqual({
      state: 'PROCESSING',
      label: 'Analysing photos',
      sentence: 'Reading text… 34%',
      percentage: 34,
    });
  });

  it('is paused where somebody has paused it', () => {
    expect(view({ status: 'paused' })).toMatchObject({
      state: 'PROCESSING',
      label: 'Analysis paused',
      sentence: 'Paused in phase 2 of 5 · 34%',
    });
  });

  it('has suggestions when it is through', () => {
    expect(view({ status: 'completed' })).toMatchObject({ state: 'COMPLETED', label: 'Suggestions ready' });
    expect(view({ status: 'review_required' })).toMatchObject({ state: 'COMPLETED' });
  });

  it('says why it has failed, and that it can be filled in all the same', () => {
    const error = {
      code: 'internal',
      message: 'The photo reader is down.',
      phase: 'Reading text',
      details: '',
    } as const;
    const failed = { status: 'failed', error } as const;
    expect(view(failed)).toEqual({
      state: 'FAILED',
      label: 'Analysis failed',
      sentence: 'The photo reader is down. You can fill it in all the same.',
      percentage: null,
    });
  });

  it('is under way at once where a failed one is to be tried again', () => {
    expect(view({ status: 'failed' }, ask('retry'))).toMatchObject({ state: 'PROCESSING' });
  });

  it('is under way at once where one has just been started', () => {
    const job = jobSchema.parse({
      pipeline: 'listing_analysis',
      subject: { type: 'listing', id: 'l' },
      input: { document_ids: [] },
      run: 1,
      created_by: 'u',
      created_at: new Date(0),
      status: 'queued',
      open: true,
    });
    const jobs = [{ id: 'l-listing_analysis-1', data: job }];
    expect(view(undefined, { jobs, requests: [] })).toMatchObject({
      state: 'PROCESSING',
      sentence: 'Starting…',
      percentage: 0,
    });
    expect(
      draftView(makeListing('other'), { jobs, requests: [] }).state,
      'the run of another draft says nothing',
    ).toBe('DRAFT');
  });
});
