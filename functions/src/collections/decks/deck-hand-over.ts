/**
 * What the phases of a deck's run hand to each other: the snapshot, then the pictures. Each is made once and kept with the
 * run's files; where one has gone missing, it is made again.
 */
import type { PictureSource } from '@docket/model/deck/elements';
import { type DeckPages, layOutDeck } from '@docket/model/deck/lay-out';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { readObject } from '../bucket-objects.ts';
import { CollectionRunFiles } from '../collection-run-files.ts';
import type { Bucket } from '../remove.ts';
import { mediaName, type ReadMedia } from './media.ts';
import { type PlannedPicture, planPictures } from './picture-plan.ts';
import { preparePicture } from './prepare-picture.ts';
import { type DeckSnapshot, deckSnapshotSchema, takeSnapshot } from './snapshot.ts';

/** Pictures that are converted at a time. Each takes some 10 MB while it is. */
const PICTURES_AT_ONCE = 4;

/** The pictures that could be prepared, by name, with the size of their originals. */
const preparedSchema = z.record(
  z.string(),
  z.object({ width: z.number().int().positive(), height: z.number().int().positive() }),
);
type Prepared = z.infer<typeof preparedSchema>;

export class DeckHandOver {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly #files: CollectionRunFiles;

  constructor(db: Firestore, bucket: Bucket, context: PhaseContext) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#files = new CollectionRunFiles(bucket, context);
  }

  /** What the deck is made of. Throws `items_missing` or `too_many_items`. */
  async snapshot(): Promise<DeckSnapshot> {
    const { signal } = this.#context;
    return await this.#files.stored('snapshot', deckSnapshotSchema, signal, async () =>
      takeSnapshot(this.#db, this.#context),
    );
  }

  /** Converts the pictures that the deck shows, unless all of them are there. */
  async pictures(): Promise<Prepared> {
    const kept = await this.#files.work('pictures', preparedSchema);
    const present = await this.#files.names('media/');
    if (kept !== null && Object.keys(kept).every((name) => present.has(`media/${name}`))) return kept;
    const made = await this.#preparePictures(await this.snapshot());
    this.#context.signal.throwIfAborted();
    await this.#files.putWork('pictures', made);
    return made;
  }

  /** The deck laid out, with placeholders where a picture could not be prepared. */
  async deck(): Promise<{ snapshot: DeckSnapshot; pages: DeckPages; withoutPicture: number }> {
    const prepared = await this.pictures();
    const snapshot = withPictures(await this.snapshot(), prepared);
    const withoutPicture = snapshot.items.filter(({ image }) => image === null).length;
    return { snapshot, pages: layOutDeck(snapshot), withoutPicture };
  }

  /** Reads the prepared pictures. Throws for one that has been removed meanwhile: a retry makes it again. */
  get media(): ReadMedia {
    return async (source) => {
      const bytes = await this.#files.bytes(`media/${mediaName(source)}`);
      if (bytes === null) throw new Error(`The prepared picture ${mediaName(source)} is gone`);
      return bytes;
    };
  }

  async #preparePictures(snapshot: DeckSnapshot): Promise<Prepared> {
    const { signal, report } = this.#context;
    const plans = planPictures(layOutDeck(snapshot));
    const waiting = plans.values();
    const prepared: [name: string, size: { width: number; height: number }][] = [];
    let done = 0;
    const work = async () => {
      for (const plan of waiting) {
        signal.throwIfAborted();
        const size = await this.#prepareOne(plan, pathOf(plan.source, snapshot));
        if (size !== null) prepared.push([mediaName(plan.source), size]);
        done += 1;
        report(done, plans.length, 'Picture');
      }
    };
    await Promise.all(Array.from({ length: PICTURES_AT_ONCE }, work));
    return Object.fromEntries(prepared);
  }

  /** The size of the original; null when it is gone or broken. */
  async #prepareOne(plan: PlannedPicture, path: string | null) {
    const original = path === null ? null : await readObject(this.#bucket, path);
    const picture = original === null ? null : await preparePicture(original, plan);
    if (picture === null) return null;
    const type = plan.source.kind === 'logo' ? 'image/png' : 'image/jpeg';
    await this.#files.putBytes(`media/${mediaName(plan.source)}`, picture.bytes, type);
    return { width: picture.width, height: picture.height };
  }
}

function pathOf(source: PictureSource, snapshot: DeckSnapshot): string | null {
  if (source.kind === 'logo') return snapshot.settings.logo?.path ?? null;
  return snapshot.picture_paths[source.image_id] ?? null;
}

/** The snapshot with the pictures as they are: those that could not be prepared are left out. */
function withPictures(snapshot: DeckSnapshot, prepared: Prepared): DeckSnapshot {
  const logoSize = prepared[mediaName({ kind: 'logo' })];
  const { logo } = snapshot.settings;
  return {
    ...snapshot,
    settings: {
      ...snapshot.settings,
      logo: logo === null || logoSize === undefined ? null : { ...logo, ...logoSize },
    },
    items: snapshot.items.map((item) => {
      const id = item.image?.image_id;
      const size = id === undefined ? undefined : prepared[mediaName({ kind: 'item', image_id: id })];
      return { ...item, image: id === undefined || size === undefined ? null : { image_id: id, ...size } };
    }),
  };
}
