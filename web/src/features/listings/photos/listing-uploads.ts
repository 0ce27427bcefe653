/**
 * The photos that this browser tab sends for listings. Each joins its listing when it has arrived, and when the last has,
 * all are looked at. They live outside the pages, so that looking elsewhere does not stop them; what has arrived by the time
 * that the tab is closed is the listing's.
 */
import type { Listing } from '@docket/model/listing/listing';
import { jobId, paths } from '@docket/model/paths';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../data/client.ts';
import type { Actor } from '../../../data/commands/collection-commands.ts';
import { deleteImages } from '../../../data/commands/image-commands.ts';
import { changeListingPhotos, startListingAnalysis } from '../../../data/commands/listing-commands.ts';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import type { ImageUploads } from '../../../data/uploads/images/image-uploads.ts';
import { nextRun, runView } from '../../collections/run/run-view.ts';
import { decideWish } from './analysis-wish.ts';
import { createKnowledge } from './listing-knowledge.ts';
import {
  isMoving,
  newSession,
  type PhotoDestination,
  type RemovedPhoto,
  type Sending,
  sendingOf,
  type Session,
  sorted,
} from './listing-session.ts';
import { type PhotoLists, withArrived, withoutPhoto } from './photo-order.ts';
import { UNDO_OFFERED } from '../../../ui/undo-toast.tsx';
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
  /** Removes a photo of the listing, for good after a while; until then, or until `settled` is called, it can be put back. */
  remove(destination: PhotoDestination, imageId: string, settled: () => void): void;
  putBack(listingId: string, imageId: string): void;
  /** Tries again to make what has arrived the listing's. */
  tryAgain(listingId: string): void;
  /**
   * Has the photos looked at as soon as that is possible, if it makes a difference. `changed`: what makes the difference is
   * being saved; it yields whether that was accepted.
   */
  wish(destination: PhotoDestination, changed: Promise<boolean>): Promise<void>;
  clear(): void;
}

/** What listing uploads need besides the data. */
export interface ListingUploadPorts {
  /** Says that something did not work, wherever the person is. */
  tell: (title: string, message: string) => void;
  schedule: (task: () => void, ms: number) => () => void;
}

export function createListingUploads(
  client: Client,
  images: ImageUploads,
  { tell, schedule }: ListingUploadPorts,
): ListingUploads {
  const { database } = client.backend;
  const { watched, listingOf, analysisOf, pendingOf } = createKnowledge(client);
  const sending = createStore<ReadonlyMap<string, Sending>>(() => new Map());
  const sessions = new Map<string, Session>();

  const actorOf = ({ workspaceId, uid }: PhotoDestination): Actor => ({
    workspaceId,
    uid,
    serverTime: database.serverTime(),
  });

  const show = () =>
    sending.setState(
      new Map([...sessions].map(([listingId, session]) => [listingId, sendingOf(session, images)])),
      true,
    );

  const close = (session: Session) => {
    session.release();
    for (const { cancel, settled } of session.removed) {
      cancel();
      settled();
    }
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
    session.busy += 1;
    try {
      const lists = withArrived(listing, order, arrived);
      if (lists.photos.length > listing.photos.length)
        await database.commit(changeListingPhotos(actorOf(session), listingId, lists));
      session.arrived = session.arrived.filter((photo) => !arrived.includes(photo));
      session.wished = true;
    } catch (error) {
      session.problem = dataErrorMessage(error);
    }
    session.busy -= 1;
    consider(session);
  };

  /** What is to go now: photos that take its place, or that are to be looked at, wait for nobody. */
  const dueOf = ({ removed, wished, arrived }: Session) =>
    removed.filter(({ due }) => due || wished || arrived.length > 0);

  const takeOut = async (session: Session, listing: Listing, due: readonly RemovedPhoto[]) => {
    session.busy += 1;
    for (const photo of due) {
      photo.due = true;
      photo.cancel();
      photo.settled();
    }
    const lists = due.reduce<PhotoLists>((left, { imageId }) => withoutPhoto(left, imageId), listing);
    const { photos, own_photos } = lists;
    try {
      await database.commit(changeListingPhotos(actorOf(session), session.listingId, { photos, own_photos }));
    } catch (error) {
      tell('The photo could not be removed', dataErrorMessage(error));
    }
    session.removed = session.removed.filter((photo) => !due.includes(photo));
    session.busy -= 1;
    consider(session);
  };

  const start = async (session: Session, run: number) => {
    session.busy += 1;
    session.wished = false;
    try {
      await database.commit(startListingAnalysis(actorOf(session), session.listingId, run));
    } catch (error) {
      // Refused, it may have been started elsewhere.
      const job = paths.job(session.workspaceId, jobId(session.listingId, 'listing_analysis', run));
      if ((await database.fetchDocument(job).catch(() => null)) === null)
        tell('The photos could not be looked at', dataErrorMessage(error));
    }
    session.busy -= 1;
    consider(session);
  };

  const fulfil = (session: Session, listing: Listing) => {
    const analysis = analysisOf(session);
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
    const listing = listingOf(session);
    if (listing === null && session.seen) abandon(session);
    else if (listing !== null && listing !== undefined && session.busy === 0) {
      session.seen = true;
      const due = dueOf(session);
      if (due.length > 0) void takeOut(session, listing, due);
      else if (session.arrived.length > 0 && session.problem === null) void attach(session, listing);
      else if (session.wished) fulfil(session, listing);
    }
    const { uploads, arrived, removed, wished, busy } = session;
    if (uploads.length + arrived.length + removed.length + busy === 0 && !wished) close(session);
    show();
  };

  const open = (destination: PhotoDestination): Session => {
    const found = sessions.get(destination.listingId);
    if (found !== undefined) return found;
    const session = newSession(destination);
    sessions.set(destination.listingId, session);
    session.release = watched(destination, () => consider(session));
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
      session.busy += 1;
      const ids = images.add(
        photos.map(({ file }) => file),
        { workspaceId, uid, flatten: null },
      );
      session.uploads = [
        ...session.uploads,
        ...photos.map(({ imageId }, index) => ({ uploadId: ids[index] ?? '', imageId, known: false })),
      ];
      session.busy -= 1;
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
    remove(destination, imageId, settled) {
      const session = open(destination);
      const photo: RemovedPhoto = { imageId, due: false, settled, cancel: () => undefined };
      photo.cancel = schedule(() => {
        photo.due = true;
        consider(session);
      }, UNDO_OFFERED);
      session.removed = [...session.removed, photo];
      consider(session);
    },
    putBack(listingId, imageId) {
      const session = sessions.get(listingId);
      const photo = session?.removed.find((one) => one.imageId === imageId);
      if (session === undefined || photo === undefined || photo.due) return;
      photo.cancel();
      photo.settled();
      session.removed = session.removed.filter((one) => one !== photo);
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
      session.busy += 1;
      show();
      const accepted = await changed;
      session.busy -= 1;
      if (!accepted) session.wished = false;
      consider(session);
    },
    clear() {
      for (const session of sessions.values()) close(session);
      show();
    },
  };
}
