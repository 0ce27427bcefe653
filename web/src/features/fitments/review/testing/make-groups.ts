/** Groups of fitments for tests: two parts, changed as the test needs it. */
import type { Decision, FitmentGroup, GroupFitment } from '@docket/model/fitment/fitment-group';
import { paths } from '@docket/model/paths';
import type { Stored } from '../../../../data/reader.ts';

/** A fitment of the first part on a Ford F-150 of 2005 to 2010. */
export function makeFitment(change: Partial<GroupFitment> = {}): GroupFitment {
  return {
    part: 0,
    make: 'Ford',
    model: 'F-150',
    submodel: '',
    qualifiers: [],
    from: 2005,
    to: 2010,
    confidence: 0.9,
    reasoning: '“05-10 F150” names the model and its years.',
    ...change,
  };
}

/** The group `id` of the job `j`, whose parts are `id`-P0 and `id`-P1. */
export function makeGroup(id: string, change: Partial<FitmentGroup> = {}): Stored<FitmentGroup> {
  return {
    id,
    path: paths.fitmentGroup('w', 'j', id),
    data: {
      index: 0,
      parts: [0, 1].map((part) => ({
        part_id: `${id}-p${part}`,
        part_number: `${id}-P${part}`,
        description: `Brake pads ${part}`,
      })),
      fitments: {},
      exceptions: [],
      decisions: {},
      reviewed_by: null,
      reviewed_at: null,
      review_id: null,
      ...change,
    },
  };
}

/** Groups with so many fitments each, of different makes and confidences. */
export function makeGroups(
  groups: number,
  each: number,
  decisions: Record<string, Decision> = {},
): Stored<FitmentGroup>[] {
  const makes = ['Ford', 'Honda', 'Toyota'];
  return Array.from({ length: groups }, (_, index) =>
    makeGroup(`g${index}`, {
      index,
      decisions,
      fitments: Object.fromEntries(
        Array.from({ length: each }, (_unused, fitment) => [
          `f${fitment}`,
          makeFitment({
            part: fitment % 2,
            make: makes[fitment % makes.length] ?? 'Ford',
            model: `Model ${fitment}`,
            confidence: ((fitment * 7) % 100) / 100,
          }),
        ]),
      ),
    }),
  );
}
