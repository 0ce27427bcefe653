import type { VehicleTable } from '@docket/model/fitment/vehicle';
import { VehicleTableBuilder } from './vehicle-table-builder.ts';

/**
 * What both tables know. A make or model of both has the name that `base` gives it, the years, regions, aliases and trims
 * of both; a make of `extra` that `base` knows by an alias is that make.
 */
export function mergeTables(base: VehicleTable, extra: VehicleTable): VehicleTable {
  const builder = new VehicleTableBuilder();
  for (const { makes, models } of [base, extra]) {
    for (const { name, aliases } of makes) builder.addMake(name, aliases);
    for (const model of models) builder.add({ ...model, makeAliases: [] });
  }
  return builder.table(Math.max(base.last_year, extra.last_year)) ?? base;
}
