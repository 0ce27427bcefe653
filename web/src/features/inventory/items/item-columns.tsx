/** The columns of the list of items. */
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type CellPorts, NameCell, PictureCell, QuantityCell, TextCell, TimeCell } from './item-cells.tsx';
import type { InventoryRow } from './item-rows.ts';
import classes from './items.module.css';

/** The least width of the table in pixels, where it shows all columns. */
export const ITEMS_WIDTH = 860;

const picture: DataColumn<InventoryRow> = {
  id: 'picture',
  header: 'Picture',
  width: '66px',
  cell: (row) => <PictureCell row={row} />,
};

const name = (ports: CellPorts, narrow: boolean): DataColumn<InventoryRow> => ({
  id: 'name',
  header: 'Name',
  sortBy: ({ item }) => item.name,
  cell: (row) => <NameCell row={row} ports={ports} narrow={narrow} />,
});

const quantity = (width: string): DataColumn<InventoryRow> => ({
  id: 'quantity',
  header: 'In stock',
  width,
  align: 'right',
  sortBy: ({ item }) => item.quantity,
  cell: (row) => <QuantityCell row={row} />,
});

/** All columns, for wide screens. */
export function itemColumns(ports: CellPorts): DataColumn<InventoryRow>[] {
  return [
    picture,
    name(ports, false),
    {
      id: 'sku',
      header: 'SKU',
      width: '140px',
      sortBy: ({ item }) => item.sku,
      cell: ({ item }) => <span className={classes.sku}>{item.sku}</span>,
    },
    {
      id: 'category',
      header: 'Category',
      width: '130px',
      hideBelow: 'md',
      sortBy: ({ item }) => item.category || undefined,
      cell: ({ item }) => <TextCell text={item.category} />,
    },
    {
      id: 'location',
      header: 'Location',
      width: '140px',
      sortBy: ({ place }) => place || undefined,
      cell: ({ place }) => <TextCell text={place} />,
    },
    quantity('112px'),
    {
      id: 'updated',
      header: 'Updated',
      width: '150px',
      sortBy: ({ item }) => -item.updated_at.getTime(),
      cell: ({ item }) => <TimeCell at={item.updated_at} />,
    },
  ];
}

/** What fits on a phone; a tap on a row shows the rest. */
export function narrowItemColumns(ports: CellPorts): DataColumn<InventoryRow>[] {
  return [{ ...picture, width: '62px' }, name(ports, true), quantity('74px')];
}
