/** What a text consists of: years, names, and the words and signs between them. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { ModelName } from './name-types.ts';
import type { YearStatement } from './years.ts';

/** The tokens it takes, the end excluded. */
interface Place {
  start: number;
  end: number;
}

export type ModelItem = Place & Omit<ModelName, 'end'>;
export type YearsItem = Place & { kind: 'years'; statements: readonly YearStatement[] };

export type Item =
  | YearsItem
  | ModelItem
  | (Place & { kind: 'make'; make: string; is_misspelt: boolean })
  /** A model that is none of the make right before it. */
  | (Place & { kind: 'foreign'; models: readonly VehicleModel[] })
  /** Right after a make: no model of it, and no word of descriptions. */
  | (Place & { kind: 'unknown_model'; make: string })
  /** A make that the table does not know, with the word after it. */
  | (Place & { kind: 'unknown_make' })
  | (Place & { kind: 'trim'; trim: string })
  | (Place & { kind: 'qualifier' })
  /** What follows is not fitted; `is_weak` when only a year, model, trim or qualifier can follow. */
  | (Place & { kind: 'exclude'; is_weak: boolean })
  | (Place & { kind: 'all_models' | 'all_years' })
  /** Between the things of one list. */
  | (Place & { kind: 'join' })
  /** The end of a statement: ";" and the like. */
  | (Place & { kind: 'break' })
  | (Place & { kind: 'open' | 'close' })
  | (Place & { kind: 'word' });
