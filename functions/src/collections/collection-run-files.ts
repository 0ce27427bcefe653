/**
 * What the phases of one run of items or decks hand to each other, under `…/collections/{collection}/runs/{job}/`. Names
 * depend on the run and the material alone, so writing twice has one effect and removing them is removing a prefix.
 */
import { storagePaths } from '@docket/model/paths';
import type { z } from 'zod';
import type { RunInfo } from '../engine/pipeline-module.ts';
import { handOverJson, passing, readJson, readObject } from './bucket-objects.ts';
import type { Bucket } from './remove.ts';

export class CollectionRunFiles {
  readonly #bucket: Bucket;
  readonly #run: RunInfo;

  constructor(bucket: Bucket, run: RunInfo) {
    this.#bucket = bucket;
    this.#run = run;
  }

  /** Hands `value` over to a later phase under `name`: a word, or words with slashes between them, without ending. */
  async putWork(name: string, value: unknown): Promise<void> {
    await handOverJson(this.#bucket, this.#path(`${name}.json`), value);
  }

  /** Takes what an earlier phase handed over as `name`; null when it is gone or not of the expected form. */
  async work<T>(name: string, schema: z.ZodType<T>): Promise<T | null> {
    return await readJson(this.#bucket, this.#path(`${name}.json`), schema);
  }

  /**
   * What was handed over as `name`; made by `make` and kept where it is not there. A `make` whose run was stopped
   * meanwhile (`signal`) keeps nothing.
   */
  async stored<T>(
    name: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
    make: () => Promise<T>,
  ): Promise<T> {
    const kept = await this.work(name, schema);
    if (kept !== null) return kept;
    const made = await make();
    signal.throwIfAborted();
    await this.putWork(name, made);
    return made;
  }

  /** Hands a file over to a later phase. `name` has its ending: `pictures/1a2b.jpg`. */
  async putBytes(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.#bucket.file(this.#path(name)).save(Buffer.from(bytes), {
      resumable: false,
      contentType,
      metadata: passing(),
    });
  }

  /** A file that an earlier phase handed over, or null when it is gone. */
  async bytes(name: string): Promise<Uint8Array | null> {
    return await readObject(this.#bucket, this.#path(name));
  }

  /** The names of the files and values under `prefix`, with their endings. */
  async names(prefix: string): Promise<Set<string>> {
    const [files] = await this.#bucket.getFiles({ prefix: this.#path(prefix) });
    const start = this.#path('').length;
    return new Set(files.map(({ name }) => name.slice(start)));
  }

  /** Removes all that the run has handed over. */
  async remove(): Promise<void> {
    await this.#bucket.deleteFiles({ prefix: this.#path(''), force: true });
  }

  #path(name: string): string {
    return storagePaths.collectionWork(
      this.#run.workspaceId,
      this.#run.job.subject.id,
      this.#run.jobId,
      name,
    );
  }
}
