/**
 * What the phases of one run of an analysis work on: a listing, its photos, and what is known about them so far. What was seen
 * in a photo is kept with the listing, so that no run looks at it again.
 */
import { DocketError, errorKind } from '@docket/model/errors';
import type { Image } from '@docket/model/image';
import { type Listing, listingSchema } from '@docket/model/listing/listing';
import type { PhotoReaderName } from '@docket/model/listing/listing-analysis';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { RawPicture } from '../collections/reading/pictures/raw-picture.ts';
import type { Bucket } from '../collections/remove.ts';
import type { PhaseContext } from '../engine/pipeline-module.ts';
import { readOriginal } from '../images/processing/image-objects.ts';
import { imageOf } from '../images/processing/stored-image.ts';
import type { ExaminedPhoto } from './analysis/analyse-photos.ts';
import { measurePhoto, unread } from './analysis/photo/examine-photo.ts';
import type { PhotoMeasures } from './analysis/photo/photo-facts.ts';
import type { PhotoReader } from './analysis/photo/photo-reader.ts';
import { preparePhoto } from './analysis/photo/prepare-photo.ts';
import type { SimilarItem } from './analysis/suggest/price.ts';
import { type FailedPhoto, KeptPhotos } from './kept-photos.ts';
import { publishAnalysis } from './publish-analysis.ts';
import { RunReader } from './run-reader.ts';
import type { ListingPlace } from './similar-items.ts';

/** While photos are looked at, what is known is published at most this often, in milliseconds. */
const PUBLISHED_MS = 1_000;

/** A photo of the listing that is in the library. */
interface ListedPhoto {
  id: string;
  image: Image;
}

/** What is known about a photo: what a reader saw, or until then what was measured. */
type KnownPhoto =
  /** `by` is null for what nobody can look at. */
  | { type: 'examined'; photo: ExaminedPhoto; by: PhotoReaderName | null }
  | { type: 'measured'; photo: PhotoMeasures };

/** One going through the photos of a listing, as the listing was when it began. */
interface Round {
  listing: Listing;
  photos: readonly ListedPhoto[];
  known: Map<string, KnownPhoto>;
  reader: RunReader;
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
  readonly #kept: KeptPhotos;
  readonly place: ListingPlace;
  /** Whether the last try of the phase has lost its worker. */
  readonly #followsLostWorker: boolean;
  #suspect: string | null = null;
  #publishedAt = 0;

