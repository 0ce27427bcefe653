/**
 * The photos that this browser tab sends for listings. Each joins its listing when it has arrived, and when the last has,
 * all are looked at. They live outside the pages, so that looking elsewhere does not stop them; what has arrived by the time
 * that the tab is closed is the listing's.
 */
import type { Listing } from '@docket/model/listing/listing';
import { paths } from '@docket/model/paths';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../data/client.ts';
import type { Actor } from '../../../data/commands/collection-commands.ts';
import { deleteImages } from '../../../data/commands/image-commands.ts';
import { changeListingPhotos, startListingAnalysis } from '../../../data/commands/listing-commands.ts';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { listingAnalysisReader, listingReader } from '../../../data/listing-records.ts';
import type { StoredDocument } from '../../../data/ports.ts';
import type { Reader } from '../../../data/reader.ts';
import { jobReader, queries } from '../../../data/records.ts';
import type { ImageUploads } from '../../../data/uploads/images/image-uploads.ts';
import {
  nextRun,
  NOTHING_PENDING,
  type Pending,
  pendingOn,
  runView,
} from '../../collections/run/run-view.ts';
import { decideWish } from './analysis-wish.ts';
import {
  isMoving,
  newSession,
  type PhotoDestination,
  type Sending,
  sendingOf,
  type Session,
  sorted,
} from './listing-session.ts';
import { withArrived } from './photo-order.ts';
import type { ReadPhoto } from './read-photos.ts';

export interface ListingUploads {
  /** By listing; those of which nothing is on its way are not there. */
  sending: StoreApi<ReadonlyMap<string, Sending>>;
  /** Sends photos; they come after those that are `shown`. */
  add(destination: PhotoDestination, photos: readonly ReadPhoto[], shown: readonly string[]): void;
  /** The person wants another order: those on their way will arrive in it. */
  reorder(listingId: string, order: readonly string[]): void;
  /** Gives up a photo that is not the listing's yet. */
  giveUp(listingId: string, imageId: string): void;
  /** Tries again to make what has arrived the listing's. */
  tryAgain(listingId: string): void;
  /**
   * Has the photos looked at as soon as that is possible, if it makes a difference. `changed`: what makes the difference is
   * being saved; it yields whether that was accepted.
   */
  wish(destination: PhotoDestination, changed: Promise<boolean>): Promise<void>;
  clear(): void;
}

const listingPath = ({ workspaceId, listingId }: PhotoDestination) => paths.listing(workspaceId, listingId);
const analysisPath = ({ workspaceId, listingId }: PhotoDestination) =>
  paths.listingAnalysis(workspaceId, listingId);

