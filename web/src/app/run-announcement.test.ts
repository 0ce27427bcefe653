import { jobSchema, type JobStatus } from '@docket/model/job';
import { PIPELINES, type Pipeline } from '@docket/model/pipelines';
import { describe, expect, it } from 'vitest';
import { announcement, type Subject } from './run-announcement.ts';

const job = (status: JobStatus, pipeline: Pipeline = 'document_processing') =>
  jobSchema.parse({
    pipeline,
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: ['d'] },
    run: 1,
    created_by: 'u',
    created_at: new Date(0),
    status,
    phase: 3,
    open: false,
  });

const subject: Subject = {
  name: 'AW26',
  results: { job_id: 'j', product_count: 39, image_count: 40, matched_count: 38, currency: 'EUR' },
  categories: [{ id: 'c0', name: 'Knitwear', product_count: 39, confidence: 1, reason: 'Heading' }],
  item_count: 1200,
  item_results: {
    job_id: 'j',
    run: 1,
    products_job_id: 'p',
    document_ids: ['d'],
    created: 3,
    updated: 1,
    skipped: 1196,
    dropped: 0,
    line_count: 1200,
    unmatched_count: 0,
    quantity: 1,
    amount: null,
    currency: null,
    failed_checks: 0,
  },
};

describe('the toast of a run', () => {
  it.each<[Pipeline, string, string, string]>([
    ['document_processing', 'AW26 is ready', '39 products in 1 category.', 'info'],
    ['item_generation', 'AW26: 1,200 items generated', '3 created, 1 updated, 1,196 unchanged.', 'items'],
    ['deck_generation', 'AW26: deck is ready', 'Download it as PowerPoint or PDF.', 'deck'],
  ])('says what %s has made, and leads to the tab that shows it', (pipeline, title, message, tab) => {
    expect(announcement('processing', job('completed', pipeline), subject)).toMatchObject({
      color: 'green',
      title,
      message,
      link: { tab },
      over: true,
    });
  });

  it('says what failed, and what is kept of a cancelled run', () => {
    expect(announcement('processing', job('failed', 'item_generation'), subject)).toMatchObject({
      color: 'red',
      title: 'AW26: item generation failed',
    });
    expect(announcement('cancelling', job('cancelled'), subject)).toMatchObject({
      title: 'AW26: processing cancelled',
      message: 'The uploaded files are kept.',
    });
  });

  it('says where a paused run waits, which is not its end', () => {
    expect(announcement('processing', job('paused'), subject)).toMatchObject({
      message: 'It waits in phase 3 of 6 until somebody resumes it.',
      over: false,
    });
  });

  it('does not come for what had ended before this page looked, nor on the way', () => {
    for (const pipeline of PIPELINES) {
      expect(announcement(null, job('completed', pipeline), subject)).toBeNull();
      expect(announcement('completed', job('completed', pipeline), subject)).toBeNull();
      expect(announcement('queued', job('processing', pipeline), subject)).toBeNull();
    }
  });
});
