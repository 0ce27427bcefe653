/** The photos of a listing with the ones on their way: adding, moving and removing them, and taking that back. */
import { LIMITS } from '@docket/model/limits';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { changeListingPhotos } from '@docket/model/commands/listing-commands';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import type { PhotoDestination, Sending } from './listing-session.ts';
import { movedTo, placed, shownPhotos } from './photo-order.ts';
import { type ReadPhoto, readPhotos } from './read-photos.ts';
import { useListingUploads } from './use-listing-uploads.ts';

const NOTHING: Sending = {
  order: [],
  images: [],
  underWay: false,
  wished: false,
  removed: [],
  problem: null,
};

/** What is on its way into a listing. */
export function useSending(listingId: string): Sending {
  return useStore(useListingUploads().sending, (map) => map.get(listingId) ?? NOTHING);
}

export interface PhotoListsState {
  /** The images that are shown, in their order: the listing's, and those on their way into it. */
  ids: readonly string[];
  /** Whether there is no room for more. */
  full: boolean;
  /** Why photos that have arrived are not the listing's, with the way to try again. */
  problem: string | null;
  tryAgain: () => void;
  /** What is said of files that were not taken. */
  refused: readonly string[];
  dismissRefused: () => void;
  add: (files: readonly File[]) => void;
  move: (id: string, to: number) => void;
  remove: (id: string) => void;
}

const storedIds = (photos: readonly string[], { removed }: Sending) =>
  photos.filter((id) => !removed.includes(id));

/** The images that are shown of a listing with these `photos`, in their order. */
const idsOf = (photos: readonly string[], sending: Sending) =>
  shownPhotos(storedIds(photos, sending), sending.order, sending.images);

export function usePhotoLists(listing: StoredListing): PhotoListsState {
  const { id: listingId, data } = listing;
  const actor = useActor();
  const commit = useCommit();
  const work = useImageWork();
  const uploads = useListingUploads();
  const sending = useSending(listingId);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const lots = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(data.photos);
  useEffect(() => {
    latest.current = data.photos;
  });
  const stored = storedIds(data.photos, sending);
  const ids = idsOf(data.photos, sending);
  const sendingNow = () => uploads.sending.getState().get(listingId) ?? NOTHING;
  const destination: PhotoDestination = { workspaceId: actor.workspaceId, uid: actor.uid, listingId };

  const take = async (files: readonly File[]) => {
    const before = idsOf(latest.current, sendingNow());
    const read: ReadPhoto[] = [];
    setRefused(await readPhotos(files, before, (photo) => read.push(photo)));
    const { removed } = sendingNow();
    const back = read.filter(({ imageId }) => removed.includes(imageId));
    for (const { imageId } of back) uploads.putBack(listingId, imageId);
    const fresh = read.filter((photo) => !back.includes(photo));
    if (fresh.length > 0) uploads.add(destination, fresh, idsOf(latest.current, sendingNow()));
  };
  // One lot after the other: what is there already, and how much room there is, is known then.
  const add = (files: readonly File[]) => {
    lots.current = lots.current.then(() => take(files));
  };
  const move = (id: string, to: number) => {
    const order = movedTo(ids, id, to);
    uploads.reorder(listingId, order);
    // What was removed keeps its place, so that it can come back to it.
    const photos = data.photos
      .filter((one) => !stored.includes(one))
      .reduce<string[]>(
        (list, one) => placed(list, data.photos, one),
        order.filter((one) => stored.includes(one)),
      );
    if (photos.join() === data.photos.join()) return;
    void commit(changeListingPhotos(actor, listingId, { photos }), 'The photo could not be moved');
  };
  const removeStored = (id: string) => {
    const toast = `photo-${listingId}-${id}`;
    uploads.remove(destination, id, () => notifications.hide(toast));
    showUndo({
      id: toast,
      title: 'Photo removed',
      message: `It was photo ${ids.indexOf(id) + 1}.`,
      onUndo: () => uploads.putBack(listingId, id),
    });
  };
  const remove = (id: string) => {
    if (data.photos.includes(id)) return removeStored(id);
    const upload = work.uploads.uploads.getState().find(({ imageId }) => imageId === id);
    uploads.giveUp(listingId, id);
    if (upload !== undefined) work.previews.forget(upload.id);
  };
  return {
    ids,
    full: ids.length >= LIMITS.photosPerListing,
    problem: sending.problem,
    tryAgain: () => uploads.tryAgain(listingId),
    refused,
    dismissRefused: () => setRefused([]),
    add,
    move,
    remove,
  };
}
