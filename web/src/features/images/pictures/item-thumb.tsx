/** The picture of an item, small, and how far it is. */
import { Button } from '@mantine/core';
import { Picture } from '../picture.tsx';
import classes from './item-thumb.module.css';
import { pictureLabel, pictureSentence } from './picture-state.ts';
import { type ItemPicture, useItemPicture } from './pictures.tsx';

/** Decoration beside the name of the item. */
export function ItemThumb({ imageId }: { imageId: string | null }) {
  const { tile } = useItemPicture(imageId);
  return (
    <span className={classes.thumb}>
      <Picture tile={tile} sizes="44px" alt="" />
    </span>
  );
}

interface StateProps {
  picture: ItemPicture;
  /** Names the button: "Retry the picture of Wood glue". */
  name: string;
  mayRetry: boolean;
  /** It stands in a grid, which is one stop for the tab key. */
  inGrid?: boolean;
}

/** How far a picture is, with the way to try again. Nothing while all is well. */
export function PictureStateLine({ picture: { state, retry }, name, mayRetry, inGrid = false }: StateProps) {
  const label = pictureLabel(state);
  if (label === null) return null;
  const wrong =
    state.kind === 'failed' || state.kind === 'not_uploaded' || (state.kind === 'gone' && state.fetchable);
  return (
    <span className={classes.state}>
      <span data-wrong={wrong || undefined} title={pictureSentence(state) ?? undefined}>
        {label}
      </span>
      {retry !== null && mayRetry && (
        <Button
          variant="default"
          size="compact-xs"
          {...(inGrid && { tabIndex: -1 })}
          aria-label={`Retry the picture of ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            retry();
          }}
        >
          Retry
        </Button>
      )}
    </span>
  );
}

/** The same for the image with this id. */
export function ItemPictureState({
  imageId,
  ...rest
}: Omit<StateProps, 'picture'> & { imageId: string | null }) {
  return <PictureStateLine picture={useItemPicture(imageId)} {...rest} />;
}
