/** The words of mails: about the end of a run, and about a webhook that was switched off. */
import type { Job } from '@docket/model/job';
import { runDuration } from '@docket/model/job-analytics';
import type { Mail, NotificationEvent } from '@docket/model/notifications';
import { pipelineDefinition } from '@docket/model/pipelines';
import { formatDuration } from '@docket/model/progress-label';
import { CANCEL_KEPT, RESULTS_ARE, RETRY_MEANS } from '@docket/model/run-words';

/** What goes to whoever sends mails, apart from whom it is for and how long it is kept. */
export type ComposedMail = Pick<Mail, 'headers' | 'message'>;

/** What a mail speaks of. */
export interface MailSubject {
  /** What a person calls it: the name of a collection, of a file. */
  name: string;
  /** Where it is to be seen; null when the app's address is not known. */
  link: string | null;
  /** Where a person says what they want mail about; null as above. */
  settings: string | null;
}

interface Words {
  subject: string;
  /** Paragraphs. */
  lines: string[];
}

function wordsOf(event: NotificationEvent, job: Job, name: string): Words {
  const { label } = pipelineDefinition(job.pipeline);
  switch (event) {
    case 'job.completed': {
      const duration = runDuration(job);
      const took = duration === null ? '' : ` It took ${formatDuration(duration)}.`;
      return {
        subject: `${label} is completed: ${name}`,
        lines: [`${label} of “${name}” is completed.${took}`, RESULTS_ARE[job.pipeline]],
      };
    }
    case 'job.failed':
      return {
        subject: `${label} has failed: ${name}`,
        lines: [
          `${label} of “${name}” has failed${job.error === null ? '' : ` at “${job.error.phase}”`}.`,
          ...(job.error === null ? [] : [job.error.message]),
          `When the cause is removed, open it and choose Retry. ${RETRY_MEANS[job.pipeline]}`,
        ],
      };
    case 'job.cancelled':
      return {
        subject: `${label} was cancelled: ${name}`,
        lines: [
          `${label} of “${name}” was cancelled by somebody in the workspace. Nothing has failed.`,
          `${CANCEL_KEPT[job.pipeline]} It can be started again at any time.`,
        ],
      };
  }
}

/** The mail that tells a person of `event`. */
export function composeMail(event: NotificationEvent, job: Job, about: MailSubject): ComposedMail {
  const { subject, lines } = wordsOf(event, job, about.name);
  return written(subject, lines, about.link === null ? null : { label: 'Open it', url: about.link }, {
    why: 'You get this mail because you have started the run and wished to be told.',
    url: about.settings,
  });
}

/** The mail that tells an owner that a webhook of theirs was switched off, at the page `settings` (null: not known). */
export function composeSwitchedOffMail(
  { url, failing }: { url: string; failing: { since: Date; deliveries: number } },
  settings: string | null,
): ComposedMail {
  const lines = [
    `The webhook ${url} was switched off: none of its last ${failing.deliveries} deliveries has arrived, the first of them on ${failing.since.toISOString().slice(0, 10)}.`,
    'When the receiver works again, switch the webhook on, send a test, and send again what was missed.',
  ];
  const host = URL.parse(url)?.host ?? url;
  const link = settings === null ? null : { label: 'Open the webhooks', url: settings };
  return written(`Webhook switched off: ${host}`, lines, link, null);
}

/** Puts a mail together. Whatever people have named is shown as text, never as markup. */
function written(
  subject: string,
  lines: readonly string[],
  link: { label: string; url: string } | null,
  /** Why somebody gets it, and where they end that. */
  leave: { why: string; url: string | null } | null,
): ComposedMail {
  const change = leave?.url ?? null;
  const footer = leave === null ? [] : [change === null ? leave.why : `${leave.why} To change that:`];
  const anchor = (url: string, label: string) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  return {
    headers: change === null ? {} : { 'List-Unsubscribe': `<${change}>` },
    message: {
      subject: oneLine(subject),
      text: [
        ...lines,
        ...(link === null ? [] : [link.url]),
        ...footer,
        ...(change === null ? [] : [change]),
      ].join('\n\n'),
      html: [
        ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
        ...(link === null ? [] : [`<p>${anchor(link.url, link.label)}</p>`]),
        ...footer.map(
          (line) =>
            `<p>${escapeHtml(line)}${change === null ? '' : ` ${anchor(change, 'Notification settings')}`}</p>`,
        ),
      ].join('\n'),
    },
  };
}

/** A subject is a header: a line break in it would begin another one. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}
