import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFields } from '../../test/arbitraries.ts';
import { StatusError } from '../status.ts';
import { identicalFields } from '../values/order.ts';
import { decodeFields, encodeFields } from '../values/wire.ts';
import { firestoreService } from './descriptors.ts';
import { decodeMessage, encodeMessage, encodeOnce } from './proto-json.ts';

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

  it('are the bytes that another implementation reads and writes', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const bytes = encodeMessage(documentType, { name: 'n', fields: encodeFields(fields) });
        const others = documentType.encode(documentType.decode(bytes)).finish();
        expect(decodeMessage(documentType, others)).toEqual(decodeMessage(documentType, bytes));
      }),
    );
  });

  it('may come in parts, with repetitions, unknown fields and packed lists', () => {
    const parts = (type: string, ...jsons: object[]) => {
      const message = firestoreService.root.lookupType(`google.firestore.v1.${type}`);
      return decodeMessage(message, Buffer.concat(jsons.map((json) => encodeMessage(message, json))));
    };
    expect(parts('Value', { stringValue: 'a' }, { integerValue: '1' })).toEqual({ integerValue: '1' });
    expect(
      parts('Value', { arrayValue: { values: [{ booleanValue: true }] } }, { arrayValue: { values: [{}] } }),
    ).toEqual({ arrayValue: { values: [{ booleanValue: true }, {}] } });
    // Field 99 as a group, as bytes and as numbers of every size; then the list 1, 300 in one piece.
    const unknown = Buffer.from(
      [
        [0x9b, 0x06, 0x08, 0x01, 0x9c, 0x06],
        [0x9a, 0x06, 0x01, 0xff],
        [0x98, 0x06, 0xff, 0x01],
        [0x99, 0x06, 1, 2, 3, 4, 5, 6, 7, 8],
        [0x9d, 0x06, 1, 2, 3, 4],
        [0x12, 0x03, 0x01, 0xac, 0x02],
      ].flat(),
    );
    expect(
      decodeMessage(firestoreService.root.lookupType('google.firestore.v1.TargetChange'), unknown),
    ).toEqual({
      targetIds: [1, 300],
    });
  });

  it('keep fields of every name', () => {
    const fields = JSON.parse('{"__proto__": {"booleanValue": true}, "constructor": {"nullValue": null}}');
    expect(JSON.stringify(roundTrip('Document', { fields }))).toBe(JSON.stringify({ fields }));
  });

  it('write numbers of 64 bits, whatever their size', () => {
    for (const integerValue of ['0', '-1', '2147483648', '9223372036854775807', '-9223372036854775808']) {
      expect(roundTrip('Value', { integerValue })).toEqual({ integerValue });
    }
  });

  it('encode what goes to many once', () => {
    const encode = encodeOnce(documentType);
    const message = { name: 'n' };
    expect(encode(message)).toBe(encode(message));
    expect(encode({ name: 'n' })).toEqual(encodeMessage(documentType, message));
  });

  it('refuse texts that are not UTF-8, and nothing else', () => {
    expect(() => decodeMessage(documentType, Buffer.from([0x0a, 0x02, 0xc3, 0x28]))).toThrow('UTF-8');
    expect(roundTrip('Value', { stringValue: '�' })).toEqual({ stringValue: '�' });
  });

  it('refuse messages that are nested without end', () => {
    const nested = (levels: number) => {
      let bytes = Buffer.alloc(0);
      for (let level = 0; level < levels; level += 1) {
        const head = Buffer.from([0x4a, 0xff, 0xff, 0xff, 0x7f]);
        const [low, ...high] = [0, 7, 14, 21].map((shift) => (bytes.length >>> shift) & 0x7f);
        head.set(
          [low ?? 0, ...high].map((part, index) => (index < 3 ? part | 0x80 : part)),
          1,
        );
        // A value that is an array (field 9) with one element (field 1), in turn.
        head[0] = level % 2 === 0 ? 0x0a : 0x4a;
        bytes = Buffer.concat([head, bytes]);
      }
      return bytes;
    };
    const value = firestoreService.root.lookupType('google.firestore.v1.Value');
    expect(() => decodeMessage(value, nested(100))).not.toThrow();
    expect(() => decodeMessage(value, nested(1_002))).toThrow('nested deeper');
  });

  it('that are damaged are refused, never more than that', () => {
    const types = ['CommitRequest', 'ListenRequest', 'RunQueryRequest', 'Document', 'Value'];
    const outcome = (type: string, bytes: Uint8Array) => {
      try {
        decodeMessage(firestoreService.root.lookupType(`google.firestore.v1.${type}`), bytes);
        return 'decoded';
      } catch (error) {
        return error instanceof StatusError ? error.status : error;
      }
    };
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 60 }), (type, bytes) => {
        expect(['decoded', 'INVALID_ARGUMENT']).toContain(outcome(type, bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuse bytes that are no message', () => {
    expect(() => decodeMessage(documentType, Buffer.from([0xff, 0xff]))).toThrow('Cannot decode Document');
  });
});
