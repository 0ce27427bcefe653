/** What `docket fitments` writes: the fitments of a job, a year at a time, and what could not be told. Pure. */
import type { FitmentGroup } from '@docket/model/fitment/fitment-group';

/** A part fits a vehicle in one year. */
export interface FitmentEntry {
  part_id: string;
  year: number;
  make: string;
  model: string;
  submodel: string;
  confidence: number;
  reasoning: string;
}

/** What a text of a part says that did not become a fitment. */
export interface ExceptionEntry {
  part_id: string;
  code: string;
  words: string;
  reasoning: string;
}

const partIn = (group: FitmentGroup, part: number) => group.parts[part]?.part_number ?? '';

/** Of groups in their order; the fitments of a part by make, model, submodel and year. */
export function fitmentEntries(groups: readonly FitmentGroup[]): FitmentEntry[] {
  return groups.flatMap((group) =>
    Object.values(group.fitments)
      .toSorted(
        (a, b) =>
          a.part - b.part ||
          a.make.localeCompare(b.make) ||
          a.model.localeCompare(b.model) ||
          a.submodel.localeCompare(b.submodel) ||
          a.from - b.from,
      )
      .flatMap(({ part, make, model, submodel, from, to, confidence, reasoning }) =>
        Array.from({ length: to - from + 1 }, (_, later) => ({
          part_id: partIn(group, part),
          year: from + later,
          make,
          model,
          submodel,
          confidence,
          reasoning,
        })),
      ),
  );
}

/** Of groups in their order. */
export function exceptionEntries(groups: readonly FitmentGroup[]): ExceptionEntry[] {
  return groups.flatMap((group) =>
    group.exceptions.map(({ part, code, words, reasoning }) => ({
      part_id: partIn(group, part),
      code,
      words,
      reasoning,
    })),
  );
}
