/** What a browser tab has in hand for a listing: photos on their way, photos that have arrived, and a wish. */
import type { ImageUploads } from '../../../data/uploads/images/image-uploads.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';
import type { ArrivedPhoto } from './photo-order.ts';

/** Which listing photos are for, and who sends them. */
export interface PhotoDestination {
  workspaceId: string;
  uid: string;
  listingId: string;
}

/** What is on its way into a listing. */
export interface Sending {
  /** The person's order of all photos of the listing, by image. */
  order: readonly string[];
  /** The images that are not the listing's yet, those whose upload has failed included. */
  images: readonly string[];
  /** Whether some of them will be without anybody doing anything. */
  underWay: boolean;
  /** Whether the photos will be looked at without anybody doing anything, unless that makes no difference. */
  wished: boolean;
  /** Photos that were removed, and are the listing's until nobody can put them back any more. */
  removed: readonly string[];
  /** Why photos that have arrived are not the listing's; null where all is well. */
  problem: string | null;
}

export interface PhotoUpload {
  uploadId: string;
  imageId: string;
  /** The image is in the library already, or on its way into it by another upload. */
  known: boolean;
}

/** A photo that was removed and can still be put back: what is out of a listing, and of no use elsewhere, is deleted at once. */
export interface RemovedPhoto {
  imageId: string;
  /** Whether the time for second thoughts is over. */
  due: boolean;
  /** Prevents that it becomes due. */
  cancel: () => void;
  /** It cannot be put back any more. */
  settled: () => void;
}

/** Whether pages are told the same. */
export function isSame(a: Sending, b: Sending): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a browser tab has in hand for one listing. */
export interface Session extends PhotoDestination {
  order: readonly string[];
  uploads: readonly PhotoUpload[];
  arrived: readonly ArrivedPhoto[];
  problem: string | null;
  /** Whether the photos are to be looked at. */
  wished: boolean;
  /** Whether the listing has been there: one that is being created may not be yet. */
  seen: boolean;
  /** How many things are being written. */
  busy: number;
  removed: readonly RemovedPhoto[];
  release: () => void;
}

export function newSession(destination: PhotoDestination): Session {
  return {
    ...destination,
    order: [],
    uploads: [],
    arrived: [],
    problem: null,
    wished: false,
    seen: false,
    busy: 0,
    removed: [],
    release: () => undefined,
  };
}

/** Whether an upload will end well without anybody doing anything. */
export function isMoving({ uploadId, known }: PhotoUpload, images: ImageUploads): boolean {
  const upload = images.uploads.getState().find(({ id }) => id === uploadId);
  return known || (upload !== undefined && isUnderWay(upload.state));
}

/** What has become of an upload that has left the list; null while that is open. */
function outcome(
  { uploadId, imageId, known }: PhotoUpload,
  images: ImageUploads,
): ArrivedPhoto | 'given_up' | null {
  const list = images.uploads.getState();
  if (list.some(({ id }) => id === uploadId)) return null;
  if (known) return list.some((other) => other.imageId === imageId) ? null : { imageId, own: false };
  const arrival = images.arrivals.getState().get(imageId);
  return arrival?.uploadId === uploadId ? { imageId, own: arrival.theirs !== true } : 'given_up';
}

/** Which of the uploads go on, and which photos have arrived by those that have ended. */
export function sorted(
  uploads: readonly PhotoUpload[],
  images: ImageUploads,
): Pick<Session, 'uploads' | 'arrived'> {
  const known = new Set(images.known.getState().map(({ uploadId }) => uploadId));
  const left: PhotoUpload[] = [];
  const arrived: ArrivedPhoto[] = [];
  for (const upload of uploads) {
    const told = { ...upload, known: upload.known || known.has(upload.uploadId) };
    const end = outcome(told, images);
    if (end === null) left.push(told);
    else if (end !== 'given_up') arrived.push(end);
  }
  return { uploads: left, arrived };
}

/** What pages are told. */
export function sendingOf(
  { order, uploads, arrived, problem, wished, busy, removed }: Session,
  images: ImageUploads,
): Sending {
  return {
    order,
    images: [...uploads, ...arrived].map(({ imageId }) => imageId),
    underWay: uploads.some((upload) => isMoving(upload, images)) || (arrived.length > 0 && problem === null),
    wished: wished || (busy > 0 && removed.length === 0),
    removed: removed.map(({ imageId }) => imageId),
    problem,
  };
}
