/** Short ways to say events and triggers in tests. */
import type { EventAuthor, PendingEvent } from '../src/store/outbox.ts';
import { readTrigger, type Trigger } from '../src/triggers/trigger.ts';
import { change } from './fixtures.ts';

interface EventParts {
  readonly sequence?: number;
  readonly id?: string;
  readonly trigger?: string;
  readonly path?: string;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly author?: EventAuthor;
}

/** An event at 1.5 s, in which a document was created unless its versions are given. */
export function pendingEvent(parts: EventParts = {}): PendingEvent {
  const { sequence = 1, id = 'event-1', trigger = 'f', path = 'jobs/j' } = parts;
  const { before = null, after = {}, author = { type: 'unauthenticated' } } = parts;
  return { sequence, id, trigger, change: change(path, before, after), time: 1_500_000, author };
}

/** A trigger of the second generation, e.g. for `created` or `written.withAuthContext`. */
export function eventarcTrigger(occurrence: string, pattern = 'jobs/{id}', id = 'us-central1-f-0'): Trigger {
  return readTrigger({
    generation: 'v2',
    project: 'demo-test',
    id,
    body: {
      eventType: `google.cloud.firestore.document.v1.${occurrence}`,
      database: '(default)',
      namespace: '(default)',
      document: { value: pattern, matchType: 'PATH_PATTERN' },
    },
  });
}

/** A trigger of the first generation, for `create`, `update`, `delete` or `write`. */
export function legacyTrigger(verb: string, path = 'jobs/{id}', documents = 'documents'): Trigger {
  return readTrigger({
    generation: 'v1',
    project: 'demo-test',
    id: 'us-central1-f-0',
    body: {
      eventTrigger: {
        eventType: `providers/cloud.firestore/eventTypes/document.${verb}`,
        resource: `projects/demo-test/databases/(default)/${documents}/${path}`,
        service: 'firestore.googleapis.com',
      },
    },
  });
}
