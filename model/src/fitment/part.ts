/** A part whose vehicles are wanted, `workspaces/{workspace}/parts/{part}`: entered by hand, or imported. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { instant } from '../time.ts';
import { givenVehicleSchema, type PartText } from './part-text.ts';

const text = z.string().max(LIMITS.partTextCharacters);

/** What a person says of a part. */
export const describedPartSchema = z.strictObject({
  /** Its title. */
  description: text,
  /** Further text, such as notes. */
  texts: z.array(text).max(LIMITS.partTexts),
  /** What columns of a file say of its vehicles. */
  given: z.array(givenVehicleSchema).max(LIMITS.partVehicles),
});
export type DescribedPart = z.infer<typeof describedPartSchema>;

/** What a client writes to add one. Its number does not change: the id is made of it. */
export const newPartSchema = z.strictObject({
  ...describedPartSchema.shape,
  part_number: z.string().trim().min(1).max(LIMITS.partNumberCharacters),
  created_by: z.string(),
  created_at: instant,
  updated_at: instant,
});

export const partSchema = z.object(newPartSchema.shape);
export type Part = z.infer<typeof partSchema>;

/** Hexadecimal digits of a hash that name a part: 128 bits. */
const DIGITS = 32;

/**
 * The id of the part with this number: there is one in a workspace. Case and repeated blanks do not count. `sha256` yields
 * the SHA-256 of a text (as UTF-8) in hexadecimal.
 */
export async function partIdOf(
  partNumber: string,
  sha256: (text: string) => string | Promise<string>,
): Promise<string> {
  const digest = await sha256(partNumberKey(partNumber));
  return `part-${digest.slice(0, DIGITS)}`;
}

/** What is the same for every spelling of a part number. */
export function partNumberKey(partNumber: string): string {
  return partNumber.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toUpperCase();
}

/** All that vehicles are read from of the part `id`. */
export function partText(id: string, { description, texts, given }: DescribedPart): PartText {
  return { part_id: id, description, texts: [description, ...texts].filter((one) => one !== ''), given };
}
