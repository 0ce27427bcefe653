/** What matching works with, on pages and in sheets alike. */
import type { Place } from '@docket/model/geometry';
import type { ExtractedProduct } from '@docket/model/product';
import type { FilteredImage } from '../../content.ts';
import { fold } from '../vocabulary/fold.ts';

/** The picture of a product, with why. */
export interface ImageMatch {
  image_id: string;
  place: Place;
  confidence: number;
  /** For a person: "Directly above the text". */
  reason: string;
}

/** One use of a picture. */
export interface Picture<P extends Place = Place> {
  image_id: string;
  place: P;
}

/** A product with its place in the list. */
export interface Indexed {
  index: number;
  product: ExtractedProduct;
}

/**
 * The uses of all product pictures. A near duplicate stands for the picture that is kept in its stead, so that every
 * place where it is shown still counts.
 */
export function picturesOf(images: readonly FilteredImage[]): Picture[] {
  const kept = new Set(images.filter(({ verdict }) => verdict.keep).map(({ image_id }) => image_id));
  return images.flatMap((image) => {
    const { verdict } = image;
    const id = verdict.keep ? image.image_id : verdict.reason === 'duplicate' ? verdict.same_as : null;
    return id === null || !kept.has(id) ? [] : image.places.map((place) => ({ image_id: id, place }));
  });
}

/** Products that follow each other under one name: the variants of a family. */
export function familiesOf(products: readonly Indexed[]): Indexed[][] {
  const families: Indexed[][] = [];
  for (const entry of products) {
    const last = families.at(-1)?.at(-1);
    if (last !== undefined && fold(last.product.name) === fold(entry.product.name))
      families.at(-1)?.push(entry);
    else families.push([entry]);
  }
  return families;
}
