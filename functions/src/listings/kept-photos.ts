/**
 * What is kept of a listing's photos in Storage: what a reader has seen in them, for all runs, and what the phases of one run
 * hand to each other.
 */
import { DocketError } from '@docket/model/errors';
import { listingSchema } from '@docket/model/listing/listing';
import type { PhotoReaderName } from '@docket/model/listing/listing-analysis';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { handOverJson, passing, readJson, readObject, writeJson } from '../collections/bucket-objects.ts';
import { fromRaw, type RawPicture, toRaw } from '../collections/reading/pictures/raw-picture.ts';
import sharp from '../collections/reading/pictures/sharp.ts';
import type { Bucket } from '../collections/remove.ts';
import type { PhaseContext } from '../engine/pipeline-module.ts';
import type { ExaminedPhoto } from './analysis/analyse-photos.ts';
import { type PhotoMeasures, photoFactsSchema, photoMeasuresSchema } from './analysis/photo/photo-facts.ts';
import type { GivenUp } from './run-reader.ts';

const failedSchema = z.object({
  status: z.literal('failed'),
  id: z.string(),
  file: z.string(),
  error: z.string(),
});

/** A photo that nothing can be known about, with the sentence that says why. */
export type FailedPhoto = z.infer<typeof failedSchema>;

/** Named so that no photo is: their ids have hyphens. */
const WITHOUT_SERVICE = 'without_service';
const UNDER_WAY = 'under_way';

const underWaySchema = z.object({ phase: z.number(), photo: z.string() });

const photosSchema = listingSchema.pick({ photos: true });

export class KeptPhotos {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly #listingId: string;

  constructor(db: Firestore, bucket: Bucket, context: PhaseContext) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#listingId = context.job.subject.id;
  }

  /** What a reader has seen in a photo, in whatever run. */
  async reading(photoId: string, readerId: PhotoReaderName): Promise<ExaminedPhoto | null> {
    const path = this.#readingPath(photoId, readerId);
    return await readJson(this.#bucket, path, z.union([photoFactsSchema, failedSchema]));
  }

  async keepReading(photo: ExaminedPhoto, readerId: PhotoReaderName): Promise<void> {
    const path = this.#readingPath(photo.id, readerId);
    await this.#keep(photo.id, path, async () => await writeJson(this.#bucket, path, photo));
  }

  /** What this run has measured of a photo, or why it could not. */
  async measures(photoId: string): Promise<PhotoMeasures | FailedPhoto | null> {
    const path = this.#workPath(photoId);
    return await readJson(this.#bucket, path, z.union([photoMeasuresSchema, failedSchema]));
  }

  async keepMeasures(photo: PhotoMeasures | FailedPhoto): Promise<void> {
    const path = this.#workPath(photo.id);
    await this.#keep(photo.id, path, async () => await handOverJson(this.#bucket, path, photo));
  }

  /** That this run goes on without the service that should look at photos. */
  readonly givenUp: GivenUp = {
    has: async () => (await readJson(this.#bucket, this.#workPath(WITHOUT_SERVICE), z.object({}))) !== null,
    keep: async () => {
      const path = this.#workPath(WITHOUT_SERVICE);
      await this.#keep(null, path, async () => await handOverJson(this.#bucket, path, {}));
    },
  };

  /** The photo that the last worker which followed a lost one was at, in the phase that is under way. */
  async underWay(): Promise<string | null> {
    const kept = await readJson(this.#bucket, this.#workPath(UNDER_WAY), underWaySchema);
    return kept?.phase === this.#context.job.phase ? kept.photo : null;
  }

  async keepUnderWay(photo: string): Promise<void> {
    const path = this.#workPath(UNDER_WAY);
    const { phase } = this.#context.job;
    await this.#keep(null, path, async () => await handOverJson(this.#bucket, path, { phase, photo }));
  }

  /** A photo as this run has prepared it. */
  async picture(photoId: string): Promise<RawPicture | null> {
    const bytes = await readObject(this.#bucket, this.#picturePath(photoId));
    return bytes === null ? null : await toRaw(sharp(bytes));
  }

  async keepPicture(photoId: string, picture: RawPicture): Promise<void> {
    const path = this.#picturePath(photoId);
    const bytes = await fromRaw(picture).png({ compressionLevel: 1 }).toBuffer();
    const options = { resumable: false, contentType: 'image/png', metadata: passing() };
    await this.#keep(photoId, path, async () => await this.#bucket.file(path).save(bytes, options));
  }

  /**
   * Whoever deletes a listing, or takes a photo out of it, has what is kept of it removed: what is stored at the same moment
   * is taken back here, so that nothing is added behind their back. `photoId` is null for what is about no photo. Throws
   * `subject_missing` for a listing that is gone.
   */
  async #keep(photoId: string | null, path: string, write: () => Promise<void>): Promise<void> {
    this.#context.signal.throwIfAborted();
    await write();
    const listing = await this.#db.doc(paths.listing(this.#context.workspaceId, this.#listingId)).get();
    if (photoId === null ? listing.exists : showsPhoto(listing.data(), photoId)) return;
    await this.#bucket.file(path).delete({ ignoreNotFound: true });
    if (!listing.exists) throw new DocketError('subject_missing');
  }

  #readingPath(photoId: string, readerId: PhotoReaderName): string {
    return storagePaths.listingReading(this.#context.workspaceId, this.#listingId, photoId, readerId);
  }

  #workPath(photoId: string): string {
    const { workspaceId, jobId } = this.#context;
    return storagePaths.listingWork(workspaceId, this.#listingId, jobId, photoId);
  }

  #picturePath(photoId: string): string {
    const { workspaceId, jobId } = this.#context;
    return storagePaths.listingPicture(workspaceId, this.#listingId, jobId, photoId);
  }
}

function showsPhoto(listing: unknown, photoId: string): boolean {
  return photosSchema.safeParse(listing).data?.photos.includes(photoId) === true;
}
