/** What a database has been used for, as a bill would count it: documents read and documents written, by collection. */
import type { ListenMessage } from '../listen/messages.ts';

/** How often documents of each collection were concerned, by the collection's id. */
type Counts = Readonly<Record<string, number>>;

export interface UsageReport {
  /** Since when it is counted, in milliseconds since 1970. */
  readonly since: number;
  /** Documents that gets, queries and listeners were given. */
  readonly reads: Counts;
  /** Documents that commits have changed. */
  readonly writes: Counts;
}

export class Usage {
  readonly #now: () => number;
  readonly #reads = new Map<string, number>();
  readonly #writes = new Map<string, number>();
  #since: number;

  /** @param now wall clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
    this.#since = now();
  }

  /** Counts documents that somebody has been given. */
  countReads(documents: readonly { readonly name: string }[]): void {
    count(this.#reads, documents);
  }

  /** Counts the documents among the messages to a listener. */
  countMessages(messages: readonly ListenMessage[]): void {
    this.countReads(
      messages.flatMap((message) => ('documentChange' in message ? message.documentChange.document : [])),
    );
  }

  /** Counts documents that a commit has changed. */
  countWrites(changes: readonly { readonly name: string }[]): void {
    count(this.#writes, changes);
  }

  report(): UsageReport {
    return {
      since: this.#since,
      reads: Object.fromEntries(this.#reads),
      writes: Object.fromEntries(this.#writes),
    };
  }

  /** Begins to count anew. */
  reset(): void {
    this.#reads.clear();
    this.#writes.clear();
    this.#since = this.#now();
  }
}

/** The collection is the last but one part of a document's full name. */
function count(counts: Map<string, number>, documents: readonly { readonly name: string }[]): void {
  for (const { name } of documents) {
    const collection = name.split('/').at(-2) ?? '';
    counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
}
