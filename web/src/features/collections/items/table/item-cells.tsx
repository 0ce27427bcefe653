/** What stands in the cells of the items table. Plain elements: dozens are drawn for each turn of the wheel. */
import { ITEM_WARNING_LABELS } from '@docket/model/item';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { Confidence } from '../../../../ui/confidence.tsx';
import { formatMoney } from '../../results/product-format.ts';
import { ItemPicture } from '../item-picture.tsx';
import type { ItemRow } from '../item-rows.ts';
import { displayValue, type WritableField } from '../item-values.ts';
import { itemTitle } from '../item-words.ts';
import classes from './items-grid.module.css';

/** The way back to what was generated; the keyboard has Delete. */
function Back({
  row,
  field,
  onRevert,
}: {
  row: ItemRow;
  field: WritableField;
  onRevert: (row: ItemRow, field: WritableField) => void;
}) {
  if (row.item.edits[field] === undefined) return null;
  const generated = displayValue(row.generated, field);
  const label = `Edited. Back to ${generated === '' ? 'nothing' : `“${generated}”`}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.back}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onRevert(row, field);
      }}
    >
      <IconArrowBackUp size={13} stroke={2} aria-hidden />
    </button>
  );
}

interface ValueProps {
  row: ItemRow;
  field: WritableField;
  /** Null where nothing can be edited. */
  onRevert: ((row: ItemRow, field: WritableField) => void) | null;
}

export function ValueCell({ row, field, onRevert }: ValueProps) {
  const text = displayValue(row.shown, field);
  return (
    <span className={classes.value} data-edited={row.item.edits[field] !== undefined || undefined}>
      <span className={classes.clamped} title={text}>
        {text === '' ? <span className={classes.none}>–</span> : text}
      </span>
      {onRevert !== null && <Back row={row} field={field} onRevert={onRevert} />}
    </span>
  );
}

function State({ row }: { row: ItemRow }) {
  if (!row.item.in_order) return <span className={classes.tag}>No longer in the order</span>;
  return row.shown.excluded ? <span className={classes.tag}>Excluded</span> : null;
}

export function StyleCell({ row, onRevert }: Omit<ValueProps, 'field'>) {
  return (
    <span className={classes.value} data-edited={row.item.edits.name !== undefined || undefined}>
      <span className={classes.style}>
        <span className={classes.name} title={row.shown.name}>
          {row.shown.name}
        </span>
        <span className={classes.sku}>
          <span>{row.shown.sku ?? 'no style number'}</span>
          <State row={row} />
        </span>
      </span>
      {onRevert !== null && <Back row={row} field="name" onRevert={onRevert} />}
    </span>
  );
}

export function PictureCell({ row, onOpen }: { row: ItemRow; onOpen: (row: ItemRow) => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.picture}
      aria-label={`Details of ${itemTitle(row.shown)}`}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(row);
      }}
    >
      <ItemPicture image={row.shown.image} size={44} />
    </button>
  );
}

/** An item's amount in its currency; empty without a price. */
export function amountText({ amount, shown }: ItemRow): string {
  return amount === null ? '' : formatMoney(amount / 100, shown.currency);
}

export function AmountCell({ row }: { row: ItemRow }) {
  return row.amount === null ? <span className={classes.none}>–</span> : amountText(row);
}

/** Money with the pieces below. */
export function NarrowFigures({ pieces, money }: { pieces: number; money: string }) {
  return (
    <span className={classes.figures}>
      <span>{money === '' ? '–' : money}</span>
      <span className={classes.pieces}>
        {pieces.toLocaleString('en')} {pieces === 1 ? 'piece' : 'pieces'}
      </span>
    </span>
  );
}

/** Name, colour and number one below the other, with what deserves a look. */
export function NarrowStyleCell({ row }: { row: ItemRow }) {
  const { name, sku, color, warnings } = row.shown;
  return (
    <span className={`${classes.style} ${classes.narrow}`}>
      <span className={classes.name}>{name}</span>
      <span className={classes.sku}>
        <span>{[color, sku].filter((part) => part !== null).join(' · ')}</span>
        <State row={row} />
        {warnings.length > 0 && (
          <span
            className={classes.warning}
            title={warnings.map((key) => ITEM_WARNING_LABELS[key]).join('\n')}
          >
            <IconAlertTriangle size={14} aria-label="Worth a second look" />
          </span>
        )}
      </span>
    </span>
  );
}

export function MatchCell({ row }: { row: ItemRow }) {
  const { product } = row.shown;
  if (product === null)
    return (
      <span className={classes.warning}>
        <IconAlertTriangle size={14} aria-hidden />
        Not in the linesheet
      </span>
    );
  return (
    <span className={classes.match} title={product.reason}>
      <Confidence value={product.confidence} label />
      <span className={classes.sku}>{product.sku ?? product.name}</span>
    </span>
  );
}

export function WarningsCell({ row }: { row: ItemRow }) {
  const labels = row.shown.warnings
    .filter((warning) => warning !== 'not_in_linesheet')
    .map((warning) => ITEM_WARNING_LABELS[warning]);
  if (labels.length === 0) return null;
  return (
    <span className={classes.warning} title={labels.join('\n')}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>
        {labels[0]}
        {labels.length > 1 && <span className={classes.more}> and {labels.length - 1} more</span>}
      </span>
    </span>
  );
}
