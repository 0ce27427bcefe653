/** How far the picture of an item is. Pure. */
import type { StoredImage } from '../../../data/image-records.ts';
import type { Live } from '../../../data/live.ts';
import type { UploadState } from '../../../data/uploads/upload-state.ts';
import type { ImageRun } from '../image-runs.ts';
import { imageTileState, tileLook, tileSentence, type TileState, uploadTileState } from '../tile-state.ts';

/** Besides the states of an image: nothing is known yet, there is none, or it has gone from the library. */
export type PictureState = TileState | { kind: 'unknown' } | { kind: 'none' } | { kind: 'gone' };

interface Material {
  /** Whether the item names an image. */
  wanted: boolean;
  live: Live<StoredImage | null>;
  run: ImageRun | null;
  /** Of the file that becomes the image, while it is on its way. */
  upload: UploadState | null;
}

export function pictureState({ wanted, live, run, upload }: Material): PictureState {
  if (!wanted) return { kind: 'none' };
  if (live.state === 'ready' && live.value !== null) return imageTileState(live.value.data, run);
  const sending = upload === null ? null : uploadTileState(upload);
  if (sending !== null) return sending;
  return { kind: live.state === 'loading' ? 'unknown' : 'gone' };
}

/** What is said of a picture in two words; null where there is nothing to say. */
export function pictureLabel(state: PictureState): string | null {
  if (state.kind === 'unknown' || state.kind === 'none') return null;
  if (state.kind === 'gone') return 'Picture deleted';
  return state.kind === 'failed' ? 'Picture failed' : (tileLook(state)?.label ?? null);
}

/** Why a picture is as it is; null where the label says all. */
export function pictureSentence(state: PictureState): string | null {
  if (state.kind === 'unknown' || state.kind === 'none') return null;
  if (state.kind === 'gone') return 'The image was deleted from the library. Choose another picture.';
  return tileSentence(state);
}
