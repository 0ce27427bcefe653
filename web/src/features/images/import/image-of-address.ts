/** The image that the file at an address becomes. */
import { importedImageId } from '@docket/model/image';
import { sha256 } from '../../../data/hash.ts';
import type { WantedImage } from '../../../data/uploads/images/image-fetches.ts';
import { nameOfAddress } from '@docket/model/upload/address-list';

export async function imageIdOfAddress(url: string): Promise<string> {
  return importedImageId(await sha256(new TextEncoder().encode(url)));
}

/** What there is to know of it before the file is fetched. */
export async function imageOfAddress(url: string): Promise<WantedImage> {
  return { imageId: await imageIdOfAddress(url), url, fileName: nameOfAddress(url) };
}
