import { AggregateField, Filter, type Query } from '@google-cloud/firestore';
import { FieldPath, FieldValue } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { type AdminStand, fill } from './stand.ts';

const ids = async (query: Query) => (await query.get()).docs.map(({ id }) => id);

export function queries({ db }: AdminStand): void {
  const items = db.collection('items');

  /** Documents named after what is in their field `v`. */
  async function variety(): Promise<void> {
    const batch = db.batch();
    const values: Record<string, unknown> = { one: 1, two: 2, three: 3, list: [1, 2], none: null, nan: NaN };
    for (const [id, v] of Object.entries(values)) {
      batch.set(items.doc(id), { v });
    }
    batch.create(items.doc('without'), { w: 1 });
    await batch.commit();
  }

  describe('queries through the Admin SDK', () => {
    it('compare with every operator', async () => {
      await variety();
      expect(await ids(items.where('v', '<', 2))).toEqual(['nan', 'one']);
      expect(await ids(items.where('v', '<=', 2))).toEqual(['nan', 'one', 'two']);
      expect(await ids(items.where('v', '==', 2))).toEqual(['two']);
      expect(await ids(items.where('v', '>', 2))).toEqual(['three']);
      expect(await ids(items.where('v', '>=', 2))).toEqual(['two', 'three']);
      expect(await ids(items.where('v', '!=', 2))).toEqual(['nan', 'one', 'three', 'list']);
      expect(await ids(items.where('v', 'in', [3, 1, [1, 2]]))).toEqual(['list', 'one', 'three']);
      expect(await ids(items.where('v', 'not-in', [1, [1, 2]]))).toEqual(['nan', 'two', 'three']);
      expect(await ids(items.where('v', 'array-contains', 2))).toEqual(['list']);
      expect(await ids(items.where('v', 'array-contains-any', [2, 9]))).toEqual(['list']);
    });

    it('find null and NaN by equality only', async () => {
      await variety();
      expect(await ids(items.where('v', '==', null))).toEqual(['none']);
      expect(await ids(items.where('v', '==', NaN))).toEqual(['nan']);
      expect(await ids(items.where('v', '!=', null))).toEqual(['nan', 'one', 'two', 'three', 'list']);
      expect(await ids(items.where('v', '!=', NaN))).toEqual(['one', 'two', 'three', 'list']);
    });

    it('combine filters with and, or', async () => {
      await fill(db, 12);
      const either = Filter.or(
        Filter.where('n', '==', 11),
        Filter.and(Filter.where('group', '==', 1), Filter.where('n', '<', 6)),
      );
      expect(await ids(items.where(either))).toEqual(['i001', 'i004', 'i011']);
    });

    it('bound several fields', async () => {
      await fill(db, 12);
      expect(await ids(items.where('n', '>', 6).where('group', '<', 2).where('n', '<', 11))).toEqual([
        'i009',
        'i007',
        'i010',
      ]);
    });

    it('find documents by their id', async () => {
      await fill(db, 5);
      const byId = (operator: '>=' | 'in', value: unknown) =>
        items.where(FieldPath.documentId(), operator, value);
      expect(await ids(byId('>=', 'i003'))).toEqual(['i003', 'i004']);
      expect(await ids(byId('in', ['i001', 'none', 'i000']))).toEqual(['i000', 'i001']);
    });

    it('page with every cursor', async () => {
      await fill(db, 9);
      const ordered = items.orderBy('group').orderBy('n', 'desc');
      expect(await ids(ordered.startAt(1, 4).limit(2))).toEqual(['i004', 'i001']);
      expect(await ids(ordered.startAfter(1, 4).limit(2))).toEqual(['i001', 'i008']);
      expect(await ids(ordered.startAt(1).endAt(1))).toEqual(['i007', 'i004', 'i001']);
      expect(await ids(ordered.endBefore(0, 0))).toEqual(['i006', 'i003']);
      const snapshot = await items.doc('i004').get();
      expect(await ids(ordered.startAfter(snapshot).endAt(await items.doc('i008').get()))).toEqual([
        'i001',
        'i008',
      ]);
    });

    it('take the first, the last, and skip', async () => {
      await fill(db, 6);
      expect(await ids(items.orderBy('n').limit(2).offset(1))).toEqual(['i001', 'i002']);
      expect(await ids(items.orderBy('n').limitToLast(2))).toEqual(['i004', 'i005']);
      expect(await ids(items.orderBy('n').startAt(1).endBefore(4).limitToLast(2))).toEqual(['i002', 'i003']);
    });

    it('bring only some fields', async () => {
      await fill(db, 2);
      const data = async (query: Query) => (await query.get()).docs.map((each) => each.data());
      expect(await data(items.select('n'))).toEqual([{ n: 0 }, { n: 1 }]);
      expect(await data(items.select())).toEqual([{}, {}]);
    });

    it('come as a stream', async () => {
      await fill(db, 60);
      const seen: unknown[] = [];
      for await (const each of items.orderBy('n', 'desc').stream()) {
        seen.push(each);
      }
      expect(seen).toHaveLength(60);
    });

    it('say what has changed since nothing: everything', async () => {
      await fill(db, 3);
      const found = await items.orderBy('n').get();
      const visited: string[] = [];
      found.forEach((each) => visited.push(each.id));
      expect(visited).toEqual(['i000', 'i001', 'i002']);
      expect(found.docChanges().map(({ type, newIndex }) => [type, newIndex])).toEqual([
        ['added', 0],
        ['added', 1],
        ['added', 2],
      ]);
      expect(found.isEqual(await items.orderBy('n').get())).toBe(true);
    });

    it('are refused as Firestore refuses them', async () => {
      const many = Array.from({ length: 31 }, (_, n) => n);
      await expect(items.where('v', 'in', many).get()).rejects.toMatchObject({ code: 3 });
      await expect(items.where('v', 'not-in', many.slice(0, 11)).get()).rejects.toMatchObject({ code: 3 });
      const twice = items.where('v', 'array-contains', 1).where('w', 'array-contains', 1);
      await expect(twice.get()).rejects.toMatchObject({ code: 3 });
    });
  });

  describe('aggregations through the Admin SDK', () => {
    it('count, sum and average', async () => {
      await fill(db, 10);
      const query = items.aggregate({
        count: AggregateField.count(),
        sum: AggregateField.sum('n'),
        avg: AggregateField.average(new FieldPath('n')),
      });
      const result = await query.get();
      expect(result.data()).toEqual({ count: 10, sum: 45, avg: 4.5 });
      expect(result.isEqual(await query.get())).toBe(true);
    });

    it('of nothing are 0, and no average', async () => {
      const spec = { sum: AggregateField.sum('n'), avg: AggregateField.average('n') };
      expect((await items.aggregate(spec).get()).data()).toEqual({ sum: 0, avg: null });
    });

    it('take only what the query finds, and only documents with every field', async () => {
      await fill(db, 10);
      await items.doc('without').set({ group: 0 });
      expect((await items.where('n', '>', 3).limit(4).count().get()).data()).toEqual({ count: 4 });
      const spec = { count: AggregateField.count(), sum: AggregateField.sum('n') };
      expect((await items.where('group', '==', 0).aggregate(spec).get()).data()).toEqual({
        count: 4,
        sum: 18,
      });
      expect((await items.where('group', '==', 0).count().get()).data()).toEqual({ count: 5 });
    });
  });

  describe('vector search through the Admin SDK', () => {
    it('finds the nearest and tells how far they are', async () => {
      await items.doc('near').set({ at: FieldValue.vector([1, 1]) });
      await items.doc('far').set({ at: FieldValue.vector([4, 5]) });
      await items.doc('other').set({ at: FieldValue.vector([1]) });
      const common = { vectorField: 'at', queryVector: [1, 1], limit: 5 };
      const options = { distanceMeasure: 'EUCLIDEAN', distanceResultField: 'distance' } as const;
      const found = await items.findNearest({ ...common, ...options }).get();
      const distances: unknown[] = [];
      found.forEach((each) => distances.push([each.id, each.get('distance')]));
      expect(distances).toEqual([
        ['near', 0],
        ['far', 5],
      ]);
      expect(found.docChanges()).toHaveLength(2);
      const alike = { distanceMeasure: 'DOT_PRODUCT', distanceThreshold: 5 } as const;
      expect((await items.findNearest({ ...common, ...alike }).get()).docs.map(({ id }) => id)).toEqual([
        'far',
      ]);
    });
  });

  describe('collection groups through the Admin SDK', () => {
    it('are queried whole or in partitions', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, n) => db.doc(`top/t${n}/parts/p`).set({ n })));
      const group = db.collectionGroup('parts');
      expect((await group.get()).size).toBe(30);
      expect((await group.where('n', '>=', 28).get()).size).toBe(2);
      const paths: string[] = [];
      for await (const partition of group.getPartitions(4)) {
        paths.push(...(await partition.toQuery().get()).docs.map(({ ref }) => ref.path));
      }
      expect(new Set(paths).size).toBe(30);
      expect(paths).toHaveLength(30);
    });
  });
}
