/**
 * The protocol's message types, from the descriptors that the Firestore client library carries. `Write.verify`, which
 * web transactions send, is missing in the public descriptors and added here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

const verifyFieldNumber = 5;

const root = protobuf.Root.fromJSON(JSON.parse(readFileSync(descriptorFile(), 'utf8')));
root.lookupType('google.firestore.v1.Write').add(new protobuf.Field('verify', verifyFieldNumber, 'string'));

const eventData = new protobuf.Type('DocumentEventData')
  .add(new protobuf.Field('value', 1, 'google.firestore.v1.Document'))
  .add(new protobuf.Field('oldValue', 2, 'google.firestore.v1.Document'))
  .add(new protobuf.Field('updateMask', 3, 'google.firestore.v1.DocumentMask'));
root.define('google.events.cloud.firestore.v1').add(eventData);

const clearData = new protobuf.Service('FirestoreEmulator');
clearData.add(new protobuf.Method('ClearData', 'rpc', 'ClearDataRequest', 'google.protobuf.Empty'));
root
  .define('google.firestore.emulator.v1')
  .add(new protobuf.Type('ClearDataRequest').add(new protobuf.Field('database', 1, 'string')))
  .add(clearData);
root.resolveAll();

/** A bundle has the descriptors beside it and can do without the library. */
function descriptorFile(): string {
  const beside = join(import.meta.dirname, 'v1.json');
  if (existsSync(beside)) {
    return beside;
  }
  const library = dirname(createRequire(import.meta.url).resolve('@google-cloud/firestore'));
  return join(library, '../protos/v1.json');
}

/** The Firestore service with its methods, types resolved. */
export const firestoreService: protobuf.Service = root.lookupService('google.firestore.v1.Firestore');

/** The type of what a method of the Firestore service takes. */
export function requestTypeOf(method: string): protobuf.Type {
  const type = firestoreService.methods[method]?.resolvedRequestType;
  if (!type) {
    throw new Error(`The descriptors have no method ${method}.`);
  }
  return type;
}

/** The service of Google's emulator that clears a database. */
export const emulatorService: protobuf.Service = clearData;

/**
 * The body of a Firestore CloudEvent.
 *
 * @see https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto
 */
export const documentEventData: protobuf.Type = eventData;
