/**
 * Who looks at the photos of one run. A service that does not answer is asked a few times; then the reader that needs nobody
 * takes its place for the rest of the run, so that suggestions wait for no service. A later run asks the service again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { DocketError, errorKind } from '@docket/model/errors';
import type { ListingAnalysis, PhotoReaderName } from '@docket/model/listing/listing-analysis';
import type { PhaseContext } from '../engine/pipeline-module.ts';
import { ServiceWaitError } from '../engine/service-wait.ts';
import type { PhotoReading } from './analysis/photo/photo-facts.ts';
import type { PhotoReader, PreparedPhoto, ReaderService } from './analysis/photo/photo-reader.ts';

/** Between the calls for one photo, in milliseconds: there is one more call than pauses. */
const PAUSES_MS = [250, 1_000] as const;

/** Where it is kept that a run goes on without a service. */
export interface GivenUp {
  has: () => Promise<boolean>;
  keep: () => Promise<void>;
}

/** Who looks at photos while a service does not answer. */
const INSTEAD: PhotoReaderName = 'embedded';

export class RunReader {
  readonly #preferred: PhotoReader;
  readonly #context: Pick<PhaseContext, 'call' | 'signal'>;
  readonly #givenUp: GivenUp;
  #instead: Promise<PhotoReader> | null = null;
  #goesWithout = false;

  constructor(preferred: PhotoReader, context: Pick<PhaseContext, 'call' | 'signal'>, givenUp: GivenUp) {
    this.#preferred = preferred;
    this.#context = context;
    this.#givenUp = givenUp;
  }

  /** Finds out whether an earlier phase of the run has given the service up. */
  async begin(): Promise<void> {
    this.#goesWithout = this.#preferred.service !== null && (await this.#givenUp.has());
  }

  /** Those whose readings count, the better first. */
  get names(): readonly PhotoReaderName[] {
    return this.#preferred.service === null ? [this.#preferred.id] : [this.#preferred.id, INSTEAD];
  }

  /** Who looks at a photo from now on, or has looked at the last one. */
  get current(): PhotoReaderName {
    return this.#goesWithout ? INSTEAD : this.#preferred.id;
  }

  /** Whether what `by` has seen is as good as this run can have it. */
  isEnough(by: PhotoReaderName): boolean {
    return by === this.#preferred.id || by === this.current;
  }

  /** What is said of who has looked at photos, when that were `readers`. */
  account(readers: readonly PhotoReaderName[]): Pick<ListingAnalysis, 'read_by' | 'instead_of'> {
    const { service, id } = this.#preferred;
    return service === null || readers.every((by) => by === id)
      ? { read_by: id, instead_of: null }
      : { read_by: INSTEAD, instead_of: service.name };
  }

  /** Throws what `PhotoReader.read` does, except for what a service is to blame for. */
  async read(photo: PreparedPhoto): Promise<PhotoReading> {
    const { signal } = this.#context;
    const { service } = this.#preferred;
    if (service === null) return await this.#preferred.read(photo, signal);
    const reading = this.#goesWithout ? null : await this.#ask(service, photo);
    if (reading !== null) return reading;
    this.#instead ??= service.openInstead();
    return await (await this.#instead).read(photo, signal);
  }

  async close(): Promise<void> {
    try {
      await this.#preferred.close();
    } finally {
      await (await this.#instead)?.close();
    }
  }

  /** Null: the service is given up. */
  async #ask({ service }: ReaderService, photo: PreparedPhoto): Promise<PhotoReading | null> {
    const { call, signal } = this.#context;
    for (const pause of [...PAUSES_MS, null]) {
      try {
        return await call(service, async () => await this.#preferred.read(photo, signal));
      } catch (error) {
        signal.throwIfAborted();
        const what = failureOf(error);
        if (what === 'photo') throw error;
        if (what === 'refused' || pause === null) break;
        await wait(pause, undefined, { signal });
      }
    }
    this.#goesWithout = true;
    await this.#givenUp.keep();
    return null;
  }
}

/** Whether asking again may help (`silent`), will not for now (`refused`), or the service is not to blame. */
function failureOf(error: unknown): 'silent' | 'refused' | 'photo' {
  if (error instanceof ServiceWaitError) return 'refused';
  if (!(error instanceof DocketError)) return 'photo';
  if (error.code === 'service_refused') return 'refused';
  return errorKind(error.code) === 'dependency' ? 'silent' : 'photo';
}
