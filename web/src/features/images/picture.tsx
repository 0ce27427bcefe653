/** The picture of a tile or a drawer: the best that there is at the moment, on a quiet ground. */
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useClient } from '../../data/hooks.ts';
import { useImageWork } from '../../data/uploads/images/use-image-uploads.ts';
import { isShownByDerivatives, type PictureSource, pictureSource } from '@docket/model/picture-source';
import classes from './picture.module.css';
import type { Tile } from './tiles.ts';

/** The preview of a file that is at hand: drawn when it is needed for the first time. Undefined until then; null: there is none. */
function usePreview(key: string, file: File | null): string | null | undefined {
  const { previews } = useImageWork();
  useEffect(() => (file === null ? undefined : previews.want(key, file)), [previews, key, file]);
  const drawn = useStore(previews.drawn, (map) => map.get(key));
  return file === null ? (drawn ?? null) : drawn;
}

interface Props {
  tile: Pick<Tile, 'key' | 'file' | 'image'>;
  /** Of the picture on screen, for `sizes`. */
  sizes: string;
  alt: string;
  /** The place grows with the picture, instead of being a square. */
  natural?: boolean;
}

function usePictureSource({ key, file, image }: Props['tile']): PictureSource | null {
  const { files } = useClient().backend;
  const derived = image !== null && isShownByDerivatives(image.data);
  const preview = usePreview(key, derived ? null : file);
  // The original is not fetched back while a small picture of it is being drawn.
  if (preview === undefined) return null;
  if (image !== null) return pictureSource(image.data, preview, (path, token) => files.address(path, token));
  return preview === null ? null : { src: preview, width: null, height: null };
}

export function Picture({ tile, sizes, alt, natural = false }: Props) {
  const source = usePictureSource(tile);
  const { uploads, previews } = useImageWork();
  const [broken, setBroken] = useState<string | null>(null);
  const { image } = tile;
  const derived = image !== null && isShownByDerivatives(image.data);

  /** Once the thumbnail is on screen, file and preview are of no more use. */
  const onLoad = (_event: SyntheticEvent) => {
    if (!derived || image === null) return;
    uploads.forgetFile(image.id);
    previews.forget(tile.key);
  };
  const original = image?.data.original ?? null;
  const transparent = original !== null && original.has_alpha && image?.data.flatten === null;
  const missing = source === null || broken === source.src;
  const Icon = broken === null ? IconPhoto : IconPhotoOff;
  return (
    <span
      className={classes.frame}
      data-natural={natural || undefined}
      data-transparent={transparent || undefined}
      style={
        natural && original !== null ? { aspectRatio: `${original.width} / ${original.height}` } : undefined
      }
    >
      {missing ? (
        <Icon className={classes.missing} stroke={1.3} aria-hidden />
      ) : (
        <img
          className={classes.image}
          src={source.src}
          {...(source.srcSet === undefined ? {} : { srcSet: source.srcSet, sizes })}
          {...(source.width === null || source.height === null
            ? {}
            : { width: source.width, height: source.height })}
          alt={alt}
          loading="lazy"
          decoding="async"
          onLoad={onLoad}
          onError={() => setBroken(source.src)}
        />
      )}
    </span>
  );
}
