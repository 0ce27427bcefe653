import { once } from 'node:events';
import {
  BsonObjectId,
  BsonTimestamp,
  Bytes,
  Decimal128Value,
  Int32Value,
  MaxKey,
  MinKey,
  RegexValue,
} from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import type { AdminStand } from './stand.ts';

const unimplemented = expect.objectContaining({ code: 12 });

/** A value, and whether it equals another like it, and one unlike it. */
function compared<Value extends { isEqual(other: Value): boolean }>(
  value: Value,
  like: Value,
  unlike: Value,
) {
  return { value, equal: [value.isEqual(like), value.isEqual(unlike)] };
}

export function refused({ db }: AdminStand): void {
  describe('refused with UNIMPLEMENTED', () => {
    it('is what explains a query', async () => {
      const query = db.collection('a').where('n', '==', 1);
      await expect(query.explain({ analyze: true })).rejects.toEqual(unimplemented);
      await expect(query.count().explain()).rejects.toEqual(unimplemented);
      const streamed = once(query.explainStream(), 'end');
      await expect(streamed).rejects.toEqual(unimplemented);
    });

    it('are pipelines', async () => {
      const pipeline = db.pipeline().collection('a');
      await expect(pipeline.execute()).rejects.toEqual(unimplemented);
      const within = db.runTransaction((transaction) => transaction.execute(pipeline));
      await expect(within).rejects.toEqual(unimplemented);
    });

    it.each([
      ['the least key', () => MinKey.instance()],
      ['the greatest key', () => MaxKey.instance()],
      ['bytes with a subtype', () => Bytes.fromUint8Array(new Uint8Array([1]), 5)],
    ])('is %s, which the enterprise edition has', async (_, make) => {
      await expect(db.doc('a/b').set({ value: make() })).rejects.toEqual(unimplemented);
    });

    it.each([
      [
        'a regular expression',
        () => compared(new RegexValue('^a', 'i'), new RegexValue('^a', 'i'), new RegexValue('^a', '')),
      ],
      [
        'an object id',
        () => {
          const id = '0123456789abcdef01234567';
          return compared(new BsonObjectId(id), new BsonObjectId(id), new BsonObjectId('0'.repeat(24)));
        },
      ],
      ['an integer of 32 bits', () => compared(new Int32Value(1), new Int32Value(1), new Int32Value(2))],
      [
        'a decimal',
        () => compared(new Decimal128Value('1.5'), new Decimal128Value('1.50'), new Decimal128Value('2')),
      ],
      [
        'a BSON timestamp',
        () => compared(new BsonTimestamp(1, 1), new BsonTimestamp(1, 1), new BsonTimestamp(1, 2)),
      ],
    ])('is %s of the enterprise edition, which only the client can compare', async (_, make) => {
      const { value, equal } = make();
      expect(equal).toEqual([true, false]);
      await expect(db.doc('a/b').set({ value })).rejects.toEqual(unimplemented);
    });
  });
}
