/** Images on their way through the public client path: Storage, Firestore and snapshots, under the rules. */
import { type Image, imageSchema } from '@docket/model/image';
import { paths, storagePaths } from '@docket/model/paths';
import {
  collection,
  doc,
  documentId,
  getDocFromServer,
  onSnapshot,
  query,
  serverTimestamp,
  setDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { ref, uploadBytes } from 'firebase/storage';
import { startedBatch, uploadedImage } from '@docket/model/upload/new-image';
import { safeObjectName } from '@docket/model/upload/object-name';
import type { Client } from './client.ts';
import type { ImageService } from './send-images.ts';

/** Ids that one query can ask for. */
const IDS_PER_QUERY = 30;

/** As whom, and where to. */
type Connection = Pick<Client, 'db' | 'storage' | 'uid' | 'workspace'>;

export function imageService(client: Connection): ImageService {
  const { db, storage, uid, workspace } = client;
  const newId = () => doc(collection(db, paths.imageBatches(workspace))).id;
  const author = () => ({ workspaceId: workspace, uid, serverTime: serverTimestamp() });
  /** What the server has; undefined where that is nothing, or not to be learnt. */
  const fetched = async (path: string) => {
    const found = await getDocFromServer(doc(db, path)).catch(() => null);
    return found?.data();
  };
  return {
    newId,
    async upload({ imageId, name, contentType, read }) {
      // A name of its own each time: what was left by an upload that was given up is not in the way.
      const path = storagePaths.libraryOriginal(workspace, imageId, `${newId()}-${safeObjectName(name)}`);
      const object = ref(storage, path);
      const { metadata } = await uploadBytes(object, await read(), { contentType });
      // Storage names the token in its answer: asking for the address would be another request.
      const [token] = metadata.downloadTokens ?? [];
      return { path, token: token ?? '' };
    },
    async save({ imageId, name, size, contentType }, { path, token }, batchId) {
      const document = uploadedImage(author(), {
        imageId,
        fileName: name,
        flatten: null,
        batchId,
        storagePath: path,
        token,
        contentType,
        size,
      });
      try {
        await setDoc(doc(db, document.path), document.fields);
      } catch (error) {
        // When an answer is lost the same is written again and refused: what came with this batch has been saved.
        const there = await fetched(document.path);
        if (there?.['batch_id'] !== batchId) throw error;
      }
    },
    async start(batchId, imageIds) {
      const start = { batchId, pipeline: 'image_processing', source: 'upload', imageIds } as const;
      const { batch, job } = startedBatch(author(), start);
      try {
        await writeBatch(db)
          .set(doc(db, batch.path), batch.fields)
          .set(doc(db, job.path), job.fields)
          .commit();
      } catch (error) {
        // As above: a batch that is there has been started.
        if ((await fetched(batch.path)) === undefined) throw error;
      }
    },
    async watch(imageIds, onChange, onError) {
      const stops = await Promise.all(
        chunksOf(imageIds, IDS_PER_QUERY).map((ids) => watchSome(client, ids, onChange, onError)),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Resolves when the images that are there have been told of. What this client has only just written is left out. */
async function watchSome(
  { db, workspace }: Connection,
  imageIds: readonly string[],
  onChange: (imageId: string, image: Image | null) => void,
  onError: (error: Error) => void,
): Promise<() => void> {
  const { promise: first, resolve, reject } = Promise.withResolvers<void>();
  const fail = (error: Error) => {
    reject(error);
    onError(error);
  };
  const stop = onSnapshot(
    query(collection(db, paths.images(workspace)), where(documentId(), 'in', imageIds)),
    // That a write has arrived changes nothing but the metadata.
    { includeMetadataChanges: true },
    (snapshot) => {
      for (const { type, doc: found } of snapshot.docChanges({ includeMetadataChanges: true })) {
        const image =
          type === 'removed'
            ? null
            : imageSchema.safeParse(found.data({ serverTimestamps: 'estimate' })).data;
        if (image === undefined) fail(new Error(`${found.ref.path} cannot be understood.`));
        else if (!found.metadata.hasPendingWrites) onChange(found.id, image);
      }
      resolve();
    },
    fail,
  );
  await first;
  return stop;
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
