/** Images on their way through the public client path: Storage, Firestore and snapshots, under the rules. */
import { type Image, imageSchema, type NewImage } from '@docket/model/image';
import type { NewJob } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import {
  collection,
  doc,
  documentId,
  onSnapshot,
  query,
  serverTimestamp,
  setDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { getDownloadURL, ref, uploadBytes } from 'firebase/storage';
import { safeObjectName } from '@docket/model/upload/object-name';
import type { Client } from './client.ts';
import type { ImageService } from './send-images.ts';

/** Ids that one query can ask for. */
const IDS_PER_QUERY = 30;

/** Characters of a name that are kept: firestore.rules accept no more. */
const NAME_CHARACTERS = 300;

/** Fields that a client writes, with the server's time where a date will be. */
type Written<T, Time extends keyof T> = Omit<T, Time> & Record<Time, unknown>;

/** As whom, and where to. */
type Connection = Pick<Client, 'db' | 'storage' | 'uid' | 'workspace'>;

export function imageService(client: Connection): ImageService {
  const { db, storage, uid, workspace } = client;
  const newId = () => doc(collection(db, paths.imageBatches(workspace))).id;
  return {
    newId,
    async upload({ imageId, name, contentType, read }) {
      // A name of its own each time: what was left by an upload that was given up is not in the way.
      const path = storagePaths.libraryOriginal(workspace, imageId, `${newId()}-${safeObjectName(name)}`);
      const object = ref(storage, path);
      await uploadBytes(object, await read(), { contentType });
      const address = new URL(await getDownloadURL(object));
      return { path, token: address.searchParams.get('token') ?? '' };
    },
    async save({ imageId, name, size, contentType }, { path, token }, batchId) {
      const image: Written<NewImage, 'uploaded_at'> = {
        file_name: name.slice(0, NAME_CHARACTERS),
        storage_path: path,
        token,
        content_type: contentType,
        size,
        source: { kind: 'upload' },
        flatten: null,
        batch_id: batchId,
        uploaded_by: uid,
        uploaded_at: serverTimestamp(),
        processing_status: 'queued',
        thumbnail_status: 'pending',
        variant_status: 'pending',
      };
      await setDoc(doc(db, paths.image(workspace, imageId)), image);
    },
    async start(batchId, imageIds) {
      const signed = { created_by: uid, created_at: serverTimestamp() };
      const job: Written<NewJob, 'created_at'> = {
        pipeline: 'image_processing',
        subject: { type: 'image_batch', id: batchId },
        input: { document_ids: [], image_ids: [...imageIds] },
        run: 1,
        status: 'queued',
        open: true,
        ...signed,
      };
      await writeBatch(db)
        .set(doc(db, paths.imageBatch(workspace, batchId)), {
          source: 'upload',
          image_count: imageIds.length,
          ...signed,
        })
        .set(doc(db, paths.job(workspace, jobId(batchId, 'image_processing', 1))), job)
        .commit();
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
