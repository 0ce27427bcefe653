/** How the pictures of products and items are shown. */
import type { PictureView } from '@docket/model/api/collections/schemas';
import type { RequestContext } from '../context.ts';

/** A picture as it is stored. */
interface StoredPicture {
  path: string;
  thumbnail_path: string;
  token: string;
  width: number;
  height: number;
}

/** The addresses that open a picture; null where there is none. */
export function pictureViewOf(
  picture: StoredPicture | null,
  download: RequestContext['download'],
): PictureView | null {
  if (picture === null) return null;
  const { path, thumbnail_path: thumbnail, token, width, height } = picture;
  return { url: download(path, token), thumbnail_url: download(thumbnail, token), width, height };
}
