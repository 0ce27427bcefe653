/** Phase 6: the picture of each product, found by where things stand, never by their order in the file. Pure. */
import type { Place } from '@docket/model/geometry';
import type { ExtractedProduct } from '@docket/model/product';
import type { FilteredImage } from '../content.ts';
import { type ImageMatch, type Indexed, type Picture, picturesOf } from './matching/match.ts';
import { matchPage } from './matching/match-page.ts';
import { matchSheet } from './matching/match-sheet.ts';

/**
 * For each product, in the order given, its picture or null. On a page every picture goes to one product, or to one
 * family of variants, so that the page as a whole fits best; in sheets the row decides.
 */
export function matchImages(
  products: readonly ExtractedProduct[],
  images: readonly FilteredImage[],
): (ImageMatch | null)[] {
  const pictures = picturesOf(images);
  const found = new Map<number, ImageMatch>();
  for (const { entries, places } of byArea(products, pictures)) {
    for (const [index, match] of matchArea(entries, places)) found.set(index, match);
  }
  return products.map((_, index) => found.get(index) ?? null);
}

function matchArea(entries: readonly Indexed[], places: readonly Picture[]): Map<number, ImageMatch> {
  const onPage = places.flatMap(({ image_id, place }) =>
    place.kind === 'page' ? [{ image_id, place }] : [],
  );
  const inSheet = places.flatMap(({ image_id, place }) =>
    place.kind === 'cell' ? [{ image_id, place }] : [],
  );
  return onPage.length > 0 ? matchPage(entries, onPage) : matchSheet(entries, inSheet);
}

/** Products and pictures by page or sheet. */
function byArea(
  products: readonly ExtractedProduct[],
  pictures: readonly Picture[],
): { entries: Indexed[]; places: Picture[] }[] {
  const areas = new Map<string, { entries: Indexed[]; places: Picture[] }>();
  products.forEach((product, index) => {
    const area = areas.get(areaOf(product.place)) ?? { entries: [], places: [] };
    area.entries.push({ index, product });
    areas.set(areaOf(product.place), area);
  });
  for (const picture of pictures) areas.get(areaOf(picture.place))?.places.push(picture);
  return [...areas.values()].filter(({ places }) => places.length > 0);
}

function areaOf(place: Place): string {
  return place.kind === 'page' ? `page ${place.number}` : `sheet ${place.sheet}`;
}