export function createListingUploads(client: Client, images: ImageUploads): ListingUploads {
  const { database } = client.backend;
  const sending = createStore<ReadonlyMap<string, Sending>>(() => new Map());
  const sessions = new Map<string, Session>();

  const actorOf = ({ workspaceId, uid }: PhotoDestination): Actor => ({
    workspaceId,
    uid,
    serverTime: database.serverTime(),
  });

  /** What a document holds: undefined while that is not known, null where it is not there or cannot be read. */
  const read = <T>(path: string, reader: Reader<T>): T | null | undefined => {
    const live = client.documents.store(path).getState();
    if (live.state === 'loading') return undefined;
    const document: StoredDocument | null = live.state === 'ready' ? live.value : null;
    const result = document === null ? null : reader.read(document);
    return result?.ok === true ? result.record.data : null;
  };

  const openJobsKey = ({ workspaceId }: PhotoDestination) => client.queryKey(queries.openJobs(workspaceId));

  const pendingOf = (session: Session): Pending | undefined => {
    const live = client.queries.store(openJobsKey(session)).getState();
    if (live.state === 'loading') return undefined;
    if (live.state === 'error') return NOTHING_PENDING;
    const jobs = jobReader.readAll(live.value).records;
    return pendingOn({ jobs, requests: [] }, 'listing_analysis', session.listingId);
  };

  const show = () =>
    sending.setState(
      new Map([...sessions].map(([listingId, session]) => [listingId, sendingOf(session, images)])),
      true,
    );

  const close = (session: Session) => {
    session.release();
    sessions.delete(session.listingId);
  };

  /** The listing has gone: nobody wants its photos any more. */
  const abandon = (session: Session) => {
    close(session);
    for (const { uploadId } of session.uploads) images.dismiss(uploadId);
    const own = session.arrived.filter((photo) => photo.own).map(({ imageId }) => imageId);
    if (own.length > 0) void database.commit(deleteImages(session.workspaceId, own)).catch(() => undefined);
  };

  const collect = (session: Session) => {
    const { uploads, arrived } = sorted(session.uploads, images);
    session.uploads = uploads;
    session.arrived = [...session.arrived, ...arrived];
  };

  const attach = async (session: Session, listing: Listing) => {
    const { listingId, arrived, order } = session;
    session.busy = true;
    try {
      const lists = withArrived(listing, order, arrived);
      if (lists.photos.length > listing.photos.length)
        await database.commit(changeListingPhotos(actorOf(session), listingId, lists));
      session.arrived = session.arrived.filter((photo) => !arrived.includes(photo));
      session.wished = true;
    } catch (error) {
      session.problem = dataErrorMessage(error);
    }
    session.busy = false;
    consider(session);
  };

  const start = async (session: Session, run: number) => {
    session.busy = true;
    session.wished = false;
    // Refused, it may have been started elsewhere; else the page offers to start it.
    await database
      .commit(startListingAnalysis(actorOf(session), session.listingId, run))
      .catch(() => undefined);
    session.busy = false;
    consider(session);
  };

  const fulfil = (session: Session, listing: Listing) => {
    const analysis = read(analysisPath(session), listingAnalysisReader);
    const pending = pendingOf(session);
    if (analysis === undefined || pending === undefined) return;
    const status = listing.processing_status.listing_analysis;
    const underWay = session.uploads.filter((upload) => isMoving(upload, images)).length;
    const decision = decideWish({ listing, analysis, run: runView(status, pending), underWay });
    if (decision === 'drop') session.wished = false;
    if (decision === 'start') void start(session, nextRun(status, pending));
  };

  const consider = (session: Session) => {
    if (sessions.get(session.listingId) !== session) return;
    collect(session);
    const listing = read(listingPath(session), listingReader);
    if (listing === null && session.seen) abandon(session);
    else if (listing !== null && listing !== undefined && !session.busy) {
      session.seen = true;
      if (session.arrived.length > 0 && session.problem === null) void attach(session, listing);
      else if (session.wished) fulfil(session, listing);
    }
    const { uploads, arrived, wished, busy } = session;
    if (uploads.length + arrived.length === 0 && !wished && !busy) close(session);
    show();
  };

  const open = (destination: PhotoDestination): Session => {
    const found = sessions.get(destination.listingId);
    if (found !== undefined) return found;
    const session = newSession(destination);
    sessions.set(destination.listingId, session);
    const changed = () => consider(session);
    const jobs = openJobsKey(destination);
    const documents = [listingPath(destination), analysisPath(destination)];
    const stops = [
      ...documents.map((path) => client.documents.hold(path)),
      client.queries.hold(jobs),
      ...documents.map((path) => client.documents.store(path).subscribe(changed)),
      client.queries.store(jobs).subscribe(changed),
    ];
    session.release = () => {
      for (const stop of stops) stop();
    };
    return session;
  };

  images.uploads.subscribe(() => {
    for (const session of sessions.values()) consider(session);
  });

  return {
    sending,
    add(destination, photos, shown) {
      const session = open(destination);
      const { workspaceId, uid } = destination;
      session.order = [...shown, ...photos.map(({ imageId }) => imageId)];
      // The first news of the uploads come before it is known which they are.
      session.busy = true;
      const ids = images.add(
        photos.map(({ file }) => file),
        { workspaceId, uid, flatten: null },
      );
      session.uploads = [
        ...session.uploads,
        ...photos.map(({ imageId }, index) => ({ uploadId: ids[index] ?? '', imageId, known: false })),
      ];
      session.busy = false;
      consider(session);
    },
    reorder(listingId, order) {
      const session = sessions.get(listingId);
      if (session === undefined) return;
      session.order = order;
      show();
    },
    giveUp(listingId, imageId) {
      const session = sessions.get(listingId);
      if (session === undefined) return;
      session.arrived = session.arrived.filter((photo) => photo.imageId !== imageId);
      for (const upload of session.uploads.filter((one) => one.imageId === imageId))
        images.dismiss(upload.uploadId);
      consider(session);
    },
    tryAgain(listingId) {
      const session = sessions.get(listingId);
      if (session === undefined) return;
      session.problem = null;
      consider(session);
    },
    async wish(destination, changed) {
      const session = open(destination);
      session.wished = true;
      session.busy = true;
      show();
      const accepted = await changed;
      session.busy = false;
      if (!accepted) session.wished = false;
      consider(session);
    },
    clear() {
      for (const session of sessions.values()) close(session);
      show();
    },
  };
}
