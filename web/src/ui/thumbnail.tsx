/** A product's picture on a quiet ground; a drawn placeholder where there is none or it cannot be loaded. */
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './thumbnail.module.css';

interface Props {
  /** Null where there is no picture. */
  src: string | null;
  /** Empty for a picture beside its own name. */
  alt: string;
  /** Edge in pixels; without it the thumbnail fills its parent's width. */
  size?: number;
  /** Whether the picture may lose its margins to fill the square. Otherwise it is shown whole. */
  fill?: boolean;
}

export function Thumbnail({ src, alt, size, fill = false }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = size === undefined ? undefined : { width: size, height: size };
  return (
    <span className={classes.root} style={style} data-small={(size !== undefined && size < 80) || undefined}>
      {src === null || broken === src ? (
        <IconPhotoOff
          className={classes.missing}
          stroke={1.4}
          aria-label={alt === '' ? undefined : 'No picture'}
        />
      ) : (
        <img
          className={classes.image}
          data-fill={fill || undefined}
          src={src}
          alt={alt}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(src)}
        />
      )}
    </span>
  );
}
