import type { Job } from '@docket/model/job';
import type { NotificationEvent } from '@docket/model/notifications';
import { PIPELINES, pipelineDefinition } from '@docket/model/pipelines';
import { CANCEL_KEPT, RESULTS_ARE, RETRY_MEANS } from '@docket/model/run-words';
import { describe, expect, it } from 'vitest';
import { composeMail, composeSwitchedOffMail } from './compose-mail.ts';
import { endId, eventOf, payloadOf } from './payload.ts';
import { subjectName } from './subject-name.ts';
import { endedRun, NOW } from './testing/records.ts';

const HARBOUR = {
  name: 'Harbour & Vale',
  link: 'https://docket.example/w/w/collections/c/info',
  settings: 'https://docket.example/w/w/settings/notifications',
};
const NOWHERE = { ...HARBOUR, link: null, settings: null };
const { job: failedJob } = endedRun();
const completedJob: Job = { ...failedJob, status: 'completed', error: null };

describe('a mail', () => {
  it('about a failure names the collection, the phase, the reason, and what to do', () => {
    const { subject, text } = composeMail('job.failed', failedJob, HARBOUR).message;
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
    const { text } = composeMail('job.completed', { ...completedJob, attempts }, HARBOUR).message;
    expect(text).toContain('is completed. It took 1m 6s.');
  });

  it('about a cancelled run says that nothing has failed, and what is kept', () => {
    const cancelled: Job = { ...completedJob, status: 'cancelled' };
    const { subject, text } = composeMail('job.cancelled', cancelled, HARBOUR).message;
    expect(subject).toBe('Process Documents was cancelled: Harbour & Vale');
    expect(text).toContain('was cancelled by somebody in the workspace. Nothing has failed.');
    expect(text).toContain('The uploaded files are kept. It can be started again at any time.');
    expect(text).not.toMatch(/retry/iu);
  });

  it.each(PIPELINES)('about a run of %s says what came of it and what is kept', (pipeline) => {
    const job: Job = { ...failedJob, pipeline };
    const text = (event: NotificationEvent) => composeMail(event, job, HARBOUR).message.text;
    expect(text('job.completed')).toContain(RESULTS_ARE[pipeline]);
    expect(text('job.failed')).toContain(RETRY_MEANS[pipeline]);
    expect(text('job.cancelled')).toContain(CANCEL_KEPT[pipeline]);
  });

  it('says why it has come and where that is changed, to people and to mail programs', () => {
    const { headers, message } = composeMail('job.completed', completedJob, HARBOUR);
    expect(headers).toEqual({ 'List-Unsubscribe': `<${HARBOUR.settings}>` });
    expect(message.text).toContain(
      `because you have started the run and wished to be told. To change that:\n\n${HARBOUR.settings}`,
    );
    expect(message.html).toContain(`<a href="${HARBOUR.settings}">Notification settings</a>`);
  });

  it('does without a link where the address of the app is not known', () => {
    const { headers, message } = composeMail('job.completed', completedJob, NOWHERE);
    expect(headers).toEqual({});
    expect(`${message.text}${message.html}`).not.toMatch(/http|null|<a|change that/u);
  });

  it('shows what people have named as text, never as markup', () => {
    const name = `<img src=x onerror="alert('1')"> & Co`;
    const message = { ...failedJob.error, message: '<b>bold</b>' };
    const job = { ...failedJob, error: failedJob.error && { ...failedJob.error, ...message } };
    const { html, text } = composeMail('job.failed', job, {
      name,
      link: 'https://x.example/"><script>',
      settings: null,
    }).message;
    expect(html).not.toMatch(/<(?!\/?p>|a href="[^"<>]*">|\/a>)/u);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Co');
    expect(text).toContain(name);
  });

  it('has a subject of one line, whatever the collection is called', () => {
    const name = 'Coats\r\nBcc: everybody@example.com\u2028\u0000';
    expect(composeMail('job.failed', failedJob, { ...NOWHERE, name }).message.subject).toBe(
      'Process Documents has failed: Coats Bcc: everybody@example.com',
    );
  });
});

describe('a mail about a webhook that was switched off', () => {
  const failing = { since: NOW, deliveries: 23 };

  it('names it, since when, and what to do', () => {
    const hook = { url: 'https://hooks.example.com:8443/a', failing };
    const { headers, message } = composeSwitchedOffMail(hook, HARBOUR.settings);
    expect(headers).toEqual({});
    expect(message.subject).toBe('Webhook switched off: hooks.example.com:8443');
    expect(message.text).toContain(
      'none of its last 23 deliveries has arrived, the first of them on 2026-01-01',
    );
    expect(message.text).toContain('switch the webhook on, send a test');
    expect(message.text).toContain(HARBOUR.settings);
  });
});

describe('what a run works on', () => {
  it.each([
    ['collection', { name: 'Spring' }, 'Spring'],
    ['fitment_job', { name: 'Kestrel' }, 'Kestrel'],
    ['inventory_import', { file_name: 'stock.csv' }, 'stock.csv'],
    ['parts_import', { file_name: 'parts.csv' }, 'parts.csv'],
    ['vehicle_import', { file_name: 'vehicles.csv' }, 'vehicles.csv'],
    ['backfill', {}, 'All images'],
  ] as const)('of type %s is called by its name', (type, fields, name) => {
    expect(subjectName(type, fields)).toBe(name);
    expect(subjectName(type, undefined)).toBeNull();
  });

  it('has a name wherever people are told of runs', () => {
    const fields = { name: 'n', file_name: 'f' };
    const nameless = PIPELINES.map(pipelineDefinition).filter(
      ({ subject }) => subjectName(subject, fields) === null,
    );
    expect(nameless.filter(({ announced }) => announced)).toEqual([]);
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
