/** What is found where a name begins. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { Doubt } from '../claims.ts';

/** What stands before a name. */
export interface NameContext {
  /** The make that was named last. */
  make: string | null;
  /** Nothing but joining words, years and qualifiers since the last make or model. */
  is_near: boolean;
  /** The make stands right before. */
  is_after_make: boolean;
  /** A model or trim stands right before, without a comma, slash or "and". */
  is_after_model: boolean;
  /** Years stand right before. */
  is_after_years: boolean;
  /** A slash stands right before, and a model before that. */
  is_after_slash: boolean;
  /** The text names a vehicle before any years: years follow their vehicles. */
  has_vehicles_first: boolean;
  /** A word like "Model:" stands right before. */
  is_labelled: boolean;
}

export interface MakeName {
  kind: 'make';
  make: string;
  end: number;
  is_misspelt: boolean;
}

export interface ModelName {
  kind: 'model';
  /** What the name can mean, the likeliest first. */
  models: readonly VehicleModel[];
  /** The words of the name without the make, for names that go on: "Silverado 1500/2500". */
  words: readonly string[];
  /** Whether the make stands in the text right before it. */
  is_written: boolean;
  doubts: readonly Doubt[];
  end: number;
}

/** A model right after a make that has no such model. */
export interface ForeignName {
  kind: 'foreign';
  models: readonly VehicleModel[];
  end: number;
}
