/** Fitments a year at a time, as programs compare and score them. Pure. */
import type { ExceptionDraft, FitmentDraft } from './fitment.ts';

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
export interface ExceptionEntry extends ExceptionDraft {
  part_id: string;
}

/** Of one part, by make, model, submodel and year. */
export function fitmentEntries(part_id: string, fitments: readonly FitmentDraft[]): FitmentEntry[] {
  return fitments
    .toSorted(
      (a, b) =>
        a.make.localeCompare(b.make) ||
        a.model.localeCompare(b.model) ||
        a.submodel.localeCompare(b.submodel) ||
        a.from - b.from,
    )
    .flatMap(({ make, model, submodel, from, to, confidence, reasoning }) =>
      Array.from({ length: to - from + 1 }, (_, later) => ({
        part_id,
        year: from + later,
        make,
        model,
        submodel,
        confidence,
        reasoning,
      })),
    );
}

/** Of one part, in the order given. */
export function exceptionEntries(part_id: string, exceptions: readonly ExceptionDraft[]): ExceptionEntry[] {
  return exceptions.map(({ code, words, reasoning }) => ({ part_id, code, words, reasoning }));
}
