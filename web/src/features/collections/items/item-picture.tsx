/** An item's picture: its own copy of the product's. */
import type { ItemImage } from '@docket/model/item';
import { useClient } from '../../../data/hooks.ts';
import { Thumbnail } from '../../../ui/thumbnail.tsx';

interface Props {
  image: ItemImage | null;
  alt?: string;
  /** Edge in pixels; without it the whole picture fills its parent's width. */
  size?: number;
}

export function ItemPicture({ image, alt = '', size }: Props) {
  const { files } = useClient().backend;
  if (image === null) return <Thumbnail src={null} alt={alt} {...(size === undefined ? {} : { size })} />;
  const nearlySquare = Math.abs(image.width / image.height - 1) < 0.09;
  return size === undefined ? (
    <Thumbnail src={files.address(image.path, image.token)} alt={alt} />
  ) : (
    <Thumbnail
      src={files.address(image.thumbnail_path, image.token)}
      alt={alt}
      size={size}
      fill={nearlySquare}
    />
  );
}
