import { describe, expect, it } from 'vitest';
import { jobSchema } from './job.ts';
import { summarise } from './job-summary.ts';

const now = new Date('2026-01-01T08:00:00Z');
const started = {
  pipeline: 'item_generation',
  subject: { type: 'collection', id: 'c' },
  input: { document_ids: ['d'] },
  run: 2,
  created_by: 'u',
  created_at: now,
  status: 'queued',
  open: true,
};

describe('the summary of a run that nobody has taken on yet', () => {
  it('stands at the first phase', () => {
    expect(summarise('j', jobSchema.parse(started), now)).toMatchObject({
      current_phase: 'Fetching purchase order',
      progress: { phase: 1, percentage: 0 },
    });
  });

  it('stands at the phase with which it will begin', () => {
    expect(summarise('j', jobSchema.parse({ ...started, from_phase: 3 }), now)).toMatchObject({
      current_phase: 'Identifying columns',
      progress: { phase: 3, percentage: 28 },
    });
  });
});

describe('the summary of a run that was taken on', () => {
  it('stands where the run is, wherever it began', () => {
    const execution = { state: 'dispatched', fence: 5, dispatched_at: now, not_before: null };
    const job = jobSchema.parse({ ...started, from_phase: 3, phase: 6, execution });
    expect(summarise('j', job, now).progress.phase).toBe(6);
  });
});
