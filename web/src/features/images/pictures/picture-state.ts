/** How far the picture of an item is. Pure. */
import type { StoredImage } from '../../../data/image-records.ts';
import type { Live } from '../../../data/live.ts';
import type { UploadState } from '../../../data/uploads/upload-state.ts';
import type { ImageRun } from '../image-runs.ts';
import { imageTileState, tileLook, tileSentence, type TileState, uploadTileState } from '../tile-state.ts';

/**
 * Besides the states of an image: nothing is known yet, there is none, or it is not in the library: it was deleted from
 * there, or has never come.
 */
export type PictureState =
  | TileState
  | { kind: 'unknown' }
  | { kind: 'none' }
  | { kind: 'gone'; fetchable: boolean };

interface Material {
  /** Whether the item names an image. */
  wanted: boolean;
  live: Live<StoredImage | null>;
  run: ImageRun | null;
  /** Of the file that becomes the image, while it is on its way. */
  upload: UploadState | null;
  /** Whether it is about to be fetched. */
  asked: boolean;
  /** Whether there is an address that it can be fetched from. */
  fetchable: boolean;
}

export function pictureState({ wanted, live, run, upload, asked, fetchable }: Material): PictureState {
  if (!wanted) return { kind: 'none' };
  if (live.state === 'ready' && live.value !== null) return imageTileState(live.value.data, run);
  const sending = upload === null ? null : uploadTileState(upload);
  if (sending !== null) return sending;
  if (asked) return { kind: 'queued' };
  return live.state === 'loading' ? { kind: 'unknown' } : { kind: 'gone', fetchable };
}

/** What is said of a picture in two words; null where there is nothing to say. */
export function pictureLabel(state: PictureState): string | null {
  if (state.kind === 'unknown' || state.kind === 'none') return null;
  if (state.kind === 'gone') return state.fetchable ? 'Picture missing' : 'Picture deleted';
  return state.kind === 'failed' ? 'Picture failed' : (tileLook(state)?.label ?? null);
}

/** Why a picture is as it is; null where the label says all. */
export function pictureSentence(state: PictureState): string | null {
  if (state.kind === 'unknown' || state.kind === 'none') return null;
  if (state.kind === 'gone')
    return state.fetchable
      ? 'The image is not in the library. Retry fetches it from its address.'
      : 'The image was deleted from the library. Choose another picture.';
  return tileSentence(state);
}
