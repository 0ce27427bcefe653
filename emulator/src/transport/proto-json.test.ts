import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFields } from '../../test/arbitraries.ts';
import { identicalFields } from '../values/order.ts';
import { decodeFields, encodeFields } from '../values/wire.ts';
import { firestoreService } from './descriptors.ts';
import { decodeMessage, encodeMessage } from './proto-json.ts';

const documentType = firestoreService.root.lookupType('google.firestore.v1.Document');

function roundTrip(type: string, json: object): unknown {
  const message = firestoreService.root.lookupType(`google.firestore.v1.${type}`);
  return decodeMessage(message, encodeMessage(message, json));
}

describe('protobuf messages as JSON', () => {
  it('carry any document there and back', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const json = decodeMessage(
          documentType,
          encodeMessage(documentType, { fields: encodeFields(fields) }),
        );
        expect(json).toSatisfy((document: { fields?: unknown }) =>
          identicalFields(decodeFields(document.fields), fields),
        );
      }),
    );
  });

  it('write enums by name, wrapped numbers bare, times as text', () => {
    const query = { orderBy: [{ field: { fieldPath: 'a' }, direction: 'DESCENDING' }], limit: 3, offset: 2 };
    expect(roundTrip('StructuredQuery', query)).toEqual(query);
    const time = { readTime: '2026-11-21T06:30:11.279000001Z' };
    expect(roundTrip('RunQueryResponse', time)).toEqual(time);
  });

  it('tell an empty mask from none', () => {
    expect(roundTrip('Write', { delete: 'x', updateMask: {} })).toEqual({ delete: 'x', updateMask: {} });
    expect(roundTrip('Write', { delete: 'x' })).toEqual({ delete: 'x' });
  });

  it('know the verify writes of web transactions', () => {
    expect(roundTrip('Write', { verify: 'name' })).toEqual({ verify: 'name' });
  });

  it('refuse bytes that are no message', () => {
    expect(() => decodeMessage(documentType, Buffer.from([0xff, 0xff]))).toThrow('Cannot decode Document');
  });
});
