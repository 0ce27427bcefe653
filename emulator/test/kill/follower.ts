/** A listener that comes back after each end of the emulator with what it has, as an SDK does with its cache. */
import type { z } from 'zod';
import type { JsonObject } from '../../src/values/wire.ts';
import { database, listenResponse, RawClient, root } from './raw-client.ts';

const targetId = 1;

export class Follower {
  readonly #query: JsonObject;
  /** Name and version of each document that the listener was told of. */
  readonly #cache = new Map<string, number>();
  #token: string | undefined;
  #resets = 0;
  #matches = true;

  constructor(structuredQuery: JsonObject) {
    this.#query = { parent: root, structuredQuery };
  }

  /** How often the emulator did not know the listener's token any more. */
  get resets(): number {
    return this.#resets;
  }

  /** Whether the numbers of documents that the emulator has named were right. */
  get countsMatched(): boolean {
    return this.#matches;
  }

  /** The names and versions that the listener knows, in order. */
  get known(): string[] {
    return Array.from(this.#cache, ([name, version]) => `${name} ${version}`).toSorted();
  }

  /** Listens again. Resolves, with what ends that, when everything missed has been told. */
  async follow(port: number): Promise<() => void> {
    const client = new RawClient(port);
    const stream = client.listen();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let current = false;
    stream.on('error', reject);
    stream.on('data', (message) => {
      const { targetChange } = this.#take(message);
      current ||= targetChange?.targetChangeType === 'CURRENT';
      if (current && targetChange && !targetChange.targetChangeType) {
        resolve();
      }
    });
    const resumeToken = this.#token === undefined ? {} : { resumeToken: this.#token };
    stream.write({ database, addTarget: { targetId, query: this.#query, ...resumeToken } });
    await promise;
    return () => {
      stream.cancel();
      client.close();
    };
  }

  #take(message: unknown): z.output<typeof listenResponse> {
    const response = listenResponse.parse(message);
    const { targetChange, documentChange, documentDelete, documentRemove, filter } = response;
    if (targetChange?.targetChangeType === 'RESET') {
      this.#resets += 1;
      this.#cache.clear();
    }
    if (documentChange) {
      const { document, removedTargetIds } = documentChange;
      if (removedTargetIds.includes(targetId)) {
        this.#cache.delete(document.name);
      } else {
        this.#cache.set(document.name, document.updateTime);
      }
    }
    for (const gone of [documentDelete, documentRemove]) {
      this.#cache.delete(gone?.document ?? '');
    }
    if (filter && filter.count !== this.#cache.size) {
      this.#matches = false;
    }
    this.#token = targetChange?.resumeToken ?? this.#token;
    return response;
  }
}
