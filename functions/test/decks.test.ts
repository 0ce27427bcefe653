/** "Generate Deck" from items to files: what is stored, what a retry does, what is left when it is cancelled. */
import { randomUUID } from 'node:crypto';
import { startServer } from '@docket/emulator/server';
import { type DeckSettings, deckSchema, defaultDeckSettings } from '@docket/model/deck';
import type { DocketError } from '@docket/model/errors';
import type { Item } from '@docket/model/item';
import { jobSchema } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanDeck, removeDeckFiles } from '../src/collections/decks/clean.ts';
import { deckGeneration } from '../src/collections/decks/pipeline.ts';
import {
  checkPresentation,
  elementsNamed,
  textOf,
} from '../src/collections/decks/testing/check-presentation.ts';
import sharp from '../src/collections/reading/pictures/sharp.ts';
import type { PhaseContext } from '../src/engine/pipeline-module.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

/** Every test writes several files on a database and a bucket: more than a busy machine does in the usual time. */
vi.setConfig({ testTimeout: 60_000 });

const WORKSPACE = 'w';
const COLLECTION = 'c';
const PHASES = ['collect_items', 'prepare_pictures', 'write_presentation', 'write_pdf'] as const;

let db: Firestore;
let storage: MemoryBucket;
let close: () => Promise<void>;
let reports: string[];

beforeEach(async () => {
  const server = await startServer({ port: 0 });
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  storage = await openBucket();
  const app = initializeApp({ projectId: 'demo-decks' }, randomUUID());
  db = getFirestore(app);
  reports = [];
  close = async () => {
    await deleteApp(app);
    await storage.close();
    await server.close();
  };
  await db.doc(paths.collection(WORKSPACE, COLLECTION)).set({
    name: 'Harbour & Vale',
    season: 'AW26',
    created_by: 'u',
    created_at: new Date(),
    categories: ['Coats', 'Knitwear'].map((name) => ({
      id: name.toLowerCase(),
      name,
      product_count: 1,
      confidence: 1,
      reason: 'Heading',
    })),
    category_edits: { names: { coats: 'Outerwear' }, merged: {}, order: ['knitwear'] },
    item_results: itemResults,
  });
});
afterEach(async () => await close());

const itemResults = {
  job_id: 'c-item_generation-1',
  run: 1,
  products_job_id: 'p',
  document_ids: [],
  created: 1,
  updated: 0,
  skipped: 0,
  dropped: 0,
  line_count: 1,
  unmatched_count: 0,
  quantity: 1,
  amount: null,
  currency: null,
  failed_checks: 0,
};

const picturePath = (id: string) => storagePaths.itemImage(WORKSPACE, COLLECTION, id);

function item(position: number, name: string, change: Partial<Item['generated']> = {}): Item {
  return {
    generated: {
      sku: `HV-${position}`,
      base_sku: null,
      color: 'Navy',
      color_code: null,
      name,
      category: 'Coats',
      sizes: [{ size: 'M', quantity: 2 }],
      quantity: 2,
      unit_price: 40,
      wholesale_price: 40,
      msrp: null,
      currency: 'EUR',
      material: null,
      origin: null,
      season: null,
      delivery: null,
      product: null,
      image: {
        image_id: 'coat',
        path: picturePath('coat'),
        thumbnail_path: 'thumbnail',
        token: 't',
        width: 600,
        height: 800,
      },
      warnings: [],
      sources: [],
      ...change,
    },
    content_hash: String(position),
    run: 1,
    job_id: 'c-item_generation-1',
    position,
    in_order: true,
    before: null,
    edits: {},
    edited_by: null,
    edited_at: null,
  };
}

const putItems = async (items: readonly Item[]) => {
  const writer = db.bulkWriter();
  for (const data of items)
    void writer.set(db.doc(paths.item(WORKSPACE, COLLECTION, `item-${data.position}`)), data);
  await writer.close();
};
const putPicture = async (id: string) =>
  storage.objects.set(
    picturePath(id),
    await sharp({ create: { width: 600, height: 800, channels: 3, background: '#885533' } })
      .webp()
      .toBuffer(),
  );
const putSettings = async (change: Partial<DeckSettings>) =>
  await db.doc(paths.deckSettings(WORKSPACE, COLLECTION)).set({
    ...defaultDeckSettings({ name: 'Harbour & Vale', season: 'AW26' }),
    ...change,
  });

const idOf = (run: number) => jobId(COLLECTION, 'deck_generation', run);

