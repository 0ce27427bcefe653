/** The pictures of a deck as its files contain them. */
import type { PictureSource } from '@docket/model/deck/elements';

/** Gives the bytes of a picture: JPEG for items, PNG for the logo. Called once for each picture of a file. */
export type ReadMedia = (source: PictureSource) => Promise<Uint8Array>;

/** The name of a picture in a deck file and in the hand-over of a run. */
export function mediaName(source: PictureSource): string {
  return source.kind === 'logo' ? 'logo.png' : `${source.image_id}.jpg`;
}
