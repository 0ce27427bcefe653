/** "Generate Deck" from items to files: what is stored, what a retry does, what is left when it is cancelled. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanDeck, removeDeckFiles } from '../src/collections/decks/clean.ts';
import {
  checkPresentation,
  elementsNamed,
  textOf,
} from '../src/collections/decks/testing/check-presentation.ts';
import {
  COLLECTION,
  DECK_PHASES,
  type DecksBench,
  filePath,
  idOf,
  item,
  openDecksBench,
  picturePath,
  WORKSPACE,
} from './decks-bench.ts';

/** Every test writes several files on a database and a bucket: more than a busy machine does in the usual time. */
vi.setConfig({ testTimeout: 60_000 });

let bench: DecksBench;

beforeEach(async () => {
  bench = await openDecksBench();
});
afterEach(async () => await bench.close());

describe('a run', () => {
  beforeEach(async () => {
    await bench.putPicture('coat');
    await bench.putItems([
      item(0, 'Wool Coat'),
      item(1, 'Rain Coat'),
      item(2, 'Jumper', { category: 'Knitwear' }),
    ]);
  });

  it('stores both files, and a record that says where they are and what is in them', async () => {
    await bench.run();
    const made = await bench.deck();
    expect(made).toMatchObject({
      job_id: idOf(1),
      run: 1,
      title: 'Harbour & Vale',
      season: 'AW26',
      layout: 4,
      item_count: 3,
      slide_count: 5,
      without_picture: 0,
      created_by: 'u',
    });
    for (const format of ['pptx', 'pdf'] as const) {
      expect(made[format]).toMatchObject({ path: filePath(format), token: 'token-1' });
      expect((await bench.bytes(filePath(format))).length).toBe(made[format].bytes);
    }
    expect(
      Buffer.from(await bench.bytes(filePath('pdf')))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('gives the files their names, types and tokens for downloads', async () => {
    await bench.putSettings({ title: 'Größe' });
    await bench.run();
    const [metadata] = await bench.storage.bucket.file(filePath('pdf')).getMetadata();
    expect(metadata).toMatchObject({
      contentType: 'application/pdf',
      contentDisposition:
        `attachment; filename="Groe AW26.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20AW26.pdf`.replace(
          'Groe',
          'Gro_e',
        ),
      metadata: { firebaseStorageDownloadTokens: 'token-1' },
    });
  });

  it('can be opened whatever characters a person has pasted into title, season and names', async () => {
    await bench.putItems([
      item(0, 'Wool\u0001 \u000bCoat', { category: 'Out\u0002erwear', sku: 'HV\u001f-0' }),
    ]);
    await bench.putSettings({ title: 'Har\u0000bour', season: 'AW26\u000bsecond\u0001 drop' });
    await bench.run();
    const { documents, problems } = checkPresentation(await bench.bytes(filePath('pptx')));
    expect(problems).toEqual([]);
    const core = documents.get('docProps/core.xml');
    expect(core === undefined ? '' : textOf(core)).toContain('AW26 second drop');
  });

  it('shows what people have made of items and categories', async () => {
    await bench.db.doc(paths.item(WORKSPACE, COLLECTION, 'item-0')).update({ edits: { name: 'Loden Coat' } });
    await bench.db.doc(paths.item(WORKSPACE, COLLECTION, 'item-1')).update({ edits: { excluded: true } });
    await bench.run();
    const said = await bench.said();
    expect(said).toContain('Loden Coat');
    expect(said).toContain('Outerwear');
    expect(said).not.toContain('Rain Coat');
    expect(said.indexOf('Knitwear')).toBeLessThan(said.indexOf('Outerwear'));
  });

  it('makes the deck of what there was when it began, whatever is changed meanwhile', async () => {
    await bench.phase('collect_items');
    await bench.putSettings({ title: 'Another title', layout: 1 });
    await bench.db.doc(paths.item(WORKSPACE, COLLECTION, 'item-0')).delete();
    for (const phase of DECK_PHASES.slice(1)) await bench.phase(phase);
    expect(await bench.deck()).toMatchObject({ title: 'Harbour & Vale', layout: 4, item_count: 3 });
    expect(await bench.said()).toContain('Wool Coat');
  });

  it('takes a title from the collection where the settings have none', async () => {
    await bench.putSettings({ title: '  ' });
    await bench.run();
    expect(await bench.deck()).toMatchObject({ title: 'Harbour & Vale' });
  });

  it('publishes nothing on the collection: its decks are records of their own', async () => {
    for (const phase of DECK_PHASES) expect(await bench.phase(phase)).toEqual({});
  });

  it('says how far it is', async () => {
    await bench.run();
    expect(bench.reports).toContain('Item 3 of 3');
    expect(bench.reports).toContain('Picture 1 of 1');
    expect(bench.reports.filter((report) => report === 'Slide 5 of 5')).toHaveLength(2);
  });

  it('converts a picture once, however many items show it, and has it in the file once', async () => {
    await bench.run();
    expect(bench.handOvers().filter((name) => name.includes('/media/'))).toHaveLength(1);
    const { parts, documents } = checkPresentation(await bench.bytes(filePath('pptx')));
    expect([...parts.keys()].filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/coat.jpg']);
    const pictures = [...documents.values()].flatMap((document) => elementsNamed(document, 'p:pic'));
    expect(pictures.length).toBeGreaterThan(3);
  });

  it('shows a placeholder for pictures that are gone or broken, and counts their items', async () => {
    const pictureOf = (id: string) => ({
      image: {
        image_id: id,
        path: picturePath(id),
        thumbnail_path: 't',
        token: 't',
        width: 600,
        height: 800,
      },
    });
    bench.storage.objects.set(picturePath('broken'), 'no picture');
    await bench.putItems([
      item(3, 'Gone', pictureOf('gone')),
      item(4, 'Broken', pictureOf('broken')),
      item(5, 'None', { image: null }),
    ]);
    await bench.run();
    expect(await bench.deck()).toMatchObject({ item_count: 6, without_picture: 3 });
    expect(await bench.said()).toContain('Broken');
  });

  it('makes hand-overs that are gone again, and the presentation too', async () => {
    for (const phase of DECK_PHASES.slice(0, 3)) await bench.phase(phase);
    for (const name of [...bench.handOvers(), filePath('pptx')]) bench.storage.objects.delete(name);
    await bench.phase('write_pdf');
    expect(await bench.deck()).toMatchObject({ item_count: 3, without_picture: 0 });
    expect(await bench.said()).toContain('Wool Coat');
  });

  it('may run every phase twice, with one effect', async () => {
    for (const phase of DECK_PHASES) {
      await bench.phase(phase);
      await bench.phase(phase);
    }
    const { size } = bench.storage.objects;
    const [once, files] = [await bench.deck(), await bench.bytes(filePath('pptx'))];
    await bench.run();
    expect(await bench.deck()).toEqual(once);
    expect(await bench.bytes(filePath('pptx'))).toEqual(files);
    expect(bench.storage.objects.size).toBe(size);
  });

  it.each(['prepare_pictures', 'write_presentation', 'write_pdf'] as const)(
    'that is cancelled in %s stops there',
    async (phase) => {
      for (const earlier of DECK_PHASES.slice(0, DECK_PHASES.indexOf(phase))) await bench.phase(earlier);
      await expect(bench.phase(phase, 1, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow(
        'cancelled',
      );
      expect((await bench.db.doc(paths.deck(WORKSPACE, COLLECTION, idOf(1))).get()).exists).toBe(false);
    },
  );

  it('that was cancelled leaves nothing of itself, and earlier decks alone', async () => {
    await bench.run(1);
    await bench.run(2);
    await cleanDeck(bench.db, bench.storage.bucket, bench.context(2), 'partial');
    await cleanDeck(bench.db, bench.storage.bucket, bench.context(2), 'partial');
    expect([...bench.storage.objects.keys()].filter((name) => name.includes(idOf(2)))).toEqual([]);
    expect(
      (await bench.db.collection(paths.decks(WORKSPACE, COLLECTION)).get()).docs.map(({ id }) => id),
    ).toEqual([idOf(1)]);
    expect(await bench.said(1)).toContain('Wool Coat');
  });

  it('that is done leaves its deck and those before it, and no hand-overs', async () => {
    await bench.run(1);
    await cleanDeck(bench.db, bench.storage.bucket, bench.context(1), 'superseded');
    await bench.run(2);
    await cleanDeck(bench.db, bench.storage.bucket, bench.context(2), 'superseded');
    expect(bench.handOvers()).toEqual([]);
    expect([await bench.deck(1), await bench.deck(2)].map(({ run }) => run)).toEqual([1, 2]);
    expect(await bench.said(1)).toBe(await bench.said(2));
  });

  it('that is done removes what a failed run before it has left, which came to no deck', async () => {
    await bench.run(1);
    for (const phase of DECK_PHASES.slice(0, 3)) await bench.phase(phase, 2);
    await bench.run(3);
    await cleanDeck(bench.db, bench.storage.bucket, bench.context(3), 'superseded');
    expect([...bench.storage.objects.keys()].filter((name) => name.includes(idOf(2)))).toEqual([]);
    expect(await bench.said(1)).toBe(await bench.said(3));
  });

  it('whose record is deleted loses its files, and no other deck does', async () => {
    await bench.run(1);
    await bench.run(2);
    await removeDeckFiles(bench.storage.bucket, WORKSPACE, COLLECTION, idOf(1));
    const left = [...bench.storage.objects.keys()].filter((name) => name.includes('/decks/'));
    expect(left.toSorted()).toEqual([filePath('pdf', 2), filePath('pptx', 2)]);
  });
});

describe('a run that cannot be', () => {
  const codeOf = async () => {
    try {
      await bench.phase('collect_items');
    } catch (error) {
      return error instanceof DocketError ? error.code : 'unexpected';
    }
    return 'none';
  };

  it('has no items', async () => {
    expect(await codeOf()).toBe('items_missing');
  });

  it('has only items that do not count, or that no completed run has published', async () => {
    await bench.putItems([
      { ...item(0, 'Dropped'), in_order: false },
      { ...item(1, 'Under way'), run: 2 },
    ]);
    expect(await codeOf()).toBe('items_missing');
  });

  it('has more items than a deck can show', async () => {
    await bench.putItems(Array.from({ length: LIMITS.itemsPerDeck + 1 }, (_, index) => item(index, 'Coat')));
    expect(await codeOf()).toBe('too_many_items');
  });

  it('has lost its collection', async () => {
    await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).delete();
    expect(await codeOf()).toBe('subject_missing');
  });
});
