/**
 * What the steps of an import hand to each other. Everything is made once and kept with the files of the run; what has gone is
 * made again, so that a retry needs no more than the file that a person has uploaded.
 */
import { storagePaths } from '@docket/model/paths';
import type { z } from 'zod';
import { handOverJson, readJson } from '../../collections/bucket-objects.ts';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext, RunInfo } from '../../engine/pipeline-module.ts';

export class ImportWork {
  readonly #bucket: Bucket;
  readonly #run: RunInfo;

  constructor(bucket: Bucket, run: RunInfo) {
    this.#bucket = bucket;
    this.#run = run;
  }

  /**
   * What was handed over as `name`; made by `make` and kept where it is not there. A `make` whose run was stopped meanwhile
   * (`signal`) keeps nothing.
   */
  async stored<T>(
    name: string,
    schema: z.ZodType<T>,
    signal: PhaseContext['signal'],
    make: () => Promise<T>,
  ): Promise<T> {
    const { workspaceId, jobId, job } = this.#run;
    const path = storagePaths.inventoryImportWork(workspaceId, job.subject.id, jobId, name);
    const kept = await readJson(this.#bucket, path, schema);
    if (kept !== null) return kept;
    const made = await make();
    signal.throwIfAborted();
    await handOverJson(this.#bucket, path, made);
    return made;
  }

  /** Removes all that the run has handed over. */
  async remove(): Promise<void> {
    const { workspaceId, jobId, job } = this.#run;
    const prefix = storagePaths.inventoryImportRun(workspaceId, job.subject.id, jobId);
    await this.#bucket.deleteFiles({ prefix, force: true });
  }
}
