/**
 * What the phases of one run hand to each other. Names depend on the run and the material alone, so writing twice has one
 * effect and removing them is removing a prefix. What has gone is made again, so that a retry needs no more than what a
 * person has entered or uploaded.
 */
import type { z } from 'zod';
import { handOverJson, readJson } from '../collections/bucket-objects.ts';
import type { Bucket } from '../collections/remove.ts';

export class RunWork {
  readonly #bucket: Bucket;
  readonly #folder: string;
  readonly #pathOf: (name: string) => string;

  /** `folder` is where all of it is, `pathOf` where the value with a name is. */
  constructor(bucket: Bucket, folder: string, pathOf: (name: string) => string) {
    this.#bucket = bucket;
    this.#folder = folder;
    this.#pathOf = pathOf;
  }

  /** What was handed over as `name`; null when it is gone or not of the expected form. */
  async kept<T>(name: string, schema: z.ZodType<T>): Promise<T | null> {
    return await readJson(this.#bucket, this.#pathOf(name), schema);
  }

  /** Hands `value` over to a later phase. */
  async keep(name: string, value: unknown): Promise<void> {
    await handOverJson(this.#bucket, this.#pathOf(name), value);
  }

  /**
   * What was handed over as `name`; made by `make` and kept where it is not there. A `make` whose run was stopped meanwhile
   * (`signal`) keeps nothing.
   */
  async stored<T>(
    name: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
    make: () => Promise<T>,
  ): Promise<T> {
    const kept = await this.kept(name, schema);
    if (kept !== null) return kept;
    const made = await make();
    signal.throwIfAborted();
    await this.keep(name, made);
    return made;
  }

  /** Where all is that was handed over under names that begin with `prefix`. */
  async paths(prefix: string): Promise<Set<string>> {
    const [files] = await this.#bucket.getFiles({ prefix: `${this.#folder}${prefix}` });
    return new Set(files.map(({ name }) => name));
  }

  /** Whether `name` is among `paths`. */
  isAmong(paths: ReadonlySet<string>, name: string): boolean {
    return paths.has(this.#pathOf(name));
  }

  /** Removes all that the run has handed over. */
  async remove(): Promise<void> {
    await this.#bucket.deleteFiles({ prefix: this.#folder, force: true });
  }
}
