/** What the steps of one run of an import of vehicles work on: the rows of its file, and the table they make. */
import { DocketError } from '@docket/model/errors';
import { vehicleTableSchema } from '@docket/model/fitment/vehicle';
import { type VehicleImport, vehicleImportSchema } from '@docket/model/fitment/vehicle-import';
import { importProblemSchema } from '@docket/model/inventory/inventory-import';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { decodeText } from '@docket/model/text-table/decode-text';
import { parseRows } from '@docket/model/text-table/parse-rows';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { FILE_KIND_LABELS } from '@docket/model/file-kind';
import { breathing } from '../../collections/ordering/breathing.ts';
import { examineFile } from '../../collections/reading/recognise-file.ts';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { RunWork } from '../run-work.ts';
import { uploadedFile } from '../uploaded-file.ts';
import { readVehicleTable } from '../vehicles/read-vehicle-table.ts';

const rowsSchema = z.array(z.strictObject({ line: z.number(), cells: z.array(z.string()) }));
export type VehicleRows = z.infer<typeof rowsSchema>;

const checkedSchema = z.strictObject({
  table: vehicleTableSchema,
  /** At most `LIMITS.importProblems`. */
  problems: z.array(importProblemSchema),
  /** Rows with a problem. */
  failed: z.number().int().nonnegative(),
});
export type CheckedVehicles = z.infer<typeof checkedSchema>;

export class VehicleImportRun {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly #clock: () => Date;
  readonly #work: RunWork;

  constructor(db: Firestore, bucket: Bucket, context: PhaseContext, clock: () => Date) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#clock = clock;
    this.#work = workOf(bucket, context);
  }

  /** The rows below the headers that have something in them. Throws the errors of the file. */
  async rows(): Promise<VehicleRows> {
    return await this.#work.stored('rows', rowsSchema, this.#context.signal, async () =>
      this.#read(await this.record()),
    );
  }

  /** The table that they make. Throws `vehicles_unreadable`, and `vehicles_missing` when no row has a vehicle. */
  async checked(): Promise<CheckedVehicles> {
    return await this.#work.stored('checked', checkedSchema, this.#context.signal, async () => {
      const { columns, file_name: file } = await this.record();
      // Next year's models are sold in this one.
      const newest = this.#clock().getUTCFullYear() + 1;
      const read = await breathing(readVehicleTable(await this.rows(), columns, newest));
      if (!read.ok) throw new DocketError('vehicles_unreadable', { file });
      const { table, problems, failed } = read;
      if (table === null) throw new DocketError('vehicles_missing', { file });
      return { table, problems, failed };
    });
  }

  async record(): Promise<VehicleImport> {
    const { workspaceId, job } = this.#context;
    const snapshot = await this.#db.doc(paths.vehicleImport(workspaceId, job.subject.id)).get();
    if (!snapshot.exists) throw new DocketError('subject_missing');
    return vehicleImportSchema.parse(snapshot.data());
  }

  async #read(record: VehicleImport): Promise<VehicleRows> {
    const { bytes, name: file } = await uploadedFile(this.#bucket, record);
    const finding = await examineFile(bytes, file);
    if (!('kind' in finding) || finding.kind !== 'csv') {
      const found = 'kind' in finding ? `of the kind ${FILE_KIND_LABELS[finding.kind]}` : finding.other;
      throw new DocketError('file_unsupported', {
        file,
        wanted: 'a CSV file: spreadsheets can be saved as one',
        ...(found !== undefined && { found }),
      });
    }
    const all = parseRows(decodeText(bytes).text, LIMITS.vehicleRows + 2);
    // Empty lines count: what comes after as many lines has not been read.
    if (all.length > LIMITS.vehicleRows + 1)
      throw new DocketError('file_too_many_rows', {
        file,
        wanted: LIMITS.vehicleRows.toLocaleString('en'),
      });
    const [, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return rows;
  }
}

/** What the steps of a run hand to each other. */
export function workOf(
  bucket: Bucket,
  { workspaceId, jobId, job }: Pick<PhaseContext, 'workspaceId' | 'jobId' | 'job'>,
): RunWork {
  const place = [workspaceId, job.subject.id, jobId] as const;
  return new RunWork(bucket, storagePaths.vehicleImportRun(...place), (name) =>
    storagePaths.vehicleImportWork(...place, name),
  );
}
