/** What the steps of one run of an import of parts work on: the parts of its file, in portions. */
import { DocketError } from '@docket/model/errors';
import { partTextSchema, type PartText } from '@docket/model/fitment/part-text';
import { type PartsImport, partsImportSchema } from '@docket/model/fitment/parts-import';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { partTableWrites } from '../part-tables.ts';
import { readParts, requireParts } from '../reading/read-parts.ts';
import { RunWork } from '../run-work.ts';
import { uploadedFile } from '../uploaded-file.ts';

const planSchema = z.strictObject({
  /** How many parts are in each portion. */
  portions: z.array(z.number().int().positive()),
  /** Rows with a problem. */
  failed: z.number().int().nonnegative(),
});
export type ImportPlan = z.infer<typeof planSchema>;

const portionSchema = z.array(partTextSchema);

/** Parts that are saved in one transaction, which takes 500 writes. */
const PORTION_PARTS = 400;
/** And characters of their JSON: a transaction takes 10 MiB, in bytes and with the entries of indexes. */
const PORTION_CHARACTERS = 1_500_000;

export class PartsImportRun {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly work: RunWork;

  constructor(db: Firestore, bucket: Bucket, context: PhaseContext) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.work = workOf(bucket, context);
  }

  /** Reads the file where that has not been done. Throws the errors of the file. */
  async plan(): Promise<ImportPlan> {
    return await this.work.stored('plan', planSchema, this.#context.signal, async () => await this.#read());
  }

  async parts(portion: number): Promise<PartText[]> {
    const kept = await this.work.kept(nameOf(portion), portionSchema);
    if (kept !== null) return kept;
    await this.#read();
    return (await this.work.kept(nameOf(portion), portionSchema)) ?? [];
  }

  async record(): Promise<PartsImport> {
    const { workspaceId, job } = this.#context;
    const snapshot = await this.#db.doc(paths.partsImport(workspaceId, job.subject.id)).get();
    if (!snapshot.exists) throw new DocketError('subject_missing');
    return partsImportSchema.parse(snapshot.data());
  }

  /** How the file was read is saved at once: when no part was found, a person sees why. */
  async #read(): Promise<ImportPlan> {
    const { workspaceId, jobId, job, signal } = this.#context;
    const record = await this.record();
    const file = await uploadedFile(this.#bucket, record);
    const content = await readParts(file, record.mapping, signal);
    await this.#context.save(
      partTableWrites(this.#db, jobId, content, (table) =>
        paths.partsImportTable(workspaceId, job.subject.id, table),
      ),
    );
    requireParts(content, file.name);
    const portions = portionsOf(content.parts);
    for (const [index, portion] of portions.entries()) {
      signal.throwIfAborted();
      await this.work.keep(nameOf(index), portion);
    }
    return { portions: portions.map(({ length }) => length), failed: content.problem_count };
  }
}

/** What the steps of a run hand to each other. */
export function workOf(
  bucket: Bucket,
  { workspaceId, jobId, job }: Pick<PhaseContext, 'workspaceId' | 'jobId' | 'job'>,
): RunWork {
  const place = [workspaceId, job.subject.id, jobId] as const;
  return new RunWork(bucket, storagePaths.partsImportRun(...place), (name) =>
    storagePaths.partsImportWork(...place, name),
  );
}

function nameOf(portion: number): string {
  return `parts/${String(portion).padStart(4, '0')}`;
}

function portionsOf(parts: readonly PartText[]): PartText[][] {
  const portions: PartText[][] = [];
  let room = 0;
  for (const part of parts) {
    const size = JSON.stringify(part).length;
    const last = portions.at(-1);
    if (last === undefined || last.length === PORTION_PARTS || size > room) {
      portions.push([part]);
      room = PORTION_CHARACTERS - size;
    } else {
      last.push(part);
      room -= size;
    }
  }
  return portions;
}
