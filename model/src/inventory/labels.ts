/** Labels to stick onto what is kept in stock: what the callable function that makes them wants and answers. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/u);

/** The items whose labels are wanted, in the order in which they are to be printed. An item given twice gets two labels. */
export const labelsRequestSchema = z.strictObject({
  workspace: id,
  item_ids: z.array(id).min(1).max(LIMITS.labels),
});
export type LabelsRequest = z.infer<typeof labelsRequestSchema>;

/** A PDF of A4 sheets. */
export const labelsAnswerSchema = z.strictObject({
  /** In base64. Items that are gone by now have no label. */
  pdf: z.string().min(1),
});
export type LabelsAnswer = z.infer<typeof labelsAnswerSchema>;

/** The name of the callable function, as deployed. */
export const LABELS_FUNCTION = 'inventoryLabels';
