/** The columns of the vehicle table. */
import { Fragment } from 'react';
import type { DataColumn } from '../../../ui/data-table.tsx';
import type { VehicleRow } from './vehicle-rows.ts';
import classes from './vehicles.module.css';

/** The least width of the table in pixels, where it shows all columns. */
export const VEHICLES_WIDTH = 760;

const make: DataColumn<VehicleRow> = {
  id: 'make',
  header: 'Make',
  width: '150px',
  sortBy: ({ model }) => model.make,
  cell: ({ model }) => <span className={classes.clamped}>{model.make}</span>,
};

const years: DataColumn<VehicleRow> = {
  id: 'years',
  header: 'Years',
  width: '170px',
  sortBy: ({ model }) => model.years[0]?.from,
  cell: ({ years: ranges }) => (
    <span className={classes.years} title={ranges.join(', ')}>
      {ranges.map((range, index) => (
        <Fragment key={range}>
          <span className={classes.range}>
            {range}
            {index + 1 < ranges.length && ','}
          </span>{' '}
        </Fragment>
      ))}
    </span>
  ),
};

const list = (
  id: string,
  header: string,
  of: (row: VehicleRow) => readonly string[],
): DataColumn<VehicleRow> => ({
  id,
  header,
  hideBelow: 'md',
  cell: (row) => {
    const text = of(row).join(', ');
    return (
      <span className={classes.clamped} title={text}>
        {text}
      </span>
    );
  },
});

/** All columns, for wide screens. */
export const VEHICLE_COLUMNS: readonly DataColumn<VehicleRow>[] = [
  make,
  {
    id: 'model',
    header: 'Model',
    width: '200px',
    sortBy: ({ model }) => model.model,
    cell: ({ model }) => <span className={classes.model}>{model.model}</span>,
  },
  years,
  list('aliases', 'Also called', ({ model }) => model.aliases),
  list('trims', 'Trims', ({ model }) => model.trims),
  { ...list('regions', 'Regions', ({ model }) => model.regions), width: '92px' },
];

/** What fits on a phone. */
export const NARROW_VEHICLE_COLUMNS: readonly DataColumn<VehicleRow>[] = [
  {
    id: 'vehicle',
    header: 'Vehicle',
    sortBy: ({ model }) => `${model.make} ${model.model}`,
    cell: ({ model }) => {
      const below = [...model.aliases, ...model.trims].join(', ');
      return (
        <span className={classes.cell}>
          <span className={classes.model}>
            {model.make} {model.model}
          </span>
          <span className={classes.below}>{below}</span>
        </span>
      );
    },
  },
  { ...years, width: '112px' },
];
