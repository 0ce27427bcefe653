/**
 * What the phases of one run of an analysis work on: a listing, its photos, and what is known about them so far. What was seen
 * in a photo is kept with the listing, so that no run looks at it again.
 */
import { DocketError } from '@docket/model/errors';
import type { Image } from '@docket/model/image';
import { type Listing, listingSchema } from '@docket/model/listing/listing';
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { readJson, writeJson } from '../collections/bucket-objects.ts';
import { fromRaw, toRaw } from '../collections/reading/pictures/raw-picture.ts';
import sharp from '../collections/reading/pictures/sharp.ts';
import type { Bucket } from '../collections/remove.ts';
import type { PhaseContext } from '../engine/pipeline-module.ts';
import { readOriginal } from '../images/processing/image-objects.ts';
import { imageOf } from '../images/processing/stored-image.ts';
import { type AnalysisInput, type ExaminedPhoto, suggestFrom } from './analysis/analyse-photos.ts';
import { examinePhoto } from './analysis/photo/examine-photo.ts';
import { photoFactsSchema } from './analysis/photo/photo-facts.ts';
import type { PhotoReader, PreparedPhoto } from './analysis/photo/photo-reader.ts';
import { preparePhoto } from './analysis/photo/prepare-photo.ts';
import type { ListingPlace } from './similar-items.ts';

const failedSchema = z.object({
  status: z.literal('failed'),
  id: z.string(),
  file: z.string(),
  error: z.string(),
});

/** A prepared photo as one phase hands it to the next; the picture is a PNG in Base64. */
const preparedSchema = z.object({
  ...photoFactsSchema.pick({ id: true, file: true, width: true, height: true, caption: true }).shape,
  picture: z.base64(),
});

/** A photo of the listing that is in the library. */
interface ListedPhoto {
  id: string;
  image: Image;
}

export interface ListingRunOptions {
  db: Firestore;
  bucket: Bucket;
  context: PhaseContext;
  clock: () => Date;
  /** A reader holds nothing before its first photo. */
  openReader: () => Promise<PhotoReader>;
}

export class ListingRun {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly #clock: () => Date;
  readonly #openReader: () => Promise<PhotoReader>;
  readonly place: ListingPlace;

  constructor({ db, bucket, context, clock, openReader }: ListingRunOptions) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#clock = clock;
    this.#openReader = openReader;
    this.place = { workspaceId: context.workspaceId, listingId: context.job.subject.id };
  }

  /** Prepares the photos that have not been looked at yet. */
  async prepare(): Promise<void> {
    const photos = await this.#photos(await this.#listing());
    const reader = await this.#openReader();
    for (const [index, photo] of photos.entries()) {
      if ((await this.#reading(photo, reader)) === null) await this.#prepared(photo);
      this.#context.report(index + 1, photos.length, 'Photo');
    }
  }

  /** What is known about each photo; those that have not been looked at yet are. */
  async examined(): Promise<ExaminedPhoto[]> {
    return await this.#examinedOf(await this.#listing());
  }

  /** Publishes what the photos say. */
  async publish(what: Pick<AnalysisInput, 'similarItems'> & { judged: boolean }): Promise<void> {
    const listing = await this.#listing();
    const examined = await this.#examinedOf(listing);
    const found = suggestFrom(examined, { language: listing.language, ...what });
    const { workspaceId, listingId } = this.place;
    const data: ListingAnalysis = {
      ...found,
      job_id: this.#context.jobId,
      photo_ids: listing.photos,
      updated_at: this.#clock(),
    };
    await this.#context.save([{ ref: this.#db.doc(paths.listingAnalysis(workspaceId, listingId)), data }]);
  }

  async #examinedOf(listing: Listing): Promise<ExaminedPhoto[]> {
    const photos = await this.#photos(listing);
    const reader = await this.#openReader();
    const examined: ExaminedPhoto[] = [];
    try {
      for (const photo of photos) {
        examined.push((await this.#reading(photo, reader)) ?? (await this.#examine(photo, reader)));
        this.#context.report(examined.length, photos.length, 'Photo');
      }
    } finally {
      await reader.close();
    }
    return examined;
  }

  async #listing(): Promise<Listing> {
    const { workspaceId, listingId } = this.place;
    const snapshot = await this.#db.doc(paths.listing(workspaceId, listingId)).get();
    if (!snapshot.exists) throw new DocketError('subject_missing');
    return listingSchema.parse(snapshot.data());
  }

  /** In the person's order, without those that have gone from the library. */
  async #photos({ photos }: Listing): Promise<ListedPhoto[]> {
    const refs = photos.map((id) => this.#db.doc(paths.image(this.place.workspaceId, id)));
    const snapshots = refs.length === 0 ? [] : await this.#db.getAll(...refs);
    return snapshots.flatMap((snapshot) => {
      const image = imageOf(snapshot);
      return image === null ? [] : [{ id: snapshot.id, image }];
    });
  }

  #readingPath({ id }: ListedPhoto, reader: PhotoReader): string {
    const { workspaceId, listingId } = this.place;
    return storagePaths.listingReading(workspaceId, listingId, id, reader.id);
  }

  async #reading(photo: ListedPhoto, reader: PhotoReader): Promise<ExaminedPhoto | null> {
    const path = this.#readingPath(photo, reader);
    return await readJson(this.#bucket, path, z.union([photoFactsSchema, failedSchema]));
  }

  async #examine(photo: ListedPhoto, reader: PhotoReader): Promise<ExaminedPhoto> {
    const prepared = await this.#prepared(photo);
    if ('status' in prepared) return prepared;
    const examined = await this.#look(prepared, reader);
    this.#context.signal.throwIfAborted();
    await writeJson(this.#bucket, this.#readingPath(photo, reader), examined);
    return examined;
  }

  /** A photo that a service cannot read has failed, and that is kept. What is wrong with the service itself is thrown. */
  async #look(prepared: PreparedPhoto, reader: PhotoReader): Promise<ExaminedPhoto> {
    const { signal, call } = this.#context;
    const look = async () => await examinePhoto(prepared, reader, signal);
    try {
      return await (reader.service === null ? look() : call(reader.service, look));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof DocketError) || error.code !== 'file_corrupt') throw error;
      return { status: 'failed', id: prepared.id, file: prepared.file, error: error.userMessage };
    }
  }

  /** A photo that cannot be read is reported with its sentence and does not keep the others. */
  async #prepared(photo: ListedPhoto): Promise<PreparedPhoto | (ExaminedPhoto & { status: 'failed' })> {
    const { signal, jobId } = this.#context;
    const { workspaceId, listingId } = this.place;
    const path = storagePaths.listingWork(workspaceId, listingId, jobId, photo.id);
    const kept = await readJson(this.#bucket, path, preparedSchema);
    if (kept !== null) return { ...kept, picture: await toRaw(sharp(Buffer.from(kept.picture, 'base64'))) };
    const name = photo.image.file_name;
    try {
      const bytes = await readOriginal(this.#bucket, photo.image);
      const made = await preparePhoto({ id: photo.id, name, bytes }, signal);
      const picture = await fromRaw(made.picture).png({ compressionLevel: 1 }).toBuffer();
      signal.throwIfAborted();
      await writeJson(this.#bucket, path, { ...made, picture: picture.toString('base64') });
      return made;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof DocketError)) throw error;
      return { status: 'failed', id: photo.id, file: name, error: error.userMessage };
    }
  }
}
