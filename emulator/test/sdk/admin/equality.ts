import { AggregateField, Bytes, GeoPoint } from '@google-cloud/firestore';
import { FieldPath, FieldValue, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { type AdminStand, fill } from './stand.ts';

/** What the Admin SDK makes of single values and compares itself. */
export function equality({ db }: AdminStand): void {
  const items = db.collection('items');

  /** A value as it comes back from the server. */
  async function keep(value: unknown): Promise<unknown> {
    await db.doc('a/b').set({ value });
    return (await db.doc('a/b').get()).get('value');
  }

  describe('values of the Admin SDK', () => {
    it('are times, made of dates and read as dates', async () => {
      const made = Timestamp.fromDate(new Date(1_700_000_000_123));
      expect(made.toDate().toISOString()).toBe('2023-11-14T22:13:20.123Z');
      expect(made.isEqual(Timestamp.fromMillis(1_700_000_000_123))).toBe(true);
      expect(made.isEqual(Timestamp.fromMillis(1_700_000_000_124))).toBe(false);
      expect(await keep(made)).toEqual(made);
    });

    it('are times, made of instants and read as instants', async () => {
      const made = new Timestamp(1_700_000_000, 123_456_000);
      const instant = made.toInstant();
      expect(String(instant)).toBe('2023-11-14T22:13:20.123456Z');
      expect(await keep(Timestamp.fromInstant(instant))).toEqual(made);
    });

    it('are bytes, read as text and as an array', async () => {
      const made = Bytes.fromUint8Array(new Uint8Array([0, 255]));
      expect(made.toBase64()).toBe('AP8=');
      expect(made.toString()).toBe('Bytes(base64: AP8=, subtype: 0)');
      expect(made.toUint8Array()).toEqual(new Uint8Array([0, 255]));
      expect(made.isEqual(Bytes.fromBase64String('AP8='))).toBe(true);
      expect(made.isEqual(Bytes.fromBase64String('AP4='))).toBe(false);
      expect(await keep(made)).toEqual(Buffer.from(made.toUint8Array()));
    });

    it('are places and vectors, which are compared', async () => {
      const place = new GeoPoint(-12.5, 179.25);
      expect(place.isEqual(new GeoPoint(-12.5, 179.25))).toBe(true);
      expect(place.isEqual(new GeoPoint(-12.5, 179))).toBe(false);
      const vector = FieldValue.vector([1, -2.5]);
      expect(vector.toArray()).toEqual([1, -2.5]);
      expect(vector.isEqual(FieldValue.vector([1, -2.5]))).toBe(true);
      expect(vector.isEqual(FieldValue.vector([1]))).toBe(false);
      expect(await keep([place, { vector }])).toEqual([place, { vector }]);
    });

    it('are paths of fields and transforms, which are compared', () => {
      expect(new FieldPath('a', 'b').isEqual(new FieldPath('a', 'b'))).toBe(true);
      expect(new FieldPath('a', 'b').isEqual(new FieldPath('a.b'))).toBe(false);
      expect(FieldValue.increment(1).isEqual(FieldValue.increment(1))).toBe(true);
      expect(FieldValue.increment(1).isEqual(FieldValue.increment(2))).toBe(false);
    });
  });

  describe('the Admin SDK compares', () => {
    it('references', () => {
      expect(items.isEqual(db.collection('items'))).toBe(true);
      expect(items.isEqual(db.collection('others'))).toBe(false);
      expect(items.doc('a').isEqual(db.doc('items/a'))).toBe(true);
      expect(items.doc('a').isEqual(db.doc('items/b'))).toBe(false);
    });

    it('queries', () => {
      const ordered = items.orderBy('n');
      expect(ordered.isEqual(items.orderBy('n'))).toBe(true);
      expect(ordered.isEqual(items.orderBy('n', 'desc'))).toBe(false);
      expect(AggregateField.sum('n').isEqual(AggregateField.sum('n'))).toBe(true);
      expect(AggregateField.sum('n').isEqual(AggregateField.average('n'))).toBe(false);
      expect(ordered.count().isEqual(items.orderBy('n').count())).toBe(true);
      expect(ordered.count().isEqual(items.count())).toBe(false);
    });

    it('searches by vector, and what they find', async () => {
      await items.doc('near').set({ at: FieldValue.vector([1, 1]) });
      const nearest = (limit: number) =>
        items.findNearest({
          vectorField: 'at',
          queryVector: [1, 1],
          limit,
          distanceMeasure: 'EUCLIDEAN',
        });
      expect(nearest(5).isEqual(nearest(5))).toBe(true);
      expect(nearest(5).isEqual(nearest(4))).toBe(false);
      const found = await nearest(5).get();
      expect(found.isEqual(await nearest(5).get())).toBe(true);
      await items.doc('far').set({ at: FieldValue.vector([4, 5]) });
      expect(found.isEqual(await nearest(5).get())).toBe(false);
    });

    it('what was read, which is equal until it changes', async () => {
      await fill(db, 2);
      const read = () => Promise.all([items.doc('i001').get(), items.get(), items.count().get()] as const);
      const [document, found, counted] = await read();
      const compare = async () => {
        const [documentNow, foundNow, countedNow] = await read();
        return [document.isEqual(documentNow), found.isEqual(foundNow), counted.isEqual(countedNow)];
      };
      expect(await compare()).toEqual([true, true, true]);
      await items.doc('i001').update({ n: 5 });
      const { writeTime } = await items.doc('more').set({ n: 1 });
      const later = await items.doc('more').set({ n: 2 });
      expect(await compare()).toEqual([false, false, false]);
      expect(later.writeTime.isEqual(writeTime)).toBe(false);
    });
  });
}
