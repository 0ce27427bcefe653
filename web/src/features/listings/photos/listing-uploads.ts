/**
 * The photos that this browser tab sends for listings. Each joins its listing when it has arrived, and when the last has,
 * all are looked at. They live outside the pages, so that looking elsewhere does not stop them; what has arrived by the time
 * that the tab is closed is the listing's.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../data/client.ts';
import type { ImageUploads } from '../../../data/uploads/images/image-uploads.ts';
import { UNDO_OFFERED } from '../../../ui/undo-toast.tsx';
import { createKnowledge } from './listing-knowledge.ts';
import {
  isSame,
  newSession,
  type PhotoDestination,
  type RemovedPhoto,
  type Sending,
  sendingOf,
  type Session,
} from './listing-session.ts';
import type { ReadPhoto } from './read-photos.ts';
import { createSessionWork } from './session-work.ts';

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
  const knowledge = createKnowledge(client);
  const sending = createStore<ReadonlyMap<string, Sending>>(() => new Map());
  const sessions = new Map<string, Session>();

  const close = (session: Session) => {
    session.release();
    for (const { cancel, settled } of session.removed) {
      cancel();
      settled();
    }
    sessions.delete(session.listingId);
  };

  /** Pages hear of what is different alone: bytes that go by the hundred are nothing new. */
  const show = () => {
    const before = sending.getState();
    const now = new Map(
      [...sessions].map(([listingId, session]) => {
        const next = sendingOf(session, images);
        const last = before.get(listingId);
        return [listingId, last !== undefined && isSame(last, next) ? last : next] as const;
      }),
    );
    const same =
      now.size === before.size && [...now].every(([listingId, one]) => before.get(listingId) === one);
    if (!same) sending.setState(now, true);
  };

  const { consider, discard } = createSessionWork({
    client,
    images,
    knowledge,
    tell,
    isOpen: (session) => sessions.get(session.listingId) === session,
    close,
    changed: show,
  });

  const open = (destination: PhotoDestination): Session => {
    const found = sessions.get(destination.listingId);
    if (found !== undefined) return found;
    const session = newSession(destination);
    sessions.set(destination.listingId, session);
    session.release = knowledge.watched(destination, () => consider(session));
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
        { workspaceId, uid, flatten: null, shownElsewhere: true },
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
      const given = session.arrived.filter((photo) => photo.imageId === imageId);
      session.arrived = session.arrived.filter((photo) => !given.includes(photo));
      // What is just joining the listing goes with it, or out of it.
      if (session.busy === 0) discard(session, given);
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
