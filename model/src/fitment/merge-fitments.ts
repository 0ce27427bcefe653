/** Approved fitments as they are read and sent on: each part's vehicles once, in as few ranges of years as possible. Pure. */
import { partNumberKey } from './part.ts';
import { joinYears } from './year-ranges.ts';

/** A fitment that somebody has approved. */
export interface ApprovedFitment {
  part_number: string;
  description: string;
  make: string;
  model: string;
  /** '' when every submodel is meant. */
  submodel: string;
  qualifiers: readonly string[];
  /** First and last model year, both included. */
  from: number;
  to: number;
  /** The job that it comes from. */
  job_id: string;
}

/** A part fits a vehicle in these years: what fitments of any number of jobs come to together. */
export interface MergedFitment extends Omit<ApprovedFitment, 'job_id'> {
  /** Names the part, however its number is spelled: see `partNumberKey`. */
  part_key: string;
  /** Those whose fitments lie in the range, in the order of their ids. */
  job_ids: readonly string[];
}

/**
 * What the fitments say, said once: ranges of the same part, make, model, submodel and qualifiers that overlap or follow each
 * other are one. In the order of part numbers, makes, models, submodels, qualifiers and years, whatever order they came in.
 */
export function mergeFitments(fitments: Iterable<ApprovedFitment>): MergedFitment[] {
  const parts = new Map<string, ApprovedFitment[]>();
  for (const fitment of fitments) {
    const key = partNumberKey(fitment.part_number);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [fitment]);
    else known.push(fitment);
  }
  return [...parts].flatMap(([key, of]) => mergePart(key, of)).toSorted(inOrder);
}

function mergePart(key: string, fitments: readonly ApprovedFitment[]): MergedFitment[] {
  // Files may spell and describe one part in several ways: the same one is chosen whatever order they came in.
  const part = {
    part_key: key,
    part_number: least(fitments.map(({ part_number }) => part_number)),
    description: least(fitments.map(({ description }) => description).filter(Boolean)),
  };
  const vehicles = Map.groupBy(fitments, ({ make, model, submodel, qualifiers }) =>
    JSON.stringify([make, model, submodel, [...new Set(qualifiers)].toSorted(byCharacters)]),
  );
  return [...vehicles.values()].flatMap((same) => mergeVehicle(part, same));
}

function mergeVehicle(
  part: Pick<MergedFitment, 'part_key' | 'part_number' | 'description'>,
  fitments: readonly ApprovedFitment[],
): MergedFitment[] {
  const [first] = fitments;
  if (first === undefined) return [];
  const { make, model, submodel, qualifiers } = first;
  return joinYears(fitments).map(({ from, to }) => {
    const jobs = fitments.filter((one) => from <= one.from && one.to <= to).map(({ job_id }) => job_id);
    return {
      ...part,
      make,
      model,
      submodel,
      qualifiers: [...new Set(qualifiers)].toSorted(byCharacters),
      from,
      to,
      job_ids: [...new Set(jobs)].toSorted(byCharacters),
    };
  });
}

/** Names by words and figures, and those that only differ in spelling by their characters: an order without ties. */
const WORDS = new Intl.Collator('en', { numeric: true });
const byCharacters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: string, b: string) => WORDS.compare(a, b) || byCharacters(a, b);

function least(texts: readonly string[]): string {
  return (
    texts.reduce<string | null>((chosen, text) => (chosen === null || text < chosen ? text : chosen), null) ??
    ''
  );
}

function inOrder(a: MergedFitment, b: MergedFitment): number {
  return (
    byName(a.part_number, b.part_number) ||
    byName(a.make, b.make) ||
    byName(a.model, b.model) ||
    byName(a.submodel, b.submodel) ||
    byName(a.qualifiers.join(), b.qualifiers.join()) ||
    a.from - b.from
  );
}
