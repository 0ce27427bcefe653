/**
 * The recent past of a database: enough to read it as it was some minutes ago (read-only transactions, `readTime`)
 * and to tell a returning listener which documents are gone.
 */
import { StatusError } from '../status.ts';
import type { Micros } from '../values/timestamp.ts';
import type { DocumentChange, StoredDocument } from './document.ts';

/** What differed at some moment from now: names with the version of then, undefined for "was not there". */
export type Overlay = ReadonlyMap<string, StoredDocument | undefined>;

interface Entry {
  readonly time: Micros;
  readonly changes: readonly DocumentChange[];
}

const keptMicros = 5 * 60 * 1_000_000;
const keptChanges = 50_000;

export class History {
  #entries: Entry[] = [];
  #changes = 0;
  /** Reads at or after this moment can be answered. */
  #horizon: Micros;

  constructor(startedAt: Micros) {
    this.#horizon = startedAt;
  }

  record(time: Micros, changes: readonly DocumentChange[]): void {
    this.#entries.push({ time, changes });
    this.#changes += changes.length;
    if (this.#changes > keptChanges || (this.#entries[0]?.time ?? time) < time - 2 * keptMicros) {
      this.#forget(time - keptMicros);
    }
  }

  /** How the database differed at `time` from now. Throws FAILED_PRECONDITION when that is too long ago. */
  overlayAt(time: Micros): Overlay {
    if (time < this.#horizon) {
      throw new StatusError('FAILED_PRECONDITION', 'The requested snapshot version is too old.');
    }
    const overlay = new Map<string, StoredDocument | undefined>();
    for (const entry of this.#entries.toReversed()) {
      if (entry.time <= time) {
        break;
      }
      for (const change of entry.changes) {
        overlay.set(change.name, change.before);
      }
    }
    return overlay;
  }

  #forget(before: Micros): void {
    while (this.#changes > keptChanges / 2 || (this.#entries[0]?.time ?? before) < before) {
      const oldest = this.#entries.shift();
      if (!oldest) {
        return;
      }
      this.#changes -= oldest.changes.length;
      this.#horizon = oldest.time;
    }
  }
}
