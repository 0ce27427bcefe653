/**
 * One image in the gallery: its picture, where it stands, and what can be done about that. Plain elements where they do:
 * dozens are drawn at once while somebody scrolls.
 */
import { formatBytes } from '@docket/model/limits';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { memo, type MouseEvent } from 'react';
import { Link } from 'react-router';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import type { ImageUpload } from '../../../data/uploads/images/image-uploads.ts';
import { StateBadge } from '../../../ui/status-badge.tsx';
import { factsLine } from '../image-words.ts';
import { Picture } from '../picture.tsx';
import { tileLook, tileSentence } from '../tile-state.ts';
import type { Tile } from '../tiles.ts';
import classes from './image-tile.module.css';

/** What a tile tells the gallery. The object is the same as long as the gallery is. */
export interface TileActions {
  /** `range`: together with all tiles since the last one. */
  toggle: (index: number, range: boolean) => void;
  focus: (index: number) => void;
  retry: (tile: Tile) => void;
}

interface Props {
  tile: Tile;
  index: number;
  column: number;
  /** Where it leads; null for what is not an image yet. */
  to: string | null;
  /** Pixels. */
  width: number;
  /** Whether the tab key leads to it, and from it to its buttons. */
  focusable: boolean;
  selected: boolean;
  /** Whether images can be selected and changed. */
  editable: boolean;
  actions: TileActions;
}

/** Pausing and ending an upload. `reachable`: the tab key leads to it. */
function UploadControls({ upload, reachable }: { upload: ImageUpload; reachable: boolean }) {
  const { uploads, previews } = useImageWork();
  const { id, fileName, state } = upload;
  const tabIndex = reachable ? 0 : -1;
  return (
    <span className={classes.controls}>
      {state.phase === 'uploading' && (
        <ActionIcon
          variant="default"
          tabIndex={tabIndex}
          aria-label={`Pause ${fileName}`}
          onClick={() => uploads.pause(id)}
        >
          <IconPlayerPause size={15} stroke={1.8} />
        </ActionIcon>
      )}
      {state.phase === 'paused' && (
        <ActionIcon
          variant="default"
          tabIndex={tabIndex}
          aria-label={`Resume ${fileName}`}
          onClick={() => uploads.resume(id)}
        >
          <IconPlayerPlay size={15} stroke={1.8} />
        </ActionIcon>
      )}
      {state.phase !== 'saving' && (
        <ActionIcon
          variant="default"
          tabIndex={tabIndex}
          aria-label={`Cancel ${fileName}`}
          onClick={() => {
            uploads.dismiss(id);
            previews.forget(id);
          }}
        >
          <IconX size={15} stroke={1.8} />
        </ActionIcon>
      )}
    </span>
  );
}

/** Below the name: what is wrong, else the facts. */
function detail({ state, image, upload }: Tile): string {
  const sentence = state.kind === 'thumbnails_ready' ? null : tileSentence(state);
  if (sentence !== null) return sentence;
  if (image !== null) return factsLine(image.data);
  return upload === null ? '' : formatBytes(upload.size);
}

function PlainTile(props: Props) {
  const { tile, index, column, to, width, focusable, selected, editable, actions } = props;
  const { name, state, image, upload } = tile;
  const look = tileLook(state);
  const retryable = editable && ['failed', 'cancelled', 'not_uploaded'].includes(state.kind);
  const failed = state.kind === 'failed' || state.kind === 'not_uploaded';

  const click = (event: MouseEvent) => {
    if (!editable || image === null || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    actions.toggle(index, event.shiftKey);
  };
  const content = (
    <>
      <Picture tile={tile} sizes={`${Math.round(width)}px`} alt="" />
      <span className={classes.name}>{name}</span>
    </>
  );
  return (
    <td
      aria-colindex={column + 1}
      aria-selected={image === null ? undefined : selected}
      tabIndex={focusable ? 0 : -1}
      data-tile={index}
      className={classes.root}
      style={{ width }}
      data-selected={selected || undefined}
      onFocus={() => actions.focus(index)}
    >
      {to === null ? (
        <div className={classes.link}>{content}</div>
      ) : (
        <Link to={to} className={classes.link} tabIndex={-1} onClick={click} title={name}>
          {content}
        </Link>
      )}
      <span className={classes.detail} title={detail(tile)} data-failed={failed || undefined}>
        {detail(tile)}
      </span>
      {editable && image !== null && (
        <label className={classes.checkbox}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            readOnly
            aria-label={`Select ${name}`}
            onClick={(event) => actions.toggle(index, event.shiftKey)}
          />
        </label>
      )}
      {look !== null && (
        <span className={classes.badge}>
          <StateBadge look={look} />
        </span>
      )}
      {state.kind === 'uploading' && (
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${state.percent}%` }} />
        </span>
      )}
      {upload !== null && <UploadControls upload={upload} reachable={focusable} />}
      {retryable && (
        <Button
          size="compact-xs"
          variant="default"
          className={classes.retry}
          tabIndex={focusable ? 0 : -1}
          aria-label={`Retry ${name}`}
          onClick={() => actions.retry(tile)}
        >
          Retry
        </Button>
      )}
    </td>
  );
}

export const ImageTile = memo(PlainTile);
