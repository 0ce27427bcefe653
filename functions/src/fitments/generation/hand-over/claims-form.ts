/**
 * Claims and matches as they are handed over. Vehicles are named by their places in the index, together with its
 * fingerprint: with another index what was handed over counts as gone.
 */
import { exceptionDraftSchema } from '@docket/model/fitment/fitment';
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import { z } from 'zod';
import { type Claims, DOUBTS, type VehicleClaim } from '../../understanding/claims.ts';
import type { Match } from '../../understanding/match.ts';
import type { Vehicles } from '../../vehicles/workspace-vehicles.ts';

const year = z.number().int();
const yearsSchema = z.array(z.strictObject({ from: year.nullable(), to: year.nullable() }));
const words = z.array(z.string());

/** How claims and matches of parts are written down and read again with an index. */
export class ClaimsForm {
  readonly #vehicles: Vehicles;
  readonly #places: ReadonlyMap<VehicleModel, number>;
  /** Of the claims of a portion, in the order of its parts. */
  readonly claims: z.ZodType<Claims[]>;
  /** Of the matches of a portion, in the order of its parts. */
  readonly matches: z.ZodType<Match[]>;

  constructor(vehicles: Vehicles) {
    this.#vehicles = vehicles;
    this.#places = new Map(vehicles.index.models.map((model, place) => [model, place]));
    const model = z.number().transform((place, context): VehicleModel => {
      const found = vehicles.index.models[place];
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: 'There is no such vehicle' });
      return z.NEVER;
    });
    const claim = z.strictObject({
      models: z.array(model),
      words: z.string(),
      year_words: z.string(),
      years: yearsSchema,
      submodels: words,
      qualifiers: words,
      doubts: z.array(z.enum(DOUBTS)).transform((doubts) => new Set(doubts)),
    });
    const exclusion = z.strictObject({
      words: z.string(),
      models: z.array(model),
      years: yearsSchema,
      is_whole: z.boolean(),
    });
    const exceptions = z.array(exceptionDraftSchema);
    const matched = z.strictObject({
      claim,
      model,
      years: z.array(year),
      cut: z.array(year),
      is_open: z.boolean(),
      is_divided: z.boolean(),
      exclusions: words,
    });
    this.claims = this.#portionOf(
      z.strictObject({ vehicles: z.array(claim), exclusions: z.array(exclusion), exceptions }),
    );
    this.matches = this.#portionOf(z.strictObject({ vehicles: z.array(matched), exceptions }));
  }

  /** What is kept of claims. */
  ofClaims(portion: readonly Claims[]): unknown {
    return this.#written(
      portion.map(({ vehicles, exclusions, exceptions }) => ({
        vehicles: vehicles.map((claim) => this.#claim(claim)),
        exclusions: exclusions.map((each) => ({ ...each, models: this.#placesOf(each.models) })),
        exceptions,
      })),
    );
  }

  /** What is kept of matches. */
  ofMatches(portion: readonly Match[]): unknown {
    return this.#written(
      portion.map(({ vehicles, exceptions }) => ({
        vehicles: vehicles.map((each) => ({
          ...each,
          claim: this.#claim(each.claim),
          model: this.#places.get(each.model),
        })),
        exceptions,
      })),
    );
  }

  #portionOf<T>(part: z.ZodType<T>): z.ZodType<T[]> {
    return z
      .strictObject({ fingerprint: z.literal(this.#vehicles.fingerprint), parts: z.array(part) })
      .transform(({ parts }) => parts);
  }

  #written(parts: readonly unknown[]): unknown {
    return { fingerprint: this.#vehicles.fingerprint, parts };
  }

  #claim(claim: VehicleClaim): unknown {
    return { ...claim, models: this.#placesOf(claim.models), doubts: [...claim.doubts] };
  }

  #placesOf(models: readonly VehicleModel[]): (number | undefined)[] {
    return models.map((model) => this.#places.get(model));
  }
}
