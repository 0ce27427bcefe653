/** What stands in the cells of the list of items. Plain elements: dozens are drawn for each turn of the wheel. */
import { Badge } from '@mantine/core';
import { useStore } from 'zustand';
import { when } from '../../collections/history/history-words.ts';
import type { InventoryRow } from './item-rows.ts';
import { ItemThumb, PictureStateLine } from '../../images/pictures/item-thumb.tsx';
import { useItemPicture } from '../../images/pictures/pictures.tsx';
import classes from './items.module.css';
import type { SaveStates } from './save-states.ts';

/** What cells need of the page. The object is the same as long as the table is. */
export interface CellPorts {
  open: (row: InventoryRow) => void;
  mayEdit: boolean;
  saves: SaveStates;
}

interface Props {
  row: InventoryRow;
  ports: CellPorts;
}

function SaveNote({ id, saves }: { id: string; saves: SaveStates }) {
  const state = useStore(saves.states, (states) => states.get(id));
  if (state === undefined) return null;
  return (
    <output className={classes.saved} data-state={state}>
      {state === 'saving' ? 'Saving…' : 'Saved'}
    </output>
  );
}

/** Just after saving an image that is not there is about to come. */
function PictureNote({ row: { id, item }, ports }: Props) {
  const picture = useItemPicture(item.image_id, item.image_url);
  const isFresh = useStore(ports.saves.states, (states) => states.has(id));
  if (isFresh && picture.state.kind === 'gone') return null;
  return <PictureStateLine picture={picture} name={item.name} mayRetry={ports.mayEdit} inGrid />;
}

export function PictureCell({ row }: { row: InventoryRow }) {
  return <ItemThumb imageId={row.item.image_id} />;
}

/** The name, with what is going on below it. On narrow screens also what the other columns would say. */
export function NameCell({ row, ports, narrow }: Props & { narrow: boolean }) {
  const { name, sku } = row.item;
  return (
    <span className={classes.name} data-narrow={narrow || undefined}>
      <button
        type="button"
        tabIndex={-1}
        className={`${classes.open} ${classes.title}`}
        title={name}
        onClick={(event) => {
          event.stopPropagation();
          ports.open(row);
        }}
      >
        {name}
      </button>
      <span className={classes.below}>
        {narrow && <span className={classes.place}>{[sku, row.place].filter(Boolean).join(' · ')}</span>}
        <SaveNote id={row.id} saves={ports.saves} />
        <PictureNote row={row} ports={ports} />
      </span>
    </span>
  );
}

export function TextCell({ text }: { text: string }) {
  if (text === '') return <span className={classes.none}>–</span>;
  return (
    <span className={classes.clamped} title={text}>
      {text}
    </span>
  );
}

export function QuantityCell({ row: { item, low } }: { row: InventoryRow }) {
  return (
    <span className={classes.quantity}>
      {low && (
        <Badge
          color="yellow"
          size="sm"
          title={`Reorder level: ${(item.reorder_level ?? 0).toLocaleString('en')}`}
        >
          Low
        </Badge>
      )}
      {item.quantity.toLocaleString('en')}
    </span>
  );
}

export function TimeCell({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{when(at)}</time>;
}
