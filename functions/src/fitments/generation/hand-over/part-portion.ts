/** Parts as the phases hand them to each other, some hundred at a time. */
import type { PartText } from '@docket/model/fitment/part-text';
import { partTextSchema } from '@docket/model/fitment/part-text';
import { z } from 'zod';

/** Parts of a portion. A multiple of those of a group, so that groups are full. */
export const PORTION_PARTS = 250;

export const readPartSchema = z.strictObject({
  ...partTextSchema.shape,
  /** As people know it. */
  part_number: z.string(),
  /** Why nothing can be read from it; null where something can. */
  problem: z.string().nullable(),
});
/** A part that vehicles are to be found for. */
export type ReadPart = z.infer<typeof readPartSchema>;

export const partPortionSchema = z.array(readPartSchema);

/** A part of a file. */
export function partOfFile(part: PartText): ReadPart {
  return { ...part, part_number: part.part_id, problem: null };
}

/** What phases hand over about the portion with a number from 0: `claims/0007`. */
export function portionName(kind: 'parts' | 'claims' | 'matches' | 'groups', portion: number): string {
  return `${kind}/${String(portion).padStart(4, '0')}`;
}
