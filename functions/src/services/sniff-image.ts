/** Whether what begins to arrive from an address is an image. What the server says of it is a hint at best. */
import { DocketError } from '@docket/model/errors';
import { type ImageFormat, recogniseImage } from '../images/derive/recognise-image.ts';

/** How many bytes are enough to tell. */
export const HEAD_BYTES = 4_096;

/** The format of the image that begins with `head`. Throws `url_not_an_image`, saying what it is instead. */
export async function sniffImage(head: Uint8Array): Promise<ImageFormat> {
  try {
    return await recogniseImage(head, '');
  } catch (error) {
    throw error instanceof DocketError ? notAnImage(error) : error;
  }
}

function notAnImage({ code, facts, message }: DocketError): DocketError {
  const found = code === 'file_empty' ? 'an empty file' : facts.found?.replace(/^of /u, 'a file of ');
  return new DocketError('url_not_an_image', found === undefined ? {} : { found }, message);
}
