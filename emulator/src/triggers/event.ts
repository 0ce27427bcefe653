/**
 * The HTTP request that tells a function of a change: a CloudEvent for the second generation (in binary mode, with a
 * protobuf body, wherever its headers can carry it), JSON with a context for the first.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 */
import { parseDatabaseName } from '../paths.ts';
import { type DocumentChange, toWireDocument } from '../store/document.ts';
import type { PendingEvent } from '../store/outbox.ts';
import { documentEventData } from '../transport/descriptors.ts';
import { encodeMessage } from '../transport/proto-json.ts';
import { formatMicros } from '../values/timestamp.ts';
import { changedFields } from './changed-fields.ts';
import type { Trigger } from './trigger.ts';

/** What a function is sent. */
export interface EventRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const dataSchema =
  'https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto';

/** Node refuses requests with more than 16 KiB of headers; so much is for the attributes of an event. */
const longestHeaders = 12_288;

const printable = /^[!-~](?:[ -~]*[!-~])?$/;

/** Puts the request together. */
export function eventRequest(trigger: Trigger, event: PendingEvent): EventRequest {
  return trigger.registration.generation === 'v2' ? cloudEvent(trigger, event) : legacyEvent(trigger, event);
}

function cloudEvent(trigger: Trigger, event: PendingEvent): EventRequest {
  const attributes = attributesOf(trigger, event);
  const texts = Object.values(attributes);
  const length = texts.reduce((total, text) => total + text.length, 0);
  return length <= longestHeaders && texts.every((text) => printable.test(text))
    ? binaryEvent(attributes, event.change)
    : structuredEvent(attributes, event.change);
}

function attributesOf(trigger: Trigger, { id, change, time, author }: PendingEvent) {
  const { project, database } = parseDatabaseName(trigger.databaseName);
  const document = documentAttribute(change.segments);
  return {
    specversion: '1.0',
    id,
    type: trigger.eventType,
    source: `//firestore.googleapis.com/${trigger.databaseName}`,
    subject: `documents/${document}`,
    time: formatMicros(time),
    dataschema: dataSchema,
    project,
    database,
    namespace: '(default)',
    location: 'nam5',
    document,
    ...(trigger.withAuthContext ? { authtype: author.type } : {}),
    ...(trigger.withAuthContext && author.id !== undefined ? { authid: author.id } : {}),
  };
}

/**
 * The document as the attribute gives it. Functions take the parameters of their path from it, and decode them if they
 * look percent-encoded: only what would not stay as it is has its percent signs encoded.
 */
function documentAttribute(segments: readonly string[]): string {
  return segments
    .map((segment) => (staysDecoded(segment) ? segment : segment.replaceAll('%', '%25')))
    .join('/');
}

function staysDecoded(segment: string): boolean {
  try {
    return !segment.includes('%') || decodeURIComponent(segment) === segment;
  } catch {
    return true;
  }
}

function binaryEvent(attributes: Record<string, string>, change: DocumentChange): EventRequest {
  const headers = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]);
  return {
    headers: {
      ...Object.fromEntries(headers),
      'content-type': 'application/protobuf',
      'ce-datacontenttype': 'application/protobuf',
    },
    // The functions emulator decodes protobuf bodies from base64.
    body: encodeMessage(documentEventData, eventData(change)).toString('base64'),
  };
}

/** For documents whose names no header can carry: other scripts, control characters, great length. */
function structuredEvent(attributes: Record<string, string>, change: DocumentChange): EventRequest {
  return {
    headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
    body: JSON.stringify({ ...attributes, datacontenttype: 'application/json', data: eventData(change) }),
  };
}

function legacyEvent(trigger: Trigger, { id, change, time }: PendingEvent): EventRequest {
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
    ...(after ? { value: toWireDocument(after) } : {}),
    ...(before ? { oldValue: toWireDocument(before) } : {}),
    ...(before && after ? { updateMask: { fieldPaths: changedFields(before.fields, after.fields) } } : {}),
  };
}
