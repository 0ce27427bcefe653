/** Starts batches for images that whoever added them did not start one for: a page that was closed at the wrong moment. */
import { createHash } from 'node:crypto';
import { imageSchema } from '@docket/model/image';
import { collectionGroups, paths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { batchDocuments, batchesOf } from './new-batch.ts';
import { imagesAtWork } from './open-runs.ts';

/** How long whoever adds images may take to start their batch, in milliseconds: some are still being uploaded. */
const STARTS_WITHIN_MS = 2 * 60_000;

/**
 * Images that one sweep looks at, the oldest first. In a long queue those that were left over come to their turn like the
 * others, when what is before them has been processed.
 */
const LOOKED_AT = 500;

const fields = { batch_id: true, storage_path: true, uploaded_by: true } as const;
const waitingSchema = imageSchema.pick(fields);

interface WaitingImage extends z.infer<typeof waitingSchema> {
  id: string;
  workspaceId: string;
}

/** Starts batches for all images that have waited too long for one, each once however many sweepers there are. */
export async function startLeftOvers(db: Firestore, now: Date): Promise<void> {
  const { docs } = await db
    .collectionGroup(collectionGroups.images)
    .where('processing_status', '==', 'queued')
    .where('uploaded_at', '<', new Date(now.getTime() - STARTS_WITHIN_MS))
    .orderBy('uploaded_at')
    .select(...Object.keys(fields))
    .limit(LOOKED_AT)
    .get();
  const groups = Map.groupBy(docs.flatMap(waitingOf), batchPath);
  for (const images of await withoutBatch(db, groups)) await startBatches(db, images, now);
}

function waitingOf(snapshot: DocumentSnapshot): WaitingImage[] {
  const workspaceId = snapshot.ref.parent.parent?.id;
  const image = waitingSchema.safeParse(snapshot.data()).data;
  // Images of older versions came without batches. Backfills deal with those.
  if (workspaceId === undefined || image === undefined || image.batch_id === '') return [];
  return [{ ...image, id: snapshot.id, workspaceId }];
}

function batchPath({ workspaceId, batch_id }: WaitingImage): string {
  return paths.imageBatch(workspaceId, batch_id);
}

/** The groups whose batch, named by its path, does not exist. */
async function withoutBatch(
  db: Firestore,
  groups: ReadonlyMap<string, WaitingImage[]>,
): Promise<WaitingImage[][]> {
  if (groups.size === 0) return [];
  const batches = await db.getAll(...[...groups.keys()].map((path) => db.doc(path)), {
    fieldMask: ['source'],
  });
  return batches.flatMap((batch) => (batch.exists ? [] : [groups.get(batch.ref.path) ?? []]));
}

/** Starts batches for `images` of one workspace, without those that a run has already, such as one that was started here. */
async function startBatches(db: Firestore, images: readonly WaitingImage[], now: Date): Promise<void> {
  const [first] = images;
  if (first === undefined) return;
  const { workspaceId, uploaded_by: by } = first;
  const ids = images.map(({ id }) => id);
  const atWork = await imagesAtWork(db, workspaceId, ids);
  const left = images.filter(({ id }) => !atWork.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { pipeline, images: group } of batchesOf(left)) {
    const imageIds = group.map(({ id }) => id);
    const documents = batchDocuments(db, {
      workspaceId,
      batchId: batchIdOf(imageIds),
      source: 'left_over',
      pipeline,
      imageIds,
      by,
      at: now,
      backfillId: null,
    });
    await createOnce(db, documents);
  }
}

/** Two sweepers that find the same images start the same batch. */
function batchIdOf(imageIds: readonly string[]): string {
  const hash = createHash('sha256').update(imageIds.join()).digest('hex');
  return `left-${hash.slice(0, 24)}`;
}

const alreadyExistsSchema = z.object({ code: z.literal(6) });

async function createOnce(db: Firestore, documents: ReturnType<typeof batchDocuments>): Promise<void> {
  const batch = db.batch();
  for (const { ref, data } of documents) batch.create(ref, data);
  try {
    await batch.commit();
  } catch (error) {
    if (!alreadyExistsSchema.safeParse(error).success) throw error;
  }
}
