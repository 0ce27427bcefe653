/** "Generate Deck" on a real (embedded) Firestore and a bucket in memory, phase by phase. */
import { randomUUID } from 'node:crypto';
import { type Deck, type DeckSettings, deckSchema, defaultDeckSettings } from '@docket/model/deck';
import type { Item } from '@docket/model/item';
import { jobSchema } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import type { PhaseKey } from '@docket/model/pipelines';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { deckGeneration } from '../src/collections/decks/pipeline.ts';
import { checkPresentation, textOf } from '../src/collections/decks/testing/check-presentation.ts';
import sharp from '../src/collections/reading/pictures/sharp.ts';
import type { PhaseContext } from '../src/engine/pipeline-module.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';
import { startDatabase } from './start-database.ts';

export const WORKSPACE = 'w';
export const COLLECTION = 'c';
export const DECK_PHASES = ['collect_items', 'prepare_pictures', 'write_presentation', 'write_pdf'] as const;

export interface DecksBench {
  db: Firestore;
  storage: MemoryBucket;
  /** What phases have said of how far they are. */
  reports: string[];
  putItems(items: readonly Item[]): Promise<void>;
  /** Puts a picture of 600 by 800 pixels where items of the id `id` have theirs. */
  putPicture(id: string): Promise<void>;
  putSettings(change: Partial<DeckSettings>): Promise<void>;
  context(run: number, signal?: AbortSignal): PhaseContext;
  /** Runs one phase. Returns the fields of the collection that it publishes. */
  phase(phase: PhaseKey<'deck_generation'>, run?: number, signal?: AbortSignal): Promise<object>;
  /** Runs all phases. */
  run(run?: number): Promise<void>;
  /** The record of a deck. */
  deck(run?: number): Promise<Deck>;
  bytes(path: string): Promise<Uint8Array>;
  /** The names of what phases have handed to each other and nobody has removed. */
  handOvers(): string[];
  /** What the slides say, as one text. Throws when the presentation breaks a rule. */
  said(run?: number): Promise<string>;
  close(): Promise<void>;
}

export const idOf = (run: number) => jobId(COLLECTION, 'deck_generation', run);
export const picturePath = (id: string) => storagePaths.itemImage(WORKSPACE, COLLECTION, id);
export const filePath = (format: 'pptx' | 'pdf', run = 1) =>
  storagePaths.deckFile(WORKSPACE, COLLECTION, idOf(run), `deck.${format}`);

/** Opens a bench with a collection of two categories, one of them renamed, that has no items yet. */
export async function openDecksBench(): Promise<DecksBench> {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const storage = await openBucket();
  const app = initializeApp({ projectId: 'demo-decks' }, randomUUID());
  const db = getFirestore(app);
  const reports: string[] = [];
  await db.doc(paths.collection(WORKSPACE, COLLECTION)).set(COLLECTION_FIELDS);

  const context: DecksBench['context'] = (run, signal = new AbortController().signal) => ({
    workspaceId: WORKSPACE,
    jobId: idOf(run),
    job: jobSchema.parse({ ...JOB_FIELDS, run }),
    token: `token-${run}`,
    signal,
    report: (done, of, unit) => reports.push(`${unit} ${done} of ${of}`),
    call: async (_service, work) => await work(),
    save: async (writes) => {
      for (const { ref, data } of writes) await ref.set(data);
    },
    change: async () => {},
    transact: async (work) => await db.runTransaction(work),
  });
  const phase: DecksBench['phase'] = async (key, run = 1, signal) => {
    const handler = await deckGeneration(db, storage.bucket).phases[key]();
    return await handler(context(run, signal));
  };
  const bytes = async (path: string) => new Uint8Array((await storage.bucket.file(path).download())[0]);

  return {
    db,
    storage,
    reports,
    context,
    phase,
    bytes,
    putItems: async (items) => {
      const writer = db.bulkWriter();
      for (const data of items) {
        void writer.set(db.doc(paths.item(WORKSPACE, COLLECTION, `item-${data.position}`)), data);
      }
      await writer.close();
    },
    putPicture: async (id) => {
      const surface = { width: 600, height: 800, channels: 3, background: '#885533' } as const;
      storage.objects.set(picturePath(id), await sharp({ create: surface }).webp().toBuffer());
    },
    putSettings: async (change) => {
      const settings = { ...defaultDeckSettings(COLLECTION_FIELDS), ...change };
      await db.doc(paths.deckSettings(WORKSPACE, COLLECTION)).set(settings);
    },
    run: async (run = 1) => {
      for (const key of DECK_PHASES) await phase(key, run);
    },
    deck: async (run = 1) =>
      deckSchema.parse((await db.doc(paths.deck(WORKSPACE, COLLECTION, idOf(run))).get()).data()),
    handOvers: () => [...storage.objects.keys()].filter((name) => name.includes('/runs/')),
    said: async (run = 1) => {
      const { documents, problems } = checkPresentation(await bytes(filePath('pptx', run)));
      if (problems.length > 0) throw new Error(problems.join('\n'));
      const slides = [...documents.values()].filter(({ name }) => name === 'p:sld');
      return slides.map(textOf).join('\n');
    },
    close: async () => {
      await deleteApp(app);
      await storage.close();
      await server.close();
    },
  };
}

const JOB_FIELDS = {
  pipeline: 'deck_generation',
  subject: { type: 'collection', id: COLLECTION },
  input: { document_ids: [] },
  created_by: 'u',
  created_at: new Date('2026-08-01T10:20:30Z'),
  status: 'processing',
  open: true,
};

const ITEM_RESULTS = {
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

const COLLECTION_FIELDS = {
  name: 'Harbour & Vale',
  season: 'AW26',
  created_by: 'u',
  created_at: new Date('2026-07-01T00:00:00Z'),
  categories: ['Coats', 'Knitwear'].map((name) => ({
    id: name.toLowerCase(),
    name,
    product_count: 1,
    confidence: 1,
    reason: 'Heading',
  })),
  category_edits: { names: { coats: 'Outerwear' }, merged: {}, order: ['knitwear'] },
  item_results: ITEM_RESULTS,
};

/** A published item with a picture; `change` makes it another one. */
export function item(position: number, name: string, change: Partial<Item['generated']> = {}): Item {
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
