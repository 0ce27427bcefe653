/** What is concluded of a part: the vehicles it fits, and what could not be told from its texts. */
import { z } from 'zod';

/** A part fits these vehicles: one for each part, make, model, submodel and run of years. */
export const fitmentDraftSchema = z
  .strictObject({
    make: z.string().min(1),
    model: z.string().min(1),
    /** '' when every submodel is meant. */
    submodel: z.string(),
    /** What else limits it, as a person reads it: engine, drive, body, cab. */
    qualifiers: z.array(z.string().min(1)),
    /** First and last model year, both included. */
    from: z.number().int(),
    to: z.number().int(),
    /** From 0 to 1. */
    confidence: z.number().min(0).max(1),
    /** What in the text led to it, for a person to check. */
    reasoning: z.string(),
  })
  .refine(({ from, to }) => from <= to);
export type FitmentDraft = z.infer<typeof fitmentDraftSchema>;

export const EXCEPTION_CODES = [
  'unknown_make',
  'unknown_model',
  'year_out_of_range',
  'no_vehicle',
  'contradictory',
] as const;
export const exceptionCodeSchema = z.enum(EXCEPTION_CODES);
/** Why a text did not become a fitment. */
export type ExceptionCode = z.infer<typeof exceptionCodeSchema>;

/** What the texts of a part say that is not known, cannot be, or is not there. */
export const exceptionDraftSchema = z.strictObject({
  code: exceptionCodeSchema,
  /** What the text says, as it stands there; '' when it says nothing. */
  words: z.string(),
  reasoning: z.string(),
});
export type ExceptionDraft = z.infer<typeof exceptionDraftSchema>;
