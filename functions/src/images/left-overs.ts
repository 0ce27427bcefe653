/**
 * Starts batches for images that nobody is at: those whose page was closed before it had started one, and those that a run has
 * left to another which was past them.
 */
import { type Image, imageSchema } from '@docket/model/image';
import { collectionGroups, paths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore, Transaction } from 'firebase-admin/firestore';
import type { Log } from '../engine/ports.ts';
import { guarded } from '../engine/sweeper.ts';
import { batchDocuments, batchesOf } from './new-batch.ts';
import { openRunsOf } from './open-runs.ts';

/** Which images may have been left over: those that have been in a state since a time. */
interface Suspicion {
  status: Extract<Image['processing_status'], 'queued' | 'processing'>;
  /** The time since which they are in it, and how long that must be, in milliseconds. */
  since: 'uploaded_at' | 'processing_started_at';
  forMs: number;
}

const SUSPICIONS: readonly Suspicion[] = [
  // Whoever adds images may take so long to start their batch: some are still being uploaded.
  { status: 'queued', since: 'uploaded_at', forMs: 2 * 60_000 },
  // Longer than a phase and the lease of a worker that has died in it, so that nobody writes to the image any more.
  { status: 'processing', since: 'processing_started_at', forMs: 20 * 60_000 },
];

/** Images that one sweep looks at, of each kind, the oldest first. The next one goes on after them. */
const LOOKED_AT = 1_000;

const fields = {
  storage_path: true,
  uploaded_by: true,
  uploaded_at: true,
  processing_status: true,
  processing_started_at: true,
} as const;
const waitingSchema = imageSchema.pick(fields);

interface WaitingImage {
  id: string;
  workspaceId: string;
  storage_path: string | null;
  uploaded_by: string;
}

export interface LeftOversParts {
  db: Firestore;
  log: Log;
  /** Ids of batches that no other has. */
  newId: () => string;
}

export class LeftOvers {
  readonly #parts: LeftOversParts;
  /** The last image of each kind that was looked at; none: the next sweep begins with the oldest. */
  readonly #places = new Map<Suspicion, DocumentSnapshot>();

  constructor(parts: LeftOversParts) {
    this.#parts = parts;
  }

  /**
   * Starts batches for the next images that nobody is at, each once however many sweepers there are. In a long queue it takes
   * some sweeps to get round to all.
   */
  async start(now: Date): Promise<void> {
    for (const suspicion of SUSPICIONS) {
      const found = await this.#next(suspicion, now);
      const groups = Map.groupBy(found, ({ workspaceId, uploaded_by: by }) => `${workspaceId}/${by}`);
      for (const images of groups.values()) await this.#startBatches(images, suspicion, now);
    }
  }

  async #next(suspicion: Suspicion, now: Date): Promise<WaitingImage[]> {
    const { status, since, forMs } = suspicion;
    const place = this.#places.get(suspicion);
    const all = this.#parts.db
      .collectionGroup(collectionGroups.images)
      .where('processing_status', '==', status)
      .where(since, '<', new Date(now.getTime() - forMs))
      .orderBy(since)
      .select(...Object.keys(fields));
    const { docs } = await (place === undefined ? all : all.startAfter(place)).limit(LOOKED_AT).get();
    const last = docs.at(-1);
    if (last === undefined || docs.length < LOOKED_AT) this.#places.delete(suspicion);
    else this.#places.set(suspicion, last);
    return docs.flatMap((snapshot) => {
      const image = waitingOf(snapshot, suspicion, now);
      return image === null ? [] : [image];
    });
  }

  /** Starts batches for those of `images`, of one member of one workspace, that no open run has. */
  async #startBatches(images: readonly WaitingImage[], suspicion: Suspicion, now: Date): Promise<void> {
    const { db, log } = this.#parts;
    const [first] = images;
    if (first === undefined) return;
    const { workspaceId, uploaded_by: by } = first;
    const ids = images.map(({ id }) => id);
    await guarded(log, { workspaceId }, async () => {
      const open = await openRunsOf(db, workspaceId, ids);
      const left = images.filter(({ id }) => !open.has(id));
      for (const { images: group } of batchesOf(left)) {
        const start = async (transaction: Transaction) =>
          await this.#startBatch(transaction, { workspaceId, by, group, suspicion, now });
        await guarded(log, { workspaceId }, async () => await db.runTransaction(start));
      }
    });
  }

  /** Starts a batch for those of `group` that are still left over, all to be fetched or none. Reads, then writes. */
  async #startBatch(
    transaction: Transaction,
    { workspaceId, by, group, suspicion, now }: LeftGroup,
  ): Promise<void> {
    const { db, newId } = this.#parts;
    const ids = group.map(({ id }) => id);
    const open = await openRunsOf(db, workspaceId, ids, async (query) => await transaction.get(query));
    const refs = ids.map((id) => db.doc(paths.image(workspaceId, id)));
    const snapshots = await transaction.getAll(...refs, { fieldMask: Object.keys(fields) });
    const left = snapshots.flatMap((snapshot) => {
      const image = waitingOf(snapshot, suspicion, now);
      return image === null || open.has(image.id) ? [] : [image];
    });
    for (const { pipeline, images } of batchesOf(left)) {
      const imageIds = images.map(({ id }) => id);
      const batchId = `left-${newId()}`;
      const batch = { workspaceId, batchId, source: 'left_over', pipeline, imageIds, by } as const;
      for (const { ref, data } of batchDocuments(db, { ...batch, at: now, backfillId: null }))
        transaction.create(ref, data);
    }
  }
}

interface LeftGroup {
  workspaceId: string;
  by: string;
  group: readonly WaitingImage[];
  suspicion: Suspicion;
  now: Date;
}

/** The image, if it is what `suspicion` speaks of. */
function waitingOf(
  snapshot: DocumentSnapshot,
  { status, since, forMs }: Suspicion,
  now: Date,
): WaitingImage | null {
  const workspaceId = snapshot.ref.parent.parent?.id;
  const image = waitingSchema.safeParse(snapshot.data()).data;
  if (workspaceId === undefined || image === undefined || image.processing_status !== status) return null;
  const at = image[since];
  if (at === null || at.getTime() >= now.getTime() - forMs) return null;
  return { id: snapshot.id, workspaceId, storage_path: image.storage_path, uploaded_by: image.uploaded_by };
}
