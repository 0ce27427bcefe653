/** What the texts of a part claim of vehicles, before it is compared with the years of the vehicle table. */
import type { ExceptionDraft } from '@docket/model/fitment/fitment';
import type { VehicleModel } from '@docket/model/fitment/vehicle';

/** What makes a claim less certain than one that is written out in full. */
export const DOUBTS = [
  'make_carried',
  'make_implied',
  'make_listed',
  'make_misspelt',
  'model_misspelt',
  'ordinary_name',
  'years_short',
  'years_single_short',
  'years_carried',
  'years_elsewhere',
  'years_reversed',
  'all_models',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Years as a text says them. `from` or `to` is null where the text leaves them open. */
export interface ClaimedYears {
  from: number | null;
  to: number | null;
}

/** One vehicle that a text claims to be fitted. */
export interface VehicleClaim {
  /** The vehicles that the name can mean, the likeliest first; the years decide between them. */
  models: readonly VehicleModel[];
  /** The model as the text has it, with its make where that stands beside it. */
  words: string;
  /** The years as the text has them; '' for all years. */
  year_words: string;
  years: readonly ClaimedYears[];
  /** Trims that it is limited to; none when all are meant. */
  submodels: readonly string[];
  qualifiers: readonly string[];
  doubts: ReadonlySet<Doubt>;
}

/** What a text says is not fitted. */
export interface Exclusion {
  /** As it stands there, such as "exc. ZL1". */
  words: string;
  /** The models it takes out altogether, or in these years. */
  models: readonly VehicleModel[];
  /** The years that it takes out; none for all of them. */
  years: readonly ClaimedYears[];
  /** False when it names trims, bodies or words only, which takes no model and no year out. */
  is_whole: boolean;
}

export interface Claims {
  vehicles: readonly VehicleClaim[];
  exclusions: readonly Exclusion[];
  /** What could not be told, such as a make without a model. */
  exceptions: readonly ExceptionDraft[];
}