function contextOf(run: number, signal = new AbortController().signal): PhaseContext {
  const job = jobSchema.parse({
    pipeline: 'deck_generation',
    subject: { type: 'collection', id: COLLECTION },
    input: { document_ids: [] },
    run,
    created_by: 'u',
    created_at: new Date('2026-08-01T10:20:30Z'),
    status: 'processing',
    open: true,
  });
  return {
    workspaceId: WORKSPACE,
    jobId: idOf(run),
    job,
    token: `token-${run}`,
    signal,
    report: (done, of, unit) => reports.push(`${unit} ${done} of ${of}`),
    save: async (writes) => {
      for (const { ref, data } of writes) await ref.set(data);
    },
  };
}

async function runPhase(phase: (typeof PHASES)[number], run = 1, signal?: AbortSignal): Promise<void> {
  const handler = await deckGeneration(db, storage.bucket).phases[phase]();
  expect(await handler(contextOf(run, signal))).toEqual({});
}

async function runAll(run = 1): Promise<void> {
  for (const phase of PHASES) await runPhase(phase, run);
}

const deck = async (run = 1) =>
  deckSchema.parse((await db.doc(paths.deck(WORKSPACE, COLLECTION, idOf(run))).get()).data());
const filePath = (format: string, run = 1) =>
  storagePaths.deckFile(WORKSPACE, COLLECTION, idOf(run), `deck.${format}`);
const bytesOf = async (path: string) => new Uint8Array((await storage.bucket.file(path).download())[0]);
const handOvers = () => [...storage.objects.keys()].filter((name) => name.includes('/runs/'));
/** What the slides say, as one text. */
const saidBy = async (run = 1) => {
  const { documents, problems } = checkPresentation(await bytesOf(filePath('pptx', run)));
  expect(problems).toEqual([]);
  return [...documents.values()]
    .filter(({ name }) => name === 'p:sld')
    .map(textOf)
    .join('\n');
};

