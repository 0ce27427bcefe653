/**
 * The protocol's message types, from the descriptors that the Firestore client library carries. `Write.verify`, which
 * web transactions send, is missing in the public descriptors and added here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

const verifyFieldNumber = 5;

const library = dirname(createRequire(import.meta.url).resolve('@google-cloud/firestore'));
const root = protobuf.Root.fromJSON(JSON.parse(readFileSync(join(library, '../protos/v1.json'), 'utf8')));
root.lookupType('google.firestore.v1.Write').add(new protobuf.Field('verify', verifyFieldNumber, 'string'));

const eventData = new protobuf.Type('DocumentEventData')
  .add(new protobuf.Field('value', 1, 'google.firestore.v1.Document'))
  .add(new protobuf.Field('oldValue', 2, 'google.firestore.v1.Document'))
  .add(new protobuf.Field('updateMask', 3, 'google.firestore.v1.DocumentMask'));
root.define('google.events.cloud.firestore.v1').add(eventData);
root.resolveAll();

/** The Firestore service with its methods, types resolved. */
export const firestoreService: protobuf.Service = root.lookupService('google.firestore.v1.Firestore');

/**
 * The body of a Firestore CloudEvent.
 *
 * @see https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto
 */
export const documentEventData: protobuf.Type = eventData;
