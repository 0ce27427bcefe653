/** Merged fitments as a CSV file. Pure. */
import { rowsToCsv } from '../export/csv.ts';
import type { TableCell } from '../item-table.ts';
import type { MergedFitment } from './merge-fitments.ts';

/** `ranges`: a row for each part, vehicle and range of years. `years`: one for each year of it. */
export type FitmentCsvRows = 'ranges' | 'years';

const VEHICLE = ['Part number', 'Description', 'Make', 'Model', 'Submodel', 'Limited to'];

/** The file, in the order given. No cell starts a formula. */
export function fitmentsToCsv(fitments: readonly MergedFitment[], rows: FitmentCsvRows): string {
  switch (rows) {
    case 'ranges':
      return rowsToCsv([
        [...VEHICLE, 'First year', 'Last year'],
        ...fitments.map((one) => [...vehicleCells(one), one.from, one.to]),
      ]);
    case 'years':
      return rowsToCsv([
        [...VEHICLE, 'Year'],
        ...fitments.flatMap((one) => {
          const cells = vehicleCells(one);
          return Array.from({ length: one.to - one.from + 1 }, (_, later) => [...cells, one.from + later]);
        }),
      ]);
  }
}

function vehicleCells(fitment: MergedFitment): TableCell[] {
  const { part_number, description, make, model, submodel, qualifiers } = fitment;
  return [part_number, description, make, model, submodel, qualifiers.join('; ')];
}