  constructor({ db, bucket, context, clock, openReader }: ListingRunOptions) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#clock = clock;
    this.#openReader = openReader;
    this.#kept = new KeptPhotos(db, bucket, context);
    const { phase, attempts } = context.job;
    this.#followsLostWorker =
      attempts.findLast((one) => one.phase === phase && one.outcome !== 'running')?.outcome === 'lost';
    this.place = { workspaceId: context.workspaceId, listingId: context.job.subject.id };
  }

  /** Prepares and measures the photos that have not been looked at yet. What is wrong with them is published meanwhile. */
  async prepare(): Promise<void> {
    await this.#goThrough(
      async ({ known }, photo) =>
        known.get(photo.id) ?? (await this.#attempt(photo, async () => (await this.#prepared(photo)).known)),
      null,
    );
  }

  /**
   * Has all photos read that have not been yet, and publishes what they say, also meanwhile. `similarItems` are null until
   * they have been looked for.
   */
  async look(similarItems: readonly SimilarItem[] | null): Promise<void> {
    await this.#goThrough(async ({ known, reader }, photo) => {
      const soFar = known.get(photo.id) ?? null;
      const isDone = soFar?.type === 'examined' && (soFar.by === null || reader.isEnough(soFar.by));
      if (isDone) return soFar;
      const measures = soFar?.type === 'measured' ? soFar.photo : null;
      return await this.#attempt(photo, async () => await this.#read(photo, measures, reader));
    }, similarItems);
  }

  /** Does `work` on one photo after another, so that no more than one is in memory. */
  async #goThrough(
    work: (round: Round, photo: ListedPhoto) => Promise<KnownPhoto>,
    similarItems: readonly SimilarItem[] | null,
  ): Promise<void> {
    const reader = new RunReader(await this.#openReader(), this.#context, this.#kept.givenUp);
    try {
      await reader.begin();
      if (this.#followsLostWorker) this.#suspect = await this.#kept.underWay();
      const round = await this.#begin(reader);
      for (const [index, photo] of round.photos.entries()) {
        const before = round.known.get(photo.id);
        const after = await work(round, photo);
        round.known.set(photo.id, after);
        this.#context.report(index + 1, round.photos.length, 'Photo');
        if (after !== before && this.#clock().getTime() - this.#publishedAt >= PUBLISHED_MS)
          await this.#publish(round, similarItems);
      }
      await this.#publish(round, similarItems);
    } finally {
      await reader.close();
    }
  }

  /**
   * Does `work` on a photo. Where a worker was lost it is noted which photo is being taken up: if the next worker is lost as well,
   * that photo may be what kills workers, and is set aside for the rest of the run.
   */
  async #attempt(photo: ListedPhoto, work: () => Promise<KnownPhoto>): Promise<KnownPhoto> {
    if (!this.#followsLostWorker) return await work();
    if (photo.id === this.#suspect) {
      const lost = new DocketError('worker_lost', { file: photo.image.file_name });
      const failed = failedPhoto(photo, lost);
      await this.#kept.keepMeasures(failed);
      return knownAs(failed);
    }
    await this.#kept.keepUnderWay(photo.id);
    return await work();
  }

  /** What is known of all photos is fetched first: what is published is never less than before. */
  async #begin(reader: RunReader): Promise<Round> {
    const listing = await this.#listing();
    const photos = await this.#photos(listing);
    const recalled = await Promise.all(photos.map(async ({ id }) => await this.#recall(id, reader)));
    const known = new Map(recalled.flatMap((one) => (one === null ? [] : [[one.photo.id, one]])));
    return { listing, photos, known, reader };
  }

  async #publish({ listing, photos, known, reader }: Round, similarItems: readonly SimilarItem[] | null) {
    const examined = photos.flatMap(({ id }) => {
      const one = known.get(id);
      if (one === undefined) return [];
      return one.type === 'measured' ? [unread(one.photo)] : [one.photo];
    });
    const readers = [...known.values()].flatMap((one) => (one.type === 'examined' ? (one.by ?? []) : []));
    const findings = { listing, photos: examined, ...reader.account(readers), similarItems };
    await publishAnalysis(this.#db, this.#context, findings, this.#clock);
    this.#publishedAt = this.#clock().getTime();
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

  async #recall(photoId: string, { names }: RunReader): Promise<KnownPhoto | null> {
    for (const by of names) {
      const reading = await this.#kept.reading(photoId, by);
      if (reading !== null) return { type: 'examined', photo: reading, by };
    }
    const measures = await this.#kept.measures(photoId);
    return measures === null ? null : knownAs(measures);
  }

  /** A photo that a service cannot read has failed, and that is kept. What is wrong with the service itself is thrown. */
  async #read(photo: ListedPhoto, measured: PhotoMeasures | null, reader: RunReader): Promise<KnownPhoto> {
    const ready = await this.#ready(photo, measured);
    if (ready.type === 'failed') return ready.known;
    const { measures, picture } = ready;
    let examined: ExaminedPhoto;
    try {
      examined = { ...measures, reading: await reader.read({ ...measures, picture }) };
    } catch (error) {
      this.#context.signal.throwIfAborted();
      if (!(error instanceof DocketError) || error.code !== 'file_corrupt') throw error;
      examined = failedPhoto(photo, error);
    }
    await this.#kept.keepReading(examined, reader.current);
    return { type: 'examined', photo: examined, by: reader.current };
  }

  /** The picture of a photo, as it was prepared; prepared anew when that is gone. */
  async #ready(photo: ListedPhoto, measures: PhotoMeasures | null): Promise<Prepared> {
    const picture = measures === null ? null : await this.#kept.picture(photo.id);
    return measures === null || picture === null
      ? await this.#prepared(photo)
      : { type: 'ready', measures, picture, known: knownAs(measures) };
  }

  /** A photo that cannot be opened is reported with its sentence, tried once a run, and does not keep the others. */
  async #prepared(photo: ListedPhoto): Promise<Prepared> {
    const { signal } = this.#context;
    try {
      const bytes = await readOriginal(this.#bucket, photo.image);
      const prepared = await preparePhoto({ id: photo.id, name: photo.image.file_name, bytes }, signal);
      const measures = await measurePhoto(prepared);
      await this.#kept.keepPicture(photo.id, prepared.picture);
      await this.#kept.keepMeasures(measures);
      return { type: 'ready', measures, picture: prepared.picture, known: knownAs(measures) };
    } catch (error) {
      signal.throwIfAborted();
      if (!isAboutPhoto(error)) throw error;
      const failed = failedPhoto(photo, error);
      await this.#kept.keepMeasures(failed);
      return { type: 'failed', known: knownAs(failed) };
    }
  }
}

/** What has become of a photo that was to be prepared. */
type Prepared =
  | { type: 'ready'; measures: PhotoMeasures; picture: RawPicture; known: KnownPhoto }
  | { type: 'failed'; known: KnownPhoto };

function knownAs(photo: PhotoMeasures | FailedPhoto): KnownPhoto {
  return 'status' in photo ? { type: 'examined', photo, by: null } : { type: 'measured', photo };
}

function failedPhoto({ id, image }: ListedPhoto, { userMessage: error }: DocketError): FailedPhoto {
  return { status: 'failed', id, file: image.file_name, error };
}

/** Whether trying again is pointless for the photo, and the run may go on without it. */
function isAboutPhoto(error: unknown): error is DocketError {
  return (
    error instanceof DocketError && errorKind(error.code) === 'permanent' && error.code !== 'subject_missing'
  );
}
