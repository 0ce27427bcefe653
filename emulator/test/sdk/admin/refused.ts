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
      ['a regular expression', () => new RegexValue('^a', 'i')],
      ['an object id', () => new BsonObjectId('0123456789abcdef01234567')],
      ['an integer of 32 bits', () => new Int32Value(1)],
      ['a decimal', () => new Decimal128Value('1.5')],
      ['a BSON timestamp', () => new BsonTimestamp(1, 1)],
      ['bytes with a subtype', () => Bytes.fromUint8Array(new Uint8Array([1]), 5)],
    ])('is %s, which the enterprise edition has', async (_, make) => {
      await expect(db.doc('a/b').set({ value: make() })).rejects.toEqual(unimplemented);
    });
  });
}
