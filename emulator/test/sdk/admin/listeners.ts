import { describe, expect, it } from 'vitest';
import { type AdminStand, fill, until } from './stand.ts';

export function listeners({ db }: AdminStand): void {
  describe('listeners through the Admin SDK', () => {
    it('see documents come, change, move and go', async () => {
      await fill(db, 5);
      const query = db.collection('items').orderBy('n', 'desc').limit(2);
      const seen: string[] = [];
      const stop = query.onSnapshot((snapshot) => {
        seen.push(
          snapshot
            .docChanges()
            .map(({ type, doc }) => `${type} ${doc.id}`)
            .join(', '),
        );
      });
      await until(() => seen.length === 1);
      await db.doc('items/i004').delete();
      await until(() => seen.length === 2);
      await db.doc('items/i000').update({ n: 50 });
      await until(() => seen.length === 3);
      stop();
      expect(seen).toEqual([
        'added i004, added i003',
        'removed i004, added i002',
        'removed i002, added i000',
      ]);
    });

    it('follow one document through its life', async () => {
      const ref = db.doc('a/b');
      const seen: unknown[] = [];
      const stop = ref.onSnapshot((snapshot) => seen.push(snapshot.data()?.['n'] ?? snapshot.exists));
      await until(() => seen.length === 1);
      await ref.set({ n: 1 });
      await until(() => seen.length === 2);
      await ref.update({ n: 2 });
      await until(() => seen.length === 3);
      await ref.delete();
      await until(() => seen.length === 4);
      stop();
      expect(seen).toEqual([false, 1, 2, false]);
    });

    it('see only the fields they have asked for', async () => {
      await db.doc('a/b').set({ shown: 1, hidden: 2 });
      const seen: unknown[] = [];
      const stop = db
        .collection('a')
        .select('shown')
        .onSnapshot(({ docs }) => seen.push(docs[0]?.data()));
      await until(() => seen.length === 1);
      stop();
      expect(seen).toEqual([{ shown: 1 }]);
    });

    it('are told why they end', async () => {
      const errors: unknown[] = [];
      const many = Array.from({ length: 31 }, (_, n) => n);
      db.collection('a')
        .where('n', 'in', many)
        .onSnapshot(
          () => {},
          (error) => errors.push(error),
        );
      await until(() => errors.length === 1);
      expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('3') })]);
    });
  });

  describe('a bundle', () => {
    it('holds documents and the results of queries', async () => {
      await fill(db, 3);
      const items = db.collection('items').orderBy('n');
      const bundle = db
        .bundle('b1')
        .add(await db.doc('items/i000').get())
        .add('all', await items.get())
        .build();
      const elements = bundle
        .toString()
        .split(/\d+(?=\{"(?:metadata|namedQuery|documentMetadata|document)":)/u);
      const kinds = elements.slice(1).map((each) => String(Object.keys(JSON.parse(each))[0]));
      expect(kinds.toSorted((a, b) => a.localeCompare(b))).toEqual([
        ...Array.from({ length: 3 }, () => 'document'),
        ...Array.from({ length: 3 }, () => 'documentMetadata'),
        'metadata',
        'namedQuery',
      ]);
    });
  });
}
