/** The pipelines of images: their phases, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { PhaseHandler, PipelineModule } from '../engine/pipeline-module.ts';
import type { FetchParts } from './processing/fetch-phase.ts';
import type { RemoteImages } from '../services/remote-image.ts';

/** What goes with a batch of images that were uploaded. */
export function imageProcessing(db: Firestore, bucket: Bucket): PipelineModule<'image_processing'> {
  return {
    phases: { derive_images: async () => await loadDeriving(db, bucket) },
    clean: async (run, scope) => await (await import('./settle.ts')).settleImages(db, bucket, run, scope),
  };
}

/** What goes with a batch of images that are fetched from elsewhere: by `remoteImages`, loaded when it is needed. */
export function imageImport(
  db: Firestore,
  bucket: Bucket,
  remoteImages: () => Promise<Pick<RemoteImages, 'fetch'>>,
): PipelineModule<'image_import'> {
  return {
    phases: {
      fetch_images: async () => {
        const [{ fetchImagesPhase }, remote] = await Promise.all([
          import('./processing/fetch-phase.ts'),
          remoteImages(),
        ]);
        const fetchImage: FetchParts['fetchImage'] = async (url, signal, through) =>
          await remote.fetch(url, signal, through);
        return fetchImagesPhase({ db, bucket, fetchImage, clock: () => new Date() });
      },
      derive_imported: async () => await loadDeriving(db, bucket),
    },
    clean: async (run, scope) => await (await import('./settle.ts')).settleImages(db, bucket, run, scope),
  };
}

async function loadDeriving(db: Firestore, bucket: Bucket): Promise<PhaseHandler> {
  const [{ deriveImagesPhase, defaultLimits }, { openImage }, { deriveThumbnails, deriveVariants, costOf }] =
    await Promise.all([
      import('./processing/derive-phase.ts'),
      import('./derive/open-image.ts'),
      import('./derive/derive-image.ts'),
    ]);
  const maker = { openImage, deriveThumbnails, deriveVariants, costOf };
  return deriveImagesPhase({ db, bucket, maker, limits: defaultLimits(), clock: () => new Date() });
}

/** What brings the images that a workspace has to the present recipe. */
export function imageBackfill(db: Firestore): PipelineModule<'image_backfill'> {
  const clock = () => new Date();
  return {
    phases: {
      find_images: async () => (await import('./backfill/phases.ts')).findImagesPhase(db, clock),
      start_batches: async () => (await import('./backfill/phases.ts')).startBatchesPhase(db, clock),
    },
    // The batches that were started are runs of their own: they go on.
    clean: async () => {},
  };
}
