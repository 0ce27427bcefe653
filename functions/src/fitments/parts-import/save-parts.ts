/** Step 2: saves the parts of the file, each under the id that its number makes. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describedPartSchema, newPartSchema, partIdOf, partSchema } from '@docket/model/fitment/part';
import type { PartText } from '@docket/model/fitment/part-text';
import { type PartsImport, partsOutcomeSchema, type PartsOutcome } from '@docket/model/fitment/parts-import';
import { paths } from '@docket/model/paths';
import type { DocumentReference, DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import type { TimeSlice } from '../time-slice.ts';
import type { PartsImportRun } from './parts-import-run.ts';

/** Bytes of JSON of a part: its document ends at 1 MiB. */
const PART_BYTES = 900_000;

/** How far the saving has come: everything before the portion `next` is there. */
const placeSchema = z.strictObject({ next: z.number().int().nonnegative(), outcome: partsOutcomeSchema });
type Place = z.infer<typeof placeSchema>;

/** What has become of a part. */
type PartEnd = 'created' | 'updated' | 'unchanged' | 'failed';

/**
 * Saves the parts and says what has become of them. Only what differs is written. After a lost worker it goes on where that
 * one was, finds what it has saved, and comes to the same.
 */
export async function saveParts(
  db: Firestore,
  run: PartsImportRun,
  context: PhaseContext,
  slice: TimeSlice,
): Promise<PartsOutcome> {
  const { portions, failed } = await run.plan();
  const record = await run.record();
  const of = portions.reduce((sum, count) => sum + count, 0);
  const start: Place = { next: 0, outcome: { created: 0, updated: 0, unchanged: 0, failed } };
  let place = (await run.work.kept('saved', placeSchema)) ?? start;
  let done = portions.slice(0, place.next).reduce((sum, count) => sum + count, 0);
  context.report(done, of, 'Part');
  while (place.next < portions.length) {
    context.signal.throwIfAborted();
    const ends = await savePortion(db, context, record, await run.parts(place.next));
    done += portions[place.next] ?? 0;
    place = { next: place.next + 1, outcome: added(place.outcome, ends) };
    context.signal.throwIfAborted();
    await run.work.keep('saved', place);
    context.report(done, of, 'Part');
    if (place.next < portions.length) slice.goOn();
  }
  return place.outcome;
}

async function savePortion(
  db: Firestore,
  context: PhaseContext,
  record: PartsImport,
  parts: readonly PartText[],
): Promise<PartEnd[]> {
  const targets = await Promise.all(
    parts.map(async (part) => ({
      part,
      ref: db.doc(paths.part(context.workspaceId, await partIdOf(part.part_id, sha256))),
    })),
  );
  return await context.transact(async (transaction) => {
    const found = await transaction.getAll(...targets.map(({ ref }) => ref));
    return targets.map(({ part, ref }, index): PartEnd => {
      const { end, fields } = planPart(part, found[index], record, context.job.created_by);
      if (fields !== null) write(transaction, ref, fields, found[index]?.exists === true);
      return end;
    });
  });
}

interface PartPlan {
  end: PartEnd;
  /** What is to be written; null: nothing. */
  fields: Record<string, unknown> | null;
}

function planPart(
  { part_id: partNumber, description, texts, given }: PartText,
  found: DocumentSnapshot | undefined,
  record: PartsImport,
  by: string,
): PartPlan {
  // The title is a text of its own here.
  const described = { description, texts: texts.filter((text) => text !== description), given };
  const wanted = newPartSchema.safeParse({
    ...described,
    part_number: partNumber,
    created_by: by,
    // By these it is known later that it was this import that has written the part.
    created_at: record.created_at,
    updated_at: record.created_at,
  });
  const isTooLarge = Buffer.byteLength(JSON.stringify(described)) > PART_BYTES;
  if (!wanted.success || isTooLarge) return { end: 'failed', fields: null };
  if (found?.exists !== true) return { end: 'created', fields: wanted.data };
  const present = partSchema.safeParse(found.data());
  if (!present.success) return { end: 'updated', fields: { ...wanted.data } };
  if (isDeepStrictEqual(describedPartSchema.parse(described), describedOf(present.data)))
    return { end: earlierEnd(present.data, record), fields: null };
  const end = isOf(record, present.data.created_at) ? 'created' : 'updated';
  return { end, fields: { ...described, updated_at: record.created_at } };
}

/** What this import has done to a part that is as the file says: a worker that was lost may have saved it. */
function earlierEnd(part: { created_at: Date; updated_at: Date }, record: PartsImport): PartEnd {
  if (isOf(record, part.created_at)) return 'created';
  return isOf(record, part.updated_at) ? 'updated' : 'unchanged';
}

function isOf({ created_at }: PartsImport, at: Date): boolean {
  return at.getTime() === created_at.getTime();
}

function describedOf({ description, texts, given }: z.infer<typeof partSchema>) {
  return { description, texts, given };
}

function write(
  transaction: FirebaseFirestore.Transaction,
  ref: DocumentReference,
  fields: Record<string, unknown>,
  isThere: boolean,
): void {
  if (isThere) transaction.update(ref, fields);
  else transaction.create(ref, fields);
}

function added(outcome: PartsOutcome, ends: readonly PartEnd[]): PartsOutcome {
  const count = (end: PartEnd) => outcome[end] + ends.filter((one) => one === end).length;
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    failed: count('failed'),
  };
}

/** The SHA-256 of `text`, as UTF-8, in hexadecimal. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
