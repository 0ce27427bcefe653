/** What stands in the cells of the items table. Plain elements: dozens are drawn for each turn of the wheel. */
import { ITEM_WARNING_LABELS } from '@docket/model/item';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Confidence } from '../../../../ui/confidence.tsx';
import { formatMoney } from '../../results/product-format.ts';
import { ItemPicture } from '../item-picture.tsx';
import type { ItemRow } from '../item-rows.ts';
import { displayValue, isPriceField, type WritableField } from '../item-values.ts';
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

/** Characters from which on a text may not fit its cell, and is shown whole while the cell has the focus. */
const LONG_TEXT = 40;

interface ValueProps {
  row: ItemRow;
  field: WritableField;
  /** Null where nothing can be edited. */
  onRevert: ((row: ItemRow, field: WritableField) => void) | null;
}

export function ValueCell({ row, field, onRevert }: ValueProps) {
  const text = displayValue(row.shown, field);
  if (text === '' && row.item.edits[field] === undefined) return <span className={classes.none}>–</span>;
  const value = (
    <span
      className={isPriceField(field) ? undefined : classes.clamped}
      title={text}
      data-long={text.length > LONG_TEXT || undefined}
    >
      {text === '' ? '–' : text}
    </span>
  );
  return <Editable row={row} field={field} onRevert={onRevert} value={value} />;
}

/** A value, marked where a person has changed it. */
function Editable({ row, field, onRevert, value }: ValueProps & { value: ReactNode }) {
  if (row.item.edits[field] === undefined) return value;
  return (
    <span className={classes.edited}>
      {value}
      {onRevert !== null && <Back row={row} field={field} onRevert={onRevert} />}
    </span>
  );
}

function State({ row }: { row: ItemRow }) {
  if (!row.item.in_order) return <span className={classes.tag}>No longer in the order</span>;
  return row.shown.excluded ? <span className={classes.tag}>Excluded</span> : null;
}

export function StyleCell({ row, onRevert }: Omit<ValueProps, 'field'>) {
  const { name, sku } = row.shown;
  const value = (
    <span className={classes.style}>
      <span className={classes.name} title={name}>
        {name}
      </span>
      <span className={classes.sku}>
        <span>{sku ?? 'no style number'}</span>
        <State row={row} />
      </span>
    </span>
  );
  return <Editable row={row} field="name" onRevert={onRevert} value={value} />;
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
        {labels.length > 1 && (
          <span className={classes.more}>
            {' '}
            and {labels.length - 1} more
            <span className="docket-hidden">: {labels.slice(1).join(', ')}</span>
          </span>
        )}
      </span>
    </span>
  );
}
