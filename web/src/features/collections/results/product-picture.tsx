/** A product's small picture. */
import type { Product } from '@docket/model/product';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { usePicture } from './use-products.ts';

/** `size` is the edge in pixels; without it the picture fills its parent's width. */
export function ProductPicture({
  product,
  size,
  alt = '',
}: {
  product: Product;
  size?: number;
  alt?: string;
}) {
  const src = usePicture(product)?.thumbnail ?? null;
  return size === undefined ? (
    <Thumbnail src={src} alt={alt} />
  ) : (
    <Thumbnail src={src} alt={alt} size={size} />
  );
}
