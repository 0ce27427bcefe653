/**
 * What a run has found for some parts, `…/fitment_jobs/{job}/groups/{group}`: fifty parts or so in one document, so that
 * thousands of fitments are read, and decided on, in few. A part whose fitments are more than a group holds is continued in
 * the next. The functions write it; people write `decisions`.
 */
import { z } from 'zod';
import { instant } from '../time.ts';
import { exceptionDraftSchema, fitmentDraftSchema } from './fitment.ts';
import type { ReviewCounts } from './fitment-job.ts';

/** Parts of one group, and fitments of one, at most. */
export const GROUP_PARTS = 50;
export const GROUP_FITMENTS = 150;

/** Part of the path of a field: no dots. */
export const fitmentIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);

export const decisionSchema = z.enum(['approved', 'rejected']);
/** What a person has decided on a fitment. Nothing: it is pending. */
export type Decision = z.infer<typeof decisionSchema>;

const partIndex = z.number().int().nonnegative();

export const groupFitmentSchema = z.object({
  ...fitmentDraftSchema.shape,
  /** Which of the group's `parts`. */
  part: partIndex,
});
export type GroupFitment = z.infer<typeof groupFitmentSchema>;

export const groupExceptionSchema = z.object({ ...exceptionDraftSchema.shape, part: partIndex });
export type GroupException = z.infer<typeof groupExceptionSchema>;

export const fitmentGroupSchema = z.object({
  /** From 0; the groups of a job are in the order of its parts. */
  index: z.number().int().nonnegative(),
  parts: z.array(
    z.object({
      /** Of a part of the workspace, or the part number in a file. */
      part_id: z.string(),
      /** As people know it. */
      part_number: z.string(),
      description: z.string(),
    }),
  ),
  fitments: z.record(fitmentIdSchema, groupFitmentSchema),
  exceptions: z.array(groupExceptionSchema),
  /** By the ids of fitments. */
  decisions: z.record(fitmentIdSchema, decisionSchema).default({}),
  /** Of the latest decision. */
  reviewed_by: z.string().nullable().default(null),
  reviewed_at: instant.nullable().default(null),
  /** The review that came with it: no decision without one, so that the job is always counted anew. */
  review_id: z.string().nullable().default(null),
});
export type FitmentGroup = z.infer<typeof fitmentGroupSchema>;

/** How many of a job's fitments are decided on: `total` of them, in all its groups. */
export function countDecisions(
  total: number,
  groups: Iterable<Pick<FitmentGroup, 'decisions'>>,
): ReviewCounts {
  let approved = 0;
  let rejected = 0;
  for (const { decisions } of groups) {
    for (const decision of Object.values(decisions)) {
      if (decision === 'approved') approved++;
      else rejected++;
    }
  }
  return { pending: total - approved - rejected, approved, rejected };
}

/** Fitments with their ids, in the order of the parts, then of the vehicles: what is decided on them does not move them. */
export function fitmentsInOrder({
  fitments,
}: Pick<FitmentGroup, 'fitments'>): [id: string, fitment: GroupFitment][] {
  const compared = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  return Object.entries(fitments).toSorted(
    ([idA, a], [idB, b]) =>
      a.part - b.part ||
      compared(a.make, b.make) ||
      compared(a.model, b.model) ||
      a.from - b.from ||
      compared(a.submodel, b.submodel) ||
      compared(idA, idB),
  );
}
