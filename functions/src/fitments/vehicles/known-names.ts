/** What makes and models are called elsewhere, for tables that say nothing but their names. Pure. */
import type { VehicleModel, VehicleTable } from '@docket/model/fitment/vehicle';
import { vehicleKey, vehicleModelKey } from './vehicle-words.ts';

export interface KnownNames {
  /** Other names of the make that has this name or alias. */
  ofMake(name: string): readonly string[];
  /** Other names of a model of the same name. */
  ofModel(model: VehicleModel): readonly string[];
  /** Trims of a model of the same name. */
  trimsOf(model: VehicleModel): readonly string[];
}

/** The names that a table knows, whatever their case, accents, punctuation and spacing. */
export function knownNames(table: VehicleTable): KnownNames {
  const makes = new Map<string, { name: string; aliases: readonly string[] }>();
  for (const make of table.makes) for (const alias of make.aliases) makes.set(vehicleKey(alias), make);
  for (const make of table.makes) makes.set(vehicleKey(make.name), make);
  const models = new Map(table.models.map((model) => [vehicleModelKey(model.make, model.model), model]));
  const sameModel = ({ make, model }: VehicleModel) =>
    models.get(vehicleModelKey(makes.get(vehicleKey(make))?.name ?? make, model));
  return {
    ofMake: (name) => {
      const make = makes.get(vehicleKey(name));
      return make === undefined ? [] : [make.name, ...make.aliases];
    },
    ofModel: (model) => sameModel(model)?.aliases ?? [],
    trimsOf: (model) => sameModel(model)?.trims ?? [],
  };
}
