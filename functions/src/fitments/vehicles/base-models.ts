/** The base models of a table, whose models may be cabs and bodies. Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import { baseModelNames } from './base-model-names.ts';
import { vehicleModelKey } from './vehicle-words.ts';
import { joinYears } from '@docket/model/fitment/year-ranges';

export interface WithBaseModels {
  models: readonly VehicleModel[];
  /** The table's rows of each base model. */
  variants: ReadonlyMap<VehicleModel, readonly VehicleModel[]>;
}

/** The models, and those that some are cabs or bodies of. A base model has the years of all of them. */
export function withBaseModels(models: readonly VehicleModel[]): WithBaseModels {
  const bases = new Map<string, { make: string; model: string; of: VehicleModel[] }>();
  for (const model of models) {
    for (const name of baseModelNames(model.model)) {
      const key = vehicleModelKey(model.make, name);
      const base = bases.get(key);
      if (base === undefined) bases.set(key, { make: model.make, model: name, of: [model] });
      else if (!base.of.includes(model)) base.of.push(model);
    }
  }
  const variants = new Map<VehicleModel, readonly VehicleModel[]>();
  const all = models.map((model) => {
    const key = vehicleModelKey(model.make, model.model);
    const base = bases.get(key);
    if (base === undefined) return model;
    bases.delete(key);
    const widened = { ...model, years: joinYears([model, ...base.of].flatMap(({ years }) => years)) };
    variants.set(widened, base.of);
    return widened;
  });
  for (const { make, model, of } of bases.values()) {
    const base = {
      make,
      model,
      years: joinYears(of.flatMap(({ years }) => years)),
      regions: [...new Set(of.flatMap(({ regions }) => regions))],
      aliases: [],
      trims: [...new Set(of.flatMap(({ trims }) => trims))],
    };
    variants.set(base, of);
    all.push(base);
  }
  return { models: all, variants };
}
