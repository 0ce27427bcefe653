/** The rows of the results, and which of them are looked for. Pure. */
import type { MergedFitment } from '@docket/model/fitment/merge-fitments';

/** A merged fitment as it is listed. */
export interface ResultRow {
  id: string;
  fitment: MergedFitment;
  /** "2005", "2005–2010". */
  years: string;
  /** The names of the jobs that it comes from. */
  jobs: string;
}

/** "2005", "2005–2010". */
export function yearsLabel({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Rows in the order of the fitments. `jobNames` are by id; a job that is gone has no name. */
export function resultRows(
  fitments: readonly MergedFitment[],
  jobNames: ReadonlyMap<string, string>,
): ResultRow[] {
  return fitments.map((fitment) => {
    const { part_key, make, model, submodel, qualifiers, from, job_ids } = fitment;
    return {
      id: JSON.stringify([part_key, make, model, submodel, qualifiers, from]),
      fitment,
      years: yearsLabel(fitment),
      jobs: job_ids
        .map((id) => jobNames.get(id))
        .filter((name) => name !== undefined)
        .join(', '),
    };
  });
}

/** What is shown, apart from the search; null: all. */
export interface ResultFilter {
  make: string | null;
  /** A `part_key`. */
  part: string | null;
}

export const ALL_RESULTS: ResultFilter = { make: null, part: null };

const YEAR = /^(?:19|20)\d\d$/u;

/**
 * The rows that pass the filter and have every word of the search somewhere. A year is also found in the ranges that it lies
 * in.
 */
export function soughtResults(
  rows: readonly ResultRow[],
  { make, part }: ResultFilter,
  search: string,
): readonly ResultRow[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0 && make === null && part === null) return rows;
  return rows.filter(({ fitment, jobs }) => {
    if (make !== null && fitment.make !== make) return false;
    if (part !== null && fitment.part_key !== part) return false;
    if (words.length === 0) return true;
    const { part_number, description, model, submodel, qualifiers, from, to } = fitment;
    const text = [part_number, description, fitment.make, model, submodel, ...qualifiers, jobs]
      .join(' ')
      .toLowerCase();
    return words.every(
      (word) => text.includes(word) || (YEAR.test(word) && from <= Number(word) && Number(word) <= to),
    );
  });
}

/** The makes that occur, by name. */
export function makesOf(fitments: readonly MergedFitment[]): string[] {
  return [...new Set(fitments.map(({ make }) => make))].toSorted((a, b) => a.localeCompare(b, 'en'));
}

/** The parts that occur, in the order of the fitments. */
export function partsOf(fitments: readonly MergedFitment[]): { value: string; label: string }[] {
  const labels = new Map(fitments.map(({ part_key, part_number }) => [part_key, part_number]));
  return [...labels].map(([value, label]) => ({ value, label }));
}
