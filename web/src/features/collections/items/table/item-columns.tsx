/** The columns of the items table. */
import type { ItemEdits } from '@docket/model/item';
import type { DataColumn } from '../../../../ui/data-table.tsx';
import { formatMoney } from '../../results/product-format.ts';
import type { ItemRow } from '../item-rows.ts';
import type { Totals } from '../item-totals.ts';
import { FIELD_LABELS, isPriceField, type WritableField } from '../item-values.ts';
import { CellEditor } from './cell-editor.tsx';
import {
  AmountCell,
  amountText,
  MatchCell,
  NarrowFigures,
  NarrowStyleCell,
  PictureCell,
  StyleCell,
  ValueCell,
  WarningsCell,
} from './item-cells.tsx';

/** What cells can do. The object is the same as long as the table is. */
export interface CellActions {
  open: (row: ItemRow) => void;
  edit: (row: ItemRow, edits: ItemEdits) => void;
  revert: (row: ItemRow, field: WritableField) => void;
}

interface Options {
  actions: CellActions;
  /** Whether cells can be written into. */
  editable: boolean;
  /** The categories that there are. */
  categories: readonly string[];
  totals: Totals;
}

/** A sum of money for each currency. */
export function moneyTotal({ amounts }: Totals): string {
  return amounts.map(({ currency, cents }) => formatMoney(cents / 100, currency)).join(' + ');
}

const widths: Partial<Record<WritableField, string>> = {
  category: '112px',
  color: '100px',
  sizes: '190px',
  unit_price: '92px',
  wholesale_price: '96px',
  msrp: '92px',
};

function sortValue({ shown }: ItemRow, field: WritableField): string | number | undefined {
  const value = field === 'sizes' ? shown.quantity : shown[field];
  return value ?? undefined;
}

/** The least width of the table in pixels, where it shows all columns. */
export const ITEMS_WIDTH = 1460;

/** All columns, for wide screens. */
export function itemColumns({ actions, editable, categories, totals }: Options): DataColumn<ItemRow>[] {
  const onRevert = editable ? actions.revert : null;
  const editing = (field: WritableField): Partial<DataColumn<ItemRow>> =>
    editable
      ? {
          editor: (row, session) => (
            <CellEditor
              row={row}
              field={field}
              choices={field === 'category' ? categories : undefined}
              onEdit={actions.edit}
              session={session}
            />
          ),
          onClear: (row) => actions.revert(row, field),
        }
      : {};
  const value = (field: WritableField): DataColumn<ItemRow> => ({
    id: field,
    header: FIELD_LABELS[field],
    ...(widths[field] === undefined ? {} : { width: widths[field] }),
    ...(isPriceField(field) ? { align: 'right' } : {}),
    ...(field === 'sizes' ? {} : { sortBy: (row) => sortValue(row, field) }),
    cell: (row) => <ValueCell row={row} field={field} onRevert={onRevert} />,
    ...editing(field),
  });
  return [
    {
      id: 'picture',
      header: 'Picture',
      width: '66px',
      pinnedAt: 40,
      cell: (row) => <PictureCell row={row} onOpen={actions.open} />,
    },
    {
      id: 'name',
      header: 'Style',
      pinnedAt: 106,
      sortBy: ({ shown }) => shown.name,
      cell: (row) => <StyleCell row={row} onRevert={onRevert} />,
      footer: totals.items === 1 ? '1 item' : `${totals.items.toLocaleString('en')} items`,
      ...editing('name'),
    },
    value('category'),
    value('color'),
    value('sizes'),
    {
      id: 'quantity',
      header: 'Pieces',
      width: '76px',
      align: 'right',
      sortBy: ({ shown }) => shown.quantity,
      cell: ({ shown }) => shown.quantity.toLocaleString('en'),
      footer: totals.pieces.toLocaleString('en'),
    },
    value('unit_price'),
    {
      id: 'amount',
      header: 'Amount',
      width: '108px',
      align: 'right',
      sortBy: ({ amount }) => amount ?? undefined,
      cell: (row) => <AmountCell row={row} />,
      footer: moneyTotal(totals),
    },
    {
      id: 'match',
      header: 'Match',
      width: '136px',
      sortBy: ({ shown }) => shown.product?.confidence ?? 0,
      cell: (row) => <MatchCell row={row} />,
    },
    {
      id: 'warnings',
      header: 'Second look',
      width: '164px',
      sortBy: ({ shown }) => -shown.warnings.length,
      cell: (row) => <WarningsCell row={row} />,
    },
    value('wholesale_price'),
    value('msrp'),
  ];
}

/** What fits on a phone; a tap on a row shows the rest. */
export function narrowItemColumns({
  actions,
  totals,
}: Pick<Options, 'actions' | 'totals'>): DataColumn<ItemRow>[] {
  return [
    {
      id: 'picture',
      header: 'Picture',
      width: '60px',
      cell: (row) => <PictureCell row={row} onOpen={actions.open} />,
    },
    {
      id: 'name',
      header: 'Style',
      sortBy: ({ shown }) => shown.name,
      cell: (row) => <NarrowStyleCell row={row} />,
      footer: totals.items === 1 ? '1 item' : `${totals.items.toLocaleString('en')} items`,
    },
    {
      id: 'amount',
      header: 'Amount',
      width: '98px',
      align: 'right',
      sortBy: ({ amount }) => amount ?? undefined,
      cell: (row) => <NarrowFigures pieces={row.shown.quantity} money={amountText(row)} />,
      footer: <NarrowFigures pieces={totals.pieces} money={moneyTotal(totals)} />,
    },
  ];
}