describe('a run', () => {
  beforeEach(async () => {
    await putPicture('coat');
    await putItems([item(0, 'Wool Coat'), item(1, 'Rain Coat'), item(2, 'Jumper', { category: 'Knitwear' })]);
  });

  it('stores both files, and a record that says where they are and what is in them', async () => {
    await runAll();
    const made = await deck();
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
      expect((await bytesOf(filePath(format))).length).toBe(made[format].bytes);
    }
    expect(
      Buffer.from(await bytesOf(filePath('pdf')))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('gives the files their names, types and tokens for downloads', async () => {
    await putSettings({ title: 'Größe' });
    await runAll();
    const [metadata] = await storage.bucket.file(filePath('pdf')).getMetadata();
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

  it('shows what people have made of items and categories', async () => {
    await db.doc(paths.item(WORKSPACE, COLLECTION, 'item-0')).update({ edits: { name: 'Loden Coat' } });
    await db.doc(paths.item(WORKSPACE, COLLECTION, 'item-1')).update({ edits: { excluded: true } });
    await runAll();
    const said = await saidBy();
    expect(said).toContain('Loden Coat');
    expect(said).toContain('Outerwear');
    expect(said).not.toContain('Rain Coat');
    expect(said.indexOf('Knitwear')).toBeLessThan(said.indexOf('Outerwear'));
  });

  it('makes the deck of what there was when it began, whatever is changed meanwhile', async () => {
    await runPhase('collect_items');
    await putSettings({ title: 'Another title', layout: 1 });
    await db.doc(paths.item(WORKSPACE, COLLECTION, 'item-0')).delete();
    for (const phase of PHASES.slice(1)) await runPhase(phase);
    expect(await deck()).toMatchObject({ title: 'Harbour & Vale', layout: 4, item_count: 3 });
    expect(await saidBy()).toContain('Wool Coat');
  });

  it('takes a title from the collection where the settings have none', async () => {
    await putSettings({ title: '  ' });
    await runAll();
    expect(await deck()).toMatchObject({ title: 'Harbour & Vale' });
  });

  it('says how far it is', async () => {
    await runAll();
    expect(reports).toContain('Item 3 of 3');
    expect(reports).toContain('Picture 1 of 1');
    expect(reports.filter((report) => report === 'Slide 5 of 5')).toHaveLength(2);
  });

  it('converts a picture once, however many items show it, and has it in the file once', async () => {
    await runAll();
    expect(handOvers().filter((name) => name.includes('/media/'))).toHaveLength(1);
    const { parts, documents } = checkPresentation(await bytesOf(filePath('pptx')));
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
    storage.objects.set(picturePath('broken'), 'no picture');
    await putItems([
      item(3, 'Gone', pictureOf('gone')),
      item(4, 'Broken', pictureOf('broken')),
      item(5, 'None', { image: null }),
    ]);
    await runAll();
    expect(await deck()).toMatchObject({ item_count: 6, without_picture: 3 });
    expect(await saidBy()).toContain('Broken');
  });

  it('makes hand-overs that are gone again, and the presentation too', async () => {
    for (const phase of PHASES.slice(0, 3)) await runPhase(phase);
    for (const name of [...handOvers(), filePath('pptx')]) storage.objects.delete(name);
    await runPhase('write_pdf');
    expect(await deck()).toMatchObject({ item_count: 3, without_picture: 0 });
    expect(await saidBy()).toContain('Wool Coat');
  });

  it('may run every phase twice, with one effect', async () => {
    for (const phase of PHASES) {
      await runPhase(phase);
      await runPhase(phase);
    }
    const { size } = storage.objects;
    const [once, files] = [await deck(), await bytesOf(filePath('pptx'))];
    await runAll();
    expect(await deck()).toEqual(once);
    expect(await bytesOf(filePath('pptx'))).toEqual(files);
    expect(storage.objects.size).toBe(size);
  });

  it.each(['prepare_pictures', 'write_presentation', 'write_pdf'] as const)(
    'that is cancelled in %s stops there',
    async (phase) => {
      for (const earlier of PHASES.slice(0, PHASES.indexOf(phase))) await runPhase(earlier);
      await expect(runPhase(phase, 1, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow(
        'cancelled',
      );
      expect((await db.doc(paths.deck(WORKSPACE, COLLECTION, idOf(1))).get()).exists).toBe(false);
    },
  );

  it('that was cancelled leaves nothing of itself, and earlier decks alone', async () => {
    await runAll(1);
    await runAll(2);
    await cleanDeck(db, storage.bucket, contextOf(2), 'partial');
    await cleanDeck(db, storage.bucket, contextOf(2), 'partial');
    expect([...storage.objects.keys()].filter((name) => name.includes(idOf(2)))).toEqual([]);
    expect((await db.collection(paths.decks(WORKSPACE, COLLECTION)).get()).docs.map(({ id }) => id)).toEqual([
      idOf(1),
    ]);
    expect(await saidBy(1)).toContain('Wool Coat');
  });

  it('that is done leaves its deck and those before it, and no hand-overs', async () => {
    await runAll(1);
    await cleanDeck(db, storage.bucket, contextOf(1), 'superseded');
    await runAll(2);
    await cleanDeck(db, storage.bucket, contextOf(2), 'superseded');
    expect(handOvers()).toEqual([]);
    expect([await deck(1), await deck(2)].map(({ run }) => run)).toEqual([1, 2]);
    expect(await saidBy(1)).toBe(await saidBy(2));
  });

  it('whose record is deleted loses its files, and no other deck does', async () => {
    await runAll(1);
    await runAll(2);
    await removeDeckFiles(storage.bucket, WORKSPACE, COLLECTION, idOf(1));
    const left = [...storage.objects.keys()].filter((name) => name.includes('/decks/'));
    expect(left.toSorted()).toEqual([filePath('pdf', 2), filePath('pptx', 2)]);
  });
});

describe('a run that cannot be', () => {
  const codeOf = async () => {
    const failure = await runPhase('collect_items').then(
      () => null,
      (error: DocketError) => error,
    );
    return failure?.code;
  };

  it('has no items', async () => {
    expect(await codeOf()).toBe('items_missing');
  });

  it('has only items that do not count, or that no completed run has published', async () => {
    await putItems([
      { ...item(0, 'Dropped'), in_order: false },
      { ...item(1, 'Under way'), run: 2 },
    ]);
    expect(await codeOf()).toBe('items_missing');
  });

  it('has more items than a deck can show', async () => {
    await putItems(Array.from({ length: LIMITS.itemsPerDeck + 1 }, (_, index) => item(index, 'Coat')));
    expect(await codeOf()).toBe('too_many_items');
  });

  it('has lost its collection', async () => {
    await db.doc(paths.collection(WORKSPACE, COLLECTION)).delete();
    expect(await codeOf()).toBe('subject_missing');
  });
});
