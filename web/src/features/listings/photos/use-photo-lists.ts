/** Changing which photos a listing has, with the ones on their way, and taking that back. */
import { LIMITS } from '@docket/model/limits';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { changeListingPhotos } from '../../../data/commands/listing-commands.ts';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import type { PhotoDestination, Sending } from './listing-session.ts';
import { movedTo, type PhotoLists, shownPhotos, withoutPhoto, withPhotoBack } from './photo-order.ts';
import { type ReadPhoto, readPhotos } from './read-photos.ts';
import { useListingUploads } from './use-listing-uploads.ts';

const NOTHING: Sending = { order: [], images: [], underWay: false, wished: false, problem: null };

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

/** How the photos of a listing are removed and put back. */
function useRemoval({ id: listingId, data }: StoredListing) {
  const actor = useActor();
  const commit = useCommit();
  const latest = useRef<PhotoLists>(data);
  const toasts = useRef(new Set<string>());
  useEffect(() => {
    latest.current = data;
  });
  useEffect(() => {
    const shown = toasts.current;
    // What they would put back is known to this page alone.
    return () => {
      for (const toast of shown) notifications.hide(toast);
    };
  }, []);
  return (imageId: string) => {
    const before: PhotoLists = { photos: data.photos, own_photos: data.own_photos };
    const toast = `photo-${listingId}-${imageId}`;
    toasts.current.add(toast);
    const change = (lists: PhotoLists, failed: string) =>
      commit(changeListingPhotos(actor, listingId, lists), failed);
    const back = () =>
      void change(withPhotoBack(latest.current, before, imageId), 'The photo could not be put back');
    showUndo({
      id: toast,
      title: 'Photo removed',
      message: `It was photo ${before.photos.indexOf(imageId) + 1}.`,
      onUndo: back,
    });
    void change(withoutPhoto(before, imageId), 'The photo could not be removed').then((removed) => {
      if (!removed) notifications.hide(toast);
    });
  };
}

export function usePhotoLists(listing: StoredListing): PhotoListsState {
  const { id: listingId, data } = listing;
  const actor = useActor();
  const commit = useCommit();
  const work = useImageWork();
  const uploads = useListingUploads();
  const sending = useSending(listingId);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const removeStored = useRemoval(listing);
  const ids = shownPhotos(data.photos, sending.order, sending.images);
  const destination: PhotoDestination = { workspaceId: actor.workspaceId, uid: actor.uid, listingId };

  const add = async (files: readonly File[]) => {
    const read: ReadPhoto[] = [];
    setRefused(await readPhotos(files, ids, (photo) => read.push(photo)));
    if (read.length > 0) uploads.add(destination, read, ids);
  };
  const move = (id: string, to: number) => {
    const order = movedTo(ids, id, to);
    uploads.reorder(listingId, order);
    const photos = order.filter((one) => data.photos.includes(one));
    if (photos.join() === data.photos.join()) return;
    void commit(changeListingPhotos(actor, listingId, { photos }), 'The photo could not be moved');
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
    add: (files) => void add(files),
    move,
    remove,
  };
}
