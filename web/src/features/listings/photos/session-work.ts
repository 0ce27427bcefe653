/** What happens to the photos of a listing by itself: they join it, go out of it, and are looked at. */
import type { Listing } from '@docket/model/listing/listing';
import { jobId, paths } from '@docket/model/paths';
import type { Client } from '../../../data/client.ts';
import type { Actor } from '@docket/model/commands/write';
import { deleteImages } from '@docket/model/commands/image-commands';
import {
  addListingPhotos,
  changeListingPhotos,
  startListingAnalysis,
} from '@docket/model/commands/listing-commands';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import type { ImageUploads } from '../../../data/uploads/images/image-uploads.ts';
import { nextRun, runView } from '../../collections/run/run-view.ts';
import { decideWish } from './analysis-wish.ts';
import type { ListingKnowledge } from './listing-knowledge.ts';
import {
  isMoving,
  type PhotoDestination,
  type RemovedPhoto,
  type Session,
  sorted,
} from './listing-session.ts';
import { added, type ArrivedPhoto, type PhotoLists, withArrived, withoutPhoto } from './photo-order.ts';

interface Surroundings {
  client: Client;
  images: ImageUploads;
  knowledge: ListingKnowledge;
  /** Says that something did not work, wherever the person is. */
  tell: (title: string, message: string) => void;
  /** Whether the session has not been closed. */
  isOpen: (session: Session) => boolean;
  close: (session: Session) => void;
  /** Runs when something may have changed. */
  changed: () => void;
}

export interface SessionWork {
  /** Does what can be done for a session now. Call it whenever something has changed. */
  consider: (session: Session) => void;
  /** Deletes those of the photos that only came for the sake of the listing, which does not have them. */
  discard: (session: Session, photos: readonly ArrivedPhoto[]) => void;
}

export function createSessionWork({
  client,
  images,
  knowledge: { listingOf, analysisOf, pendingOf },
  tell,
  isOpen,
  close,
  changed,
}: Surroundings): SessionWork {
  const { database } = client.backend;

  const actorOf = ({ workspaceId, uid }: PhotoDestination): Actor => ({
    workspaceId,
    uid,
    serverTime: database.serverTime(),
  });

  const discard = ({ workspaceId }: Session, photos: readonly ArrivedPhoto[]) => {
    const own = photos.filter((photo) => photo.own).map(({ imageId }) => imageId);
    if (own.length > 0) void database.commit(deleteImages(workspaceId, own)).catch(() => undefined);
  };

  /** The listing has gone: nobody wants its photos any more. */
  const abandon = (session: Session) => {
    close(session);
    for (const { uploadId } of session.uploads) images.dismiss(uploadId);
    discard(session, session.arrived);
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
      const more = added(listing, lists);
      // What another tab adds at the same time stays.
      const change =
        more === null
          ? changeListingPhotos(actorOf(session), listingId, lists)
          : addListingPhotos(actorOf(session), listingId, more, (ids) => database.including(ids));
      if (lists.photos.length > listing.photos.length) await database.commit(change);
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
    if (!isOpen(session)) return;
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
    changed();
  };

  return { consider, discard };
}
