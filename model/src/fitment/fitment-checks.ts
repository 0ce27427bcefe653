/**
 * What is odd about approved fitments taken together, for a person to look at: nothing is changed. Two parts for one vehicle
 * are usual, such as pads and a filter; two that are called the same are not. Pure.
 */
import type { MergedFitment } from './merge-fitments.ts';

type Vehicle = Pick<MergedFitment, 'make' | 'model' | 'submodel' | 'qualifiers'>;

/** One part is said to fit all of a vehicle and, in the same years, only some of it. */
export interface Overlap {
  kind: 'overlap';
  part_number: string;
  all: Vehicle;
  only: Vehicle;
  /** The years that both say. */
  from: number;
  to: number;
}

/** Several parts with the same description are said to fit the same vehicle in the same years. */
export interface Duplicate {
  kind: 'duplicate';
  part_numbers: readonly string[];
  description: string;
  vehicle: Vehicle;
  /** From the first to the last year that two of them say. */
  from: number;
  to: number;
}

export type FitmentWarning = Overlap | Duplicate;

/** The overlaps, then the duplicates, each in the order of the fitments. */
export function checkFitments(fitments: readonly MergedFitment[]): FitmentWarning[] {
  return [...overlapsOf(fitments), ...duplicatesOf(fitments)];
}

const vehicleOf = ({ make, model, submodel, qualifiers }: MergedFitment): Vehicle => ({
  make,
  model,
  submodel,
  qualifiers,
});

function overlapsOf(fitments: readonly MergedFitment[]): Overlap[] {
  const groups = Map.groupBy(fitments, ({ part_key, make, model }) =>
    JSON.stringify([part_key, make, model]),
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((all) =>
      group.flatMap((only): Overlap[] => {
        const from = Math.max(all.from, only.from);
        const to = Math.min(all.to, only.to);
        if (from > to || !takesIn(all, only)) return [];
        const { part_number } = all;
        return [{ kind: 'overlap', part_number, all: vehicleOf(all), only: vehicleOf(only), from, to }];
      }),
    ),
  );
}

/** Whether whatever fits `only` fits `all`, but not the other way round. */
function takesIn(all: Vehicle, only: Vehicle): boolean {
  if (all.submodel !== '' && all.submodel !== only.submodel) return false;
  if (!all.qualifiers.every((qualifier) => only.qualifiers.includes(qualifier))) return false;
  return all.submodel !== only.submodel || all.qualifiers.length < only.qualifiers.length;
}

function duplicatesOf(fitments: readonly MergedFitment[]): Duplicate[] {
  const described = fitments.filter(({ description }) => description.trim() !== '');
  const groups = Map.groupBy(described, ({ description, make, model, submodel, qualifiers }) =>
    JSON.stringify([sameWords(description), make, model, submodel, qualifiers]),
  );
  return [...groups.values()].flatMap(duplicatesIn);
}

/** Of fitments of one vehicle: those whose years overlap, directly or through others, are one warning. */
function duplicatesIn(fitments: readonly MergedFitment[]): Duplicate[] {
  const found: Duplicate[] = [];
  let run: MergedFitment[] = [];
  let end = Number.NEGATIVE_INFINITY;
  let shared: { from: number; to: number } | null = null;
  const close = () => {
    const [first] = run;
    const those = new Set(run);
    if (first !== undefined && shared !== null)
      found.push({
        kind: 'duplicate',
        part_numbers: [
          ...new Set(fitments.filter((one) => those.has(one)).map(({ part_number }) => part_number)),
        ],
        description: first.description,
        vehicle: vehicleOf(first),
        ...shared,
      });
    run = [];
    shared = null;
  };
  for (const one of fitments.toSorted((a, b) => a.from - b.from)) {
    if (one.from > end) close();
    else {
      const to = Math.min(end, one.to);
      shared = shared === null ? { from: one.from, to } : { from: shared.from, to: Math.max(shared.to, to) };
    }
    run.push(one);
    end = Math.max(end, one.to);
  }
  close();
  return found;
}

const sameWords = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
