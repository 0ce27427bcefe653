/**
 * The HTTP request that tells a function of a change: a binary-mode CloudEvent with a protobuf body for the second
 * generation, JSON for the first.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 */
import type { Caller } from '../access/caller.ts';
import { type DocumentChange, encodeDocument } from '../store/document.ts';
import { documentEventData } from '../transport/descriptors.ts';
import { encodeMessage } from '../transport/proto-json.ts';
import { formatFieldPath } from '../values/field-path.ts';
import { identicalValues } from '../values/order.ts';
import { formatMicros, type Micros } from '../values/timestamp.ts';
import type { Trigger } from './trigger-registry.ts';

/** What a function is sent. */
export interface EventRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A change, with what the event says about its circumstances. */
export interface Occurred {
  /** Unique for the event, the same for each attempt to deliver it. */
  readonly id: string;
  readonly change: DocumentChange;
  readonly time: Micros;
  readonly author: Caller;
}

const dataSchema =
  'https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto';

/** Puts the request together. */
export function eventRequest(trigger: Trigger, occurred: Occurred): EventRequest {
  return trigger.generation === 'v2' ? cloudEvent(trigger, occurred) : legacyEvent(trigger, occurred);
}

function cloudEvent(trigger: Trigger, { id, change, time, author }: Occurred): EventRequest {
  const document = change.segments.join('/');
  return {
    headers: {
      'content-type': 'application/protobuf',
      'ce-id': id,
      'ce-specversion': '1.0',
      'ce-type': trigger.eventType,
      'ce-source': `//firestore.googleapis.com/projects/${trigger.project}/databases/${trigger.database}`,
      'ce-subject': `documents/${document}`,
      'ce-time': formatMicros(time),
      'ce-datacontenttype': 'application/protobuf',
      'ce-dataschema': dataSchema,
      'ce-project': trigger.project,
      'ce-database': trigger.database,
      'ce-namespace': '(default)',
      'ce-location': 'nam5',
      'ce-document': document,
      ...(trigger.withAuthContext ? authHeaders(author) : {}),
    },
    // The functions emulator decodes protobuf bodies from base64.
    body: encodeMessage(documentEventData, eventData(change)).toString('base64'),
  };
}

function legacyEvent(trigger: Trigger, { id, change, time }: Occurred): EventRequest {
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      context: {
        eventId: id,
        timestamp: formatMicros(time),
        eventType: trigger.eventType,
        resource: { service: 'firestore.googleapis.com', name: change.name },
      },
      data: { value: {}, oldValue: {}, ...eventData(change) },
    }),
  };
}

function eventData({ before, after }: DocumentChange) {
  return {
    ...(after ? { value: encodeDocument(after) } : {}),
    ...(before ? { oldValue: encodeDocument(before) } : {}),
    ...(before && after ? { updateMask: { fieldPaths: changedFields({ before, after }) } } : {}),
  };
}

function changedFields({ before, after }: Pick<DocumentChange, 'before' | 'after'>): string[] {
  const names = new Set([...(before?.fields.keys() ?? []), ...(after?.fields.keys() ?? [])]);
  return [...names]
    .filter((name) => {
      const [earlier, later] = [before?.fields.get(name), after?.fields.get(name)];
      return !earlier || !later || !identicalValues(earlier, later);
    })
    .map((name) => formatFieldPath([name]));
}

function authHeaders(author: Caller): Record<string, string> {
  if (author.kind === 'owner') {
    return { 'ce-authtype': 'service_account', 'ce-authid': 'owner' };
  }
  return author.auth
    ? { 'ce-authtype': 'app_user', 'ce-authid': author.auth.uid }
    : { 'ce-authtype': 'unauthenticated' };
}
