/** A product's small picture. */
import type { Product } from '@docket/model/product';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { usePicture } from './use-products.ts';

interface Props {
  product: Product;
  /** Edge in pixels; without it the picture fills its parent's width. */
  size?: number;
  alt?: string;
}

/** A picture this close to a square loses nothing but margin when it fills one. */
function isNearlySquare({ image }: Product): boolean {
  const ratio = image === null ? 0 : image.width / image.height;
  return ratio > 0.92 && ratio < 1.09;
}

export function ProductPicture({ product, size, alt = '' }: Props) {
  const src = usePicture(product)?.thumbnail ?? null;
  const fill = isNearlySquare(product);
  return size === undefined ? (
    <Thumbnail src={src} alt={alt} fill={fill} />
  ) : (
    <Thumbnail src={src} alt={alt} fill={fill} size={size} />
  );
}
