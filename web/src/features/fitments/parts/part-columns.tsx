/** The columns of the list of parts. */
import type { DataColumn } from '../../../ui/data-table.tsx';
import { NumberCell, type OpenPart, TextCell, TimeCell } from './part-cells.tsx';
import type { PartRow } from './part-rows.ts';

/** The least width of the table in pixels, where it shows all columns. */
export const PARTS_WIDTH = 860;

/** All columns, for wide screens. */
export function partColumns(open: OpenPart, inGrid: boolean): DataColumn<PartRow>[] {
  return [
    {
      id: 'number',
      header: 'Part number',
      width: '170px',
      sortBy: ({ part }) => part.part_number,
      cell: (row) => <NumberCell row={row} open={open} narrow={false} inGrid={inGrid} />,
    },
    {
      id: 'description',
      header: 'Description',
      sortBy: ({ part }) => part.description || undefined,
      cell: ({ part }) => <TextCell text={part.description} />,
    },
    {
      id: 'further',
      header: 'Further text',
      hideBelow: 'md',
      sortBy: ({ further }) => further || undefined,
      cell: ({ further }) => <TextCell text={further} />,
    },
    {
      id: 'vehicles',
      header: 'What columns say',
      width: '210px',
      sortBy: ({ vehicles }) => vehicles || undefined,
      cell: ({ vehicles }) => <TextCell text={vehicles} />,
    },
    {
      id: 'updated',
      header: 'Last change',
      width: '150px',
      sortBy: ({ part }) => -part.updated_at.getTime(),
      cell: ({ part }) => <TimeCell at={part.updated_at} />,
    },
  ];
}

/** What fits on a phone; a tap on a row shows the rest. */
export function narrowPartColumns(open: OpenPart, inGrid: boolean): DataColumn<PartRow>[] {
  return [
    {
      id: 'number',
      header: 'Part',
      sortBy: ({ part }) => part.part_number,
      cell: (row) => <NumberCell row={row} open={open} narrow inGrid={inGrid} />,
    },
  ];
}
