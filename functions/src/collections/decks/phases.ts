/** The four phases of "Generate Deck". Writing the files is loaded when it is needed. */
import type { Deck } from '@docket/model/deck';
import { cleanText } from '@docket/model/deck/break-lines';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';
import { DeckFiles, deckFileName } from './deck-files.ts';
import { DeckHandOver } from './deck-hand-over.ts';
import type { WriteOptions } from './write-options.ts';

/** What a phase works on. */
interface Desk {
  db: Firestore;
  run: DeckHandOver;
  files: DeckFiles;
  context: PhaseContext;
}

type MadeDeck = Awaited<ReturnType<DeckHandOver['deck']>>;

function phase(work: (desk: Desk) => Promise<void>) {
  return (db: Firestore, bucket: Bucket): PhaseHandler =>
    async (context) => {
      const run = new DeckHandOver(db, bucket, context);
      await work({ db, run, files: new DeckFiles(bucket, context), context });
      return {};
    };
}

/** 1. Settings, items and categories as they are now. Throws `items_missing` or `too_many_items`. */
export const collectItemsPhase = phase(async ({ run, context }) => {
  const { items } = await run.snapshot();
  context.report(items.length, items.length, 'Item');
});

/** 2. The pictures in the size in which they are shown. */
export const preparePicturesPhase = phase(async ({ run }) => {
  await run.pictures();
});

/** 3. The PowerPoint file. */
export const writePresentationPhase = phase(async (desk) => {
  await storePresentation(desk, await desk.run.deck());
});

/** 4. The PDF. Saves the record of the deck. */
export const writePdfPhase = phase(async (desk) => {
  const { db, run, files, context } = desk;
  const deck = await run.deck();
  const pptx = (await files.stored('pptx')) ?? (await storePresentation(desk, deck));
  const { writePdf } = await import('./pdf/write-pdf.ts');
  const pdf = await files.store('pdf', deckFileName(deck.snapshot.settings), async (out) =>
    writePdf(deck.pages, out, writeOptions(desk, deck)),
  );
  const { workspaceId, jobId, job } = context;
  const { title, season, layout } = deck.snapshot.settings;
  const data: Deck = {
    job_id: jobId,
    run: job.run,
    title,
    season,
    layout,
    item_count: deck.snapshot.items.length,
    slide_count: deck.pages.slideCount,
    without_picture: deck.withoutPicture,
    created_by: job.created_by,
    created_at: job.created_at,
    pptx,
    pdf,
  };
  await context.save([{ ref: db.doc(paths.deck(workspaceId, job.subject.id, jobId)), data }]);
});

async function storePresentation(desk: Desk, deck: MadeDeck) {
  const { writePresentation } = await import('./pptx/write-presentation.ts');
  return await desk.files.store('pptx', deckFileName(deck.snapshot.settings), async (out) =>
    writePresentation(deck.pages, out, writeOptions(desk, deck)),
  );
}

function writeOptions({ run, context }: Desk, { snapshot, pages }: MadeDeck): WriteOptions {
  return {
    properties: {
      title: pages.title,
      subject: cleanText(snapshot.settings.season),
      createdAt: context.job.created_at,
    },
    media: run.media,
    signal: context.signal,
    onSlide: (done) => context.report(done, pages.slideCount, 'Slide'),
  };
}
