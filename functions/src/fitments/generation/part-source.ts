/** Where the parts of a fitment job come from: the workspace, or a file. */
import { DocketError } from '@docket/model/errors';
import { type FitmentJob, fitmentSelectionSchema } from '@docket/model/fitment/fitment-job';
import { partSchema, partText } from '@docket/model/fitment/part';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { readParts, requireParts } from '../reading/read-parts.ts';
import { partTableWrites } from '../part-tables.ts';
import { uploadedFile } from '../uploaded-file.ts';
import { partOfFile, PORTION_PARTS, type ReadPart } from './hand-over/part-portion.ts';

/** The parts of a job in portions of `PORTION_PARTS`. */
export interface PartSource {
  /** How many parts are in each portion, and how many rows of a file none was made of; null without a file. */
  layOut(): Promise<{ portions: number[]; failedRows: number | null }>;
  read(portion: number): Promise<ReadPart[]>;
}

interface SourceParts {
  db: Firestore;
  bucket: Bucket;
  context: PhaseContext;
}

/** The parts that `record` is about. */
export function openParts(parts: SourceParts, record: FitmentJob): PartSource {
  switch (record.type) {
    case 'selection':
      return selectedParts(parts);
    case 'upload':
      return partsOfFile(parts, record);
  }
}

/** Parts of the workspace, as they are when they are read; without those that were deleted since. */
function selectedParts({ db, context: { workspaceId, job } }: SourceParts): PartSource {
  let ids: Promise<string[]> | undefined;
  const selected = async () => {
    const snapshot = await db.doc(paths.fitmentSelection(workspaceId, job.subject.id)).get();
    return fitmentSelectionSchema.parse(snapshot.data()).part_ids;
  };
  const all = async () => await (ids ??= selected());
  return {
    layOut: async () => ({ portions: portionsOf(await all()).map(({ length }) => length), failedRows: null }),
    read: async (portion) => {
      const refs = (portionsOf(await all())[portion] ?? []).map((id) => db.doc(paths.part(workspaceId, id)));
      const [first, ...others] = refs;
      const found = first === undefined ? [] : await db.getAll(first, ...others);
      return found.filter(({ exists }) => exists).map(selectedPart);
    },
  };
}

/** A part that cannot be read is one without vehicles: it must not keep the others from having theirs. */
function selectedPart(snapshot: DocumentSnapshot): ReadPart {
  const part = partSchema.safeParse(snapshot.data());
  if (part.success)
    return { ...partText(snapshot.id, part.data), part_number: part.data.part_number, problem: null };
  const number: unknown = snapshot.get('part_number');
  return {
    part_id: snapshot.id,
    part_number: typeof number === 'string' ? number : snapshot.id,
    description: '',
    texts: [],
    given: [],
    problem: whyUnreadable(part.error.issues.some(({ code }) => code === 'too_big')),
  };
}

function whyUnreadable(isTooLong: boolean): string {
  return isTooLong
    ? `A text of this part is longer than ${LIMITS.partTextCharacters.toLocaleString('en')} characters, or it has too many. Nothing was read from it.`
    : 'The record of this part is damaged. Nothing was read from it.';
}

/** Parts of the file that was uploaded for the job. How it was read is saved as soon as it is. */
function partsOfFile(
  { db, bucket, context }: SourceParts,
  record: Extract<FitmentJob, { type: 'upload' }>,
): PartSource {
  let read: Promise<{ portions: ReadPart[][]; failedRows: number }> | undefined;
  const readFile = async () => {
    const file = await uploadedFile(bucket, record);
    const content = await readParts(file, record.mapping, context.signal);
    const { workspaceId, jobId, job } = context;
    await context.save(
      partTableWrites(db, jobId, content, (table) => paths.fitmentTable(workspaceId, job.subject.id, table)),
    );
    requireParts(content, file.name);
    const { parts, problem_count: failedRows } = content;
    if (parts.length > LIMITS.partsPerJob)
      throw new DocketError('too_many_parts', {
        file: file.name,
        found: parts.length.toLocaleString('en'),
      });
    return { portions: portionsOf(parts.map(partOfFile)), failedRows };
  };
  const all = async () => await (read ??= readFile());
  return {
    layOut: async () => {
      const { portions, failedRows } = await all();
      return { portions: portions.map(({ length }) => length), failedRows };
    },
    read: async (portion) => (await all()).portions[portion] ?? [],
  };
}

function portionsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PORTION_PARTS) }, (_, index) =>
    all.slice(index * PORTION_PARTS, (index + 1) * PORTION_PARTS),
  );
}
