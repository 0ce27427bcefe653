/** The columns of the results, and of what they cover. */
import type { ModelCoverage } from '@docket/model/fitment/fitment-coverage';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type ResultRow, yearsLabel } from './result-rows.ts';
import classes from './results.module.css';

/** The least width of the table in pixels, where it shows all columns. */
export const RESULTS_WIDTH = 760;

function Part({ row: { fitment }, onPart }: { row: ResultRow; onPart: (key: string) => void }) {
  const { part_number, part_key, description } = fitment;
  return (
    <span className={classes.cell}>
      <button
        type="button"
        className={classes.part}
        title={`Show only ${part_number}`}
        onClick={() => onPart(part_key)}
      >
        {part_number}
      </button>
      <span className={classes.below} title={description}>
        {description}
      </span>
    </span>
  );
}

function Vehicle({ row: { fitment, years }, narrow = false }: { row: ResultRow; narrow?: boolean }) {
  const { make, model, submodel, qualifiers } = fitment;
  const name = [make, model, submodel].filter(Boolean).join(' ');
  const limits = qualifiers.join(', ');
  return (
    <span className={classes.cell}>
      <span className={classes.name} title={name}>
        {name}
      </span>
      <span className={classes.below} title={limits}>
        {[narrow ? years : '', limits].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

const byVehicle = ({ fitment: { make, model, submodel } }: ResultRow) => `${make} ${model} ${submodel}`;

/** All columns, for wide screens. `onPart` is asked to show one part alone. */
export function resultColumns(onPart: (key: string) => void): DataColumn<ResultRow>[] {
  return [
    {
      id: 'part',
      header: 'Part',
      width: '30%',
      sortBy: ({ fitment }) => fitment.part_number,
      cell: (row) => <Part row={row} onPart={onPart} />,
    },
    { id: 'vehicle', header: 'Vehicle', sortBy: byVehicle, cell: (row) => <Vehicle row={row} /> },
    {
      id: 'years',
      header: 'Years',
      width: '120px',
      sortBy: ({ fitment }) => fitment.from,
      cell: ({ years }) => <span className={classes.years}>{years}</span>,
    },
    {
      id: 'jobs',
      header: 'From',
      width: '20%',
      hideBelow: 'md',
      sortBy: ({ jobs }) => jobs || undefined,
      cell: ({ jobs }) => (
        <span className={classes.clamped} title={jobs}>
          {jobs}
        </span>
      ),
    },
  ];
}

/** What fits on a phone. */
export function narrowResultColumns(onPart: (key: string) => void): DataColumn<ResultRow>[] {
  return [
    {
      id: 'part',
      header: 'Part',
      width: '42%',
      sortBy: ({ fitment }) => fitment.part_number,
      cell: (row) => <Part row={row} onPart={onPart} />,
    },
    { id: 'vehicle', header: 'Vehicle', sortBy: byVehicle, cell: (row) => <Vehicle row={row} narrow /> },
  ];
}

const COVERED: readonly DataColumn<ModelCoverage>[] = [
  {
    id: 'years',
    header: 'Years',
    width: '104px',
    sortBy: ({ from }) => from,
    cell: (row) => <span className={classes.years}>{yearsLabel(row)}</span>,
  },
  {
    id: 'parts',
    header: 'Parts',
    width: '76px',
    align: 'right',
    sortBy: ({ parts }) => -parts,
    cell: ({ parts }) => parts.toLocaleString('en'),
  },
];

/** How many parts each model has. */
export const COVERAGE_COLUMNS: readonly DataColumn<ModelCoverage>[] = [
  {
    id: 'make',
    header: 'Make',
    sortBy: ({ make }) => make,
    cell: ({ make }) => <span className={classes.clamped}>{make}</span>,
  },
  {
    id: 'model',
    header: 'Model',
    sortBy: ({ model }) => model,
    cell: ({ model }) => <span className={classes.clamped}>{model}</span>,
  },
  ...COVERED,
];

/** The same, for a phone. */
export const NARROW_COVERAGE_COLUMNS: readonly DataColumn<ModelCoverage>[] = [
  {
    id: 'vehicle',
    header: 'Vehicle',
    sortBy: ({ make, model }) => `${make} ${model}`,
    cell: ({ make, model }) => (
      <span className={classes.clamped}>
        {make} {model}
      </span>
    ),
  },
  ...COVERED,
];
