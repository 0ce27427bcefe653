/** The words of a mail about the end of a run. */
import type { Job } from '@docket/model/job';
import { runDuration } from '@docket/model/job-analytics';
import type { Mail, NotificationEvent } from '@docket/model/notifications';
import { pipelineDefinition } from '@docket/model/pipelines';
import { formatDuration } from '@docket/model/progress-label';

/** What a mail speaks of. */
export interface MailSubject {
  /** The collection's name, as a person gave it. */
  name: string;
  /** Where the collection is to be seen; null when the app's address is not known. */
  link: string | null;
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
        lines: [`${label} of “${name}” is completed.${took}`, 'The results are waiting in the collection.'],
      };
    }
    case 'job.failed':
      return {
        subject: `${label} has failed: ${name}`,
        lines: [
          `${label} of “${name}” has failed${job.error === null ? '' : ` at “${job.error.phase}”`}.`,
          ...(job.error === null ? [] : [job.error.message]),
          'Your files are kept. When the cause is removed, open the collection and choose Retry: finished steps are not run again.',
        ],
      };
    case 'job.cancelled':
      return {
        subject: `${label} was cancelled: ${name}`,
        lines: [
          `${label} of “${name}” was cancelled, and what it had made so far was removed.`,
          'Your files are kept. It can be started again from the collection at any time.',
        ],
      };
  }
}

/** The mail that tells a person of `event`. Whatever people have named is shown as text, never as markup. */
export function composeMail(
  event: NotificationEvent,
  job: Job,
  { name, link }: MailSubject,
): Mail['message'] {
  const { subject, lines } = wordsOf(event, job, name);
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  const linked = link === null ? [] : [`<p><a href="${escapeHtml(link)}">Open the collection</a></p>`];
  return {
    subject: oneLine(subject),
    text: [...lines, ...(link === null ? [] : [link])].join('\n\n'),
    html: [...paragraphs, ...linked].join('\n'),
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
