/** What is shown of one photo of a listing: its picture at its best, how far it is, and what is wrong with it. */
import { Button } from '@mantine/core';
import { Picture } from '../../images/picture.tsx';
import { tileLook } from '../../images/tile-state.ts';
import { pictureSentence, type PictureState } from '../../images/pictures/picture-state.ts';
import { useItemPicture } from '../../images/pictures/pictures.tsx';
import { StateBadge } from '../../../ui/status-badge.tsx';
import type { StatusLook } from '../../../ui/status.ts';
import type { PhotoFault } from './photo-issues.ts';
import classes from './photos.module.css';

/** Making thumbnails is of no interest where a preview is seen: only what is on its way, or wrong, is told. */
function lookOf(state: PictureState): StatusLook | null {
  switch (state.kind) {
    case 'unknown':
    case 'none':
    case 'ready':
    case 'queued':
    case 'fetching':
    case 'processing':
    case 'thumbnails_ready':
      return null;
    // The bar below it says what it is of.
    case 'uploading':
      return { label: `${state.percent}%`, color: 'blue', live: false };
    case 'gone':
      return { label: 'Deleted', color: 'red', live: false };
    case 'checking':
    case 'waiting':
    case 'upload_paused':
    case 'saving':
    case 'not_uploaded':
    case 'paused':
    case 'held':
    case 'waiting_host':
    case 'failed':
    case 'cancelled':
      return tileLook(state);
  }
}

const percentOf = (state: PictureState) =>
  state.kind === 'uploading' || state.kind === 'upload_paused' ? state.percent : null;

const faultLook = (label: string): StatusLook => ({ label, color: 'yellow', live: false });

export function StoredPicture({ imageId }: { imageId: string }) {
  const { tile, state } = useItemPicture(imageId);
  const percent = percentOf(state);
  return (
    <>
      <Picture tile={tile} sizes="200px" alt="" />
      {percent !== null && (
        <span className={classes.bar}>
          <span style={{ width: `${percent}%` }} />
          <span className="docket-hidden">Uploading</span>
        </span>
      )}
    </>
  );
}

export function PhotoBadges({ imageId, faults }: { imageId: string; faults: readonly PhotoFault[] }) {
  const look = lookOf(useItemPicture(imageId).state);
  const looks = [...(look === null ? [] : [look]), ...faults.map(({ label }) => faultLook(label))];
  return looks.map((one) => (
    <span key={one.label} className={classes.badge}>
      <StateBadge look={one} />
    </span>
  ));
}

const wrongSentence = (state: PictureState) =>
  state.kind === 'gone'
    ? 'This image was deleted from the library. Remove it here as well.'
    : pictureSentence(state);

/** Why a photo is as it is, with the way to try again. */
export function PhotoNote({
  imageId,
  number,
  mayRetry,
}: {
  imageId: string;
  number: number;
  mayRetry: boolean;
}) {
  const { state, retry } = useItemPicture(imageId);
  const wrong = state.kind === 'gone' || state.kind === 'failed' || state.kind === 'not_uploaded';
  const offered = mayRetry ? retry : null;
  if (!wrong && offered === null) return null;
  return (
    <div role="alert">
      {wrong && <p className={classes.note}>{wrongSentence(state)}</p>}
      {offered !== null && (
        <Button size="compact-xs" variant="default" aria-label={`Retry photo ${number}`} onClick={offered}>
          Retry
        </Button>
      )}
    </div>
  );
}
