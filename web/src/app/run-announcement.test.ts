import { jobSchema, type JobStatus } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { announcement } from './run-announcement.ts';

const job = (status: JobStatus) =>
  jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: ['d'] },
    run: 1,
    created_by: 'u',
    created_at: new Date(0),
    status,
    open: false,
  });

describe('the toast of a run', () => {
  it('comes when the run ends, with the name of its collection', () => {
    expect(announcement('processing', job('completed'), 'AW26')).toMatchObject({
      color: 'green',
      title: 'AW26 is ready',
    });
    expect(announcement('processing', job('failed'), 'AW26')).toMatchObject({ color: 'red' });
    expect(announcement('cancelling', job('cancelled'), 'AW26')).toMatchObject({
      message: 'The uploaded files are kept.',
    });
  });

  it('does not come for what had ended before this page looked, nor on the way', () => {
    expect(announcement(null, job('completed'), 'AW26')).toBeNull();
    expect(announcement('completed', job('completed'), 'AW26')).toBeNull();
    expect(announcement('queued', job('processing'), 'AW26')).toBeNull();
  });
});
