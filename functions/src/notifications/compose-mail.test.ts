import type { Job } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import { endId, eventOf, payloadOf } from './payload.ts';
import { endedRun, NOW } from './testing/records.ts';

const HARBOUR = { name: 'Harbour & Vale', link: 'https://docket.example/w/w/collections/c' };
const { job: failedJob } = endedRun();
const completedJob: Job = { ...failedJob, status: 'completed', error: null };

describe('a mail', () => {
  it('about a failure names the collection, the phase, the reason, and what to do', () => {
    const { subject, text } = composeMail('job.failed', failedJob, HARBOUR);
    expect(subject).toBe('Process Documents has failed: Harbour & Vale');
    expect(text).toContain('“Harbour & Vale” has failed at “Extracting text with positions”.');
    expect(text).toContain('“a.pdf” is damaged.');
    expect(text).toContain('choose Retry');
    expect(text).toContain(HARBOUR.link);
  });

  it('about a completed run says how long it took', () => {
    const attempts = [1, 2, 3, 4, 5, 6].map((phase) => ({
      phase,
      attempt: 1,
      outcome: 'succeeded' as const,
      started_at: NOW,
      ended_at: new Date(NOW.getTime() + 11_000),
      error: null,
    }));
    const { text } = composeMail('job.completed', { ...completedJob, attempts }, HARBOUR);
    expect(text).toContain('is completed. It took 1m 6s.');
  });

  it('about a cancelled run says that it can be started again', () => {
    const { subject, text } = composeMail('job.cancelled', { ...completedJob, status: 'cancelled' }, HARBOUR);
    expect(subject).toBe('Process Documents was cancelled: Harbour & Vale');
    expect(text).toContain('can be started again');
  });

  it('does without a link where the address of the app is not known', () => {
    const { text, html } = composeMail('job.completed', completedJob, { ...HARBOUR, link: null });
    expect(`${text}${html}`).not.toMatch(/http|null|<a/u);
  });

  it('shows what people have named as text, never as markup', () => {
    const name = `<img src=x onerror="alert('1')"> & Co`;
    const message = { ...failedJob.error, message: '<b>bold</b>' };
    const job = { ...failedJob, error: failedJob.error && { ...failedJob.error, ...message } };
    const { html, text } = composeMail('job.failed', job, { name, link: 'https://x.example/"><script>' });
    expect(html).not.toMatch(/<(?!\/?p>|a href="[^"<>]*">|\/a>)/u);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Co');
    expect(text).toContain(name);
  });

  it('has a subject of one line, whatever the collection is called', () => {
    const name = 'Coats\r\nBcc: everybody@example.com\u2028\u0000';
    expect(composeMail('job.failed', failedJob, { name, link: null }).subject).toBe(
      'Process Documents has failed: Coats Bcc: everybody@example.com',
    );
  });
});

describe('what a program is told', () => {
  it('of a failure has its code, message and phase, but not what is for support', () => {
    expect(payloadOf(endedRun(), 'job.failed')).toEqual({
      event: 'job.failed',
      workspace_id: 'w',
      job_id: 'c-document_processing-1',
      pipeline: 'document_processing',
      subject: { type: 'collection', id: 'c' },
      run: 1,
      started_at: '2026-01-01T08:00:00.000Z',
      ended_at: '2026-01-01T08:00:05.000Z',
      error: {
        code: 'file_corrupt',
        message: '“a.pdf” is damaged.',
        phase: 'Extracting text with positions',
      },
    });
  });

  it('is told of ends only, each under a name of its own', () => {
    expect(eventOf(failedJob)).toBe('job.failed');
    expect(eventOf(completedJob)).toBe('job.completed');
    expect(eventOf({ ...completedJob, status: 'cancelled' })).toBe('job.cancelled');
    for (const status of ['queued', 'processing', 'paused', 'cancelling'] as const)
      expect(eventOf({ ...completedJob, status })).toBeNull();
    expect(endId(endedRun())).toBe('c-document_processing-1-failed-7');
  });
});
