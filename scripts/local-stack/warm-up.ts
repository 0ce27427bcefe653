/**
 * Starts the workers of a run before the first person waits for them. Locally every function has processes of its own,
 * one for each request at a time, and each takes about a second to start.
 */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import { type PhaseTask, TASK_FUNCTIONS } from '@docket/model/task';
import { DEFAULT_REGION } from '@docket/model/web-config';
import type { Ports } from './ports.ts';

/** A task that enqueues the next phase is still running when that one begins: two workers take turns. */
const TASK_WORKERS = 2;

/** Of a job that does not exist: to find that out, a worker loads and connects all that it needs for one that does. */
const noTask: PhaseTask = { workspace_id: 'warm-up', job_id: 'none', phase: 1, fence: 1 };

/** Calls each function once with nothing to do. Failures do not matter: the functions then start when needed. */
export async function warmUp(project: string, ports: Ports): Promise<void> {
  const functions = `http://127.0.0.1:${ports.functions}`;
  const taskOf = async (name: string) =>
    await post(`${functions}/${project}/${DEFAULT_REGION}/${name}`, {}, { data: noTask });
  const emptyEvent = async (name: string, document: string) =>
    await post(
      `${functions}/functions/projects/${project}/triggers/${DEFAULT_REGION}-${name}-0`,
      {
        'ce-id': randomUUID(),
        'ce-specversion': '1.0',
        'ce-type': 'google.cloud.firestore.document.v1.created',
        'ce-source': `//firestore.googleapis.com/projects/${project}/databases/(default)`,
        'ce-subject': `documents/${document}`,
        'ce-time': new Date().toISOString(),
        'ce-project': project,
        'ce-database': '(default)',
        'ce-document': document,
        'ce-datacontenttype': 'application/json',
      },
      { value: emptyDocument(project, document) },
    );
  await Promise.allSettled([
    ...Object.values(TASK_FUNCTIONS).flatMap((name) =>
      Array.from({ length: TASK_WORKERS }, async () => await taskOf(name)),
    ),
    emptyEvent('startJob', paths.job('warm-up', 'none')),
    emptyEvent('handleJobRequest', paths.jobRequest('warm-up', 'none')),
  ]);
}

/** A document as events carry it. There is none of this name, so the functions find nothing to do. */
function emptyDocument(project: string, document: string) {
  const now = new Date().toISOString();
  const name = `projects/${project}/databases/(default)/documents/${document}`;
  return { name, fields: {}, createTime: now, updateTime: now };
}

async function post(url: string, headers: Record<string, string>, body: unknown): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
}
