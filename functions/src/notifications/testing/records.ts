/** Runs, webhooks and deliveries for tests. */
import { type Job, jobSchema } from '@docket/model/job';
import type { Webhook, WebhookDelivery } from '@docket/model/notifications';
import type { EndedRun } from '../../engine/ports.ts';

export const NOW = new Date('2026-01-01T08:00:00Z');

/** `milliseconds` after `NOW`. */
export const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

/** A run of document processing that has failed, unless `change` says otherwise. */
export function endedRun(change: Partial<Job> = {}): EndedRun {
  const job = jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: ['d'] },
    run: 1,
    created_by: 'u',
    created_at: NOW,
    open: true,
    status: 'failed',
    started_at: NOW,
    completed_at: later(5_000),
    error: {
      code: 'file_corrupt',
      message: '“a.pdf” is damaged.',
      phase: 'Extracting text with positions',
      details: 'bad xref',
    },
    ...change,
  });
  return { workspaceId: 'w', jobId: 'c-document_processing-1', job, fence: 7 };
}

export const SECRET = 'ab'.repeat(32);

export function webhook(change: Partial<Webhook> = {}): Webhook {
  return {
    url: 'https://example.com/hook',
    events: ['job.completed', 'job.failed'],
    active: true,
    secret: SECRET,
    previous_secret: null,
    secret_changed_at: null,
    failing: null,
    created_by: 'u',
    created_at: NOW,
    ...change,
  };
}

export function pendingDelivery(change: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    webhook_id: 'h',
    url: 'https://example.com/hook',
    payload: {
      event: 'job.completed',
      workspace_id: 'w',
      job_id: 'c-document_processing-1',
      pipeline: 'document_processing',
      subject: { type: 'collection', id: 'c' },
      run: 1,
      started_at: NOW.toISOString(),
      ended_at: later(5_000).toISOString(),
      error: null,
    },
    state: 'pending',
    open: true,
    next_attempt_at: NOW,
    tries: 0,
    attempts: [],
    replay: null,
    created_at: NOW,
    expires_at: null,
    ...change,
  };
}
