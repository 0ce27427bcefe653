import { Bytes, GeoPoint } from '@google-cloud/firestore';
import { FieldPath, FieldValue, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import type { AdminStand } from './stand.ts';

export function documents({ db }: AdminStand): void {
  describe('documents through the Admin SDK', () => {
    it('keep every type of value', async () => {
      const data = {
        text: 'é😀',
        list: [1, 1.5, 'x', null, true],
        map: { deep: { er: -0 } },
        when: Timestamp.fromMillis(1_700_000_000_123),
        bytes: Buffer.from([0, 255]),
        big: 2 ** 40,
        notANumber: Number.NaN,
        infinite: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
        place: new GeoPoint(-12.5, 179.25),
        vector: FieldValue.vector([1, -2.5]),
        empty: { list: [], map: {}, text: '', bytes: Buffer.alloc(0) },
      };
      await db.doc('a/b').set(data);
      expect((await db.doc('a/b').get()).data()).toEqual(data);
    });

    it('refer to documents', async () => {
      await db.doc('a/b').set({ to: db.doc('c/d') });
      expect((await db.doc('a/b').get()).get('to').isEqual(db.doc('c/d'))).toBe(true);
    });

    it('keep microseconds of a time, cut what is finer', async () => {
      const when = new Timestamp(1_700_000_000, 123_456_789);
      await db.doc('a/b').set({ when, date: new Date(5), old: new Timestamp(-62_135_596_800, 0) });
      const found = await db.doc('a/b').get();
      expect(found.get('when')).toEqual(new Timestamp(1_700_000_000, 123_456_000));
      expect(found.get('date').toMillis()).toBe(5);
      expect(found.get('old').toDate().toISOString()).toBe('0001-01-01T00:00:00.000Z');
    });

    it('take Bytes for a buffer', async () => {
      const bytes = Bytes.fromUint8Array(new Uint8Array([1, 2]));
      await db.doc('a/b').set({ bytes, same: Bytes.fromBase64String('AQI=') });
      expect((await db.doc('a/b').get()).data()).toEqual({
        bytes: Buffer.from([1, 2]),
        same: Buffer.from([1, 2]),
      });
    });

    it('say when they were made, changed and read', async () => {
      const { writeTime } = await db.doc('a/b').create({ n: 1 });
      const second = await db.doc('a/b').set({ n: 2 });
      const found = await db.doc('a/b').get();
      expect(found.createTime?.isEqual(writeTime)).toBe(true);
      expect(found.updateTime?.isEqual(second.writeTime)).toBe(true);
      expect(second.isEqual(second)).toBe(true);
      expect(found.readTime.valueOf() >= second.writeTime.valueOf()).toBe(true);
      expect(found.isEqual(await db.doc('a/b').get())).toBe(true);
    });

    it('take all transforms', async () => {
      const ref = db.doc('a/b');
      await ref.set({ n: 1, list: [1, 2], gone: 1, at: FieldValue.serverTimestamp(), low: 5, high: 5 });
      await ref.update({
        n: FieldValue.increment(2),
        list: FieldValue.arrayUnion(3, 3, 1),
        gone: FieldValue.delete(),
        'm.x': 1,
        low: FieldValue.minimum(3),
        high: FieldValue.maximum(7.5),
        fresh: FieldValue.increment(0.5),
      });
      await ref.update({ list: FieldValue.arrayRemove(1) });
      const { at, ...rest } = (await ref.get()).data() ?? {};
      expect(rest).toEqual({ n: 3, list: [2, 3], m: { x: 1 }, low: 3, high: 7.5, fresh: 0.5 });
      expect(at).toBeInstanceOf(Timestamp);
    });

    it('are merged, by fields or as a whole', async () => {
      const ref = db.doc('a/b');
      await ref.set({ keep: 1, map: { keep: 1, change: 1 } });
      await ref.set({ map: { change: 2 } }, { merge: true });
      await ref.set({ keep: 9, map: { keep: 9, more: 3 } }, { mergeFields: ['map.more'] });
      await ref.set({ gone: FieldValue.delete(), list: FieldValue.arrayUnion(1) }, { merge: true });
      expect((await ref.get()).data()).toEqual({ keep: 1, map: { keep: 1, change: 2, more: 3 }, list: [1] });
    });

    it('have fields with any name', async () => {
      const ref = db.doc('a/b');
      await ref.set({ 'a.b': 1, '~`\\': { 'ü ': 2 }, '0': 3 });
      await ref.update(new FieldPath('a.b'), 10, new FieldPath('~`\\', 'ü '), 20, '0', 30);
      const found = await ref.get();
      expect(found.data()).toEqual({ 'a.b': 10, '~`\\': { 'ü ': 20 }, '0': 30 });
      expect(found.get(new FieldPath('~`\\', 'ü '))).toBe(20);
      const query = db.collection('a').where(new FieldPath('a.b'), '==', 10);
      expect((await query.get()).size).toBe(1);
    });

    it('are refused as Firestore refuses them', async () => {
      await expect(db.doc('a/none').update({ n: 1 })).rejects.toMatchObject({ code: 5 });
      await db.doc('a/b').create({});
      await expect(db.doc('a/b').create({})).rejects.toMatchObject({ code: 6 });
      const stale = (await db.doc('a/b').get()).updateTime ?? Timestamp.now();
      await db.doc('a/b').set({ n: 1 });
      await expect(db.doc('a/b').delete({ lastUpdateTime: stale })).rejects.toMatchObject({ code: 9 });
      await expect(db.doc('a/b').update({ n: 2 }, { lastUpdateTime: stale })).rejects.toMatchObject({
        code: 9,
      });
      await expect(db.doc('a/none').delete({ exists: true })).rejects.toMatchObject({ code: 5 });
    });

    it('are deleted, whether they are there or not', async () => {
      await db.doc('a/b').set({});
      await db.doc('a/b').delete();
      await db.doc('a/b').delete();
      expect((await db.doc('a/b').get()).exists).toBe(false);
    });

    it('can be fetched together, missing ones included, with a mask', async () => {
      await db.doc('a/1').set({ x: 1, y: 2 });
      const found = await db.getAll(db.doc('a/1'), db.doc('a/2'), { fieldMask: ['y'] });
      expect(found.map((each) => each.data())).toEqual([{ y: 2 }, undefined]);
    });

    it('are added with an id of the client’s making', async () => {
      const ref = await db.collection('a').add({ n: 1 });
      expect(ref.id).toMatch(/^[A-Za-z0-9]{20}$/u);
      expect((await db.collection('a').doc(ref.id).collection('below').doc().get()).exists).toBe(false);
      expect((await ref.get()).data()).toEqual({ n: 1 });
    });

    it('go through converters', async () => {
      type Point = { readonly x: number };
      const converter = {
        toFirestore: ({ x }: { readonly x: unknown }) => ({ stored: x }),
        fromFirestore: (snapshot: { get(field: string): number }): Point => ({ x: snapshot.get('stored') }),
      };
      const collection = db.collection('points').withConverter(converter);
      await collection.doc('a').set({ x: 1 });
      const converted = await db.doc('points/a').withConverter(converter).get();
      expect(converted.data()).toEqual({ x: 1 });
      const [found] = (await collection.where('stored', '==', 1).get()).docs;
      expect(found?.data()).toEqual({ x: 1 });
      const ordered = db.collection('points').orderBy('stored').withConverter(converter);
      expect((await ordered.get()).docs.map((each) => each.data())).toEqual([{ x: 1 }]);
      const group = db.collectionGroup('points').withConverter(converter);
      expect((await group.get()).docs.map((each) => each.data())).toEqual([{ x: 1 }]);
      expect((await db.doc('points/a').get()).data()).toEqual({ stored: 1 });
    });

    it('and collections are enumerated, also those that are only a path', async () => {
      await db.doc('a/ghost/b/c').set({});
      await db.doc('a/real').set({});
      expect((await db.listCollections()).map(({ id }) => id)).toEqual(['a']);
      expect((await db.doc('a/ghost').listCollections()).map(({ id }) => id)).toEqual(['b']);
      expect((await db.collection('a').listDocuments()).map(({ id }) => id)).toEqual(['ghost', 'real']);
    });
  });
}
