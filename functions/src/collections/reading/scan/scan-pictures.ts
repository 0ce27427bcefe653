/** The photos of a scanned page as pictures of their own, with their places. */
import type { Place } from '@docket/model/geometry';
import { type RawPicture, cropped, fromRaw } from '../pictures/raw-picture.ts';
import type { PageScan } from './page-scan.ts';
import { findPhotoRegions } from './photo-regions.ts';

/** Photos are looked for on a copy of this edge in pixels. */
const COPY_EDGE = 1400;

export async function* scanPictures(scan: PageScan): AsyncGenerator<{ picture: RawPicture; place: Place }> {
  const { data, info } = await fromRaw(scan.picture)
    .resize({ width: COPY_EDGE, height: COPY_EDGE, fit: 'inside', kernel: 'linear' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const region of findPhotoRegions({ width: info.width, height: info.height, pixels: data })) {
    const box = {
      x: region.left * scan.width,
      y: region.top * scan.height,
      width: region.width * scan.width,
      height: region.height * scan.height,
    };
    yield { picture: cropped(scan.picture, region), place: { kind: 'page', number: scan.number, box } };
  }
}
