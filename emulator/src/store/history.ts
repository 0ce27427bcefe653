/**
 * The recent past of a database: enough to read it as it was some minutes ago (read-only transactions, `readTime`).
 * Bounded in time, in number and in bytes, so that large documents written in a loop do not fill the memory.
 */
import { StatusError } from '../status.ts';
import { documentSize } from '../values/size.ts';
import type { Micros } from '../values/timestamp.ts';
import type { DocumentChange, StoredDocument } from './document.ts';

/** What differed at some moment from now: names with the version of then, undefined for "was not there". */
export type Overlay = ReadonlyMap<string, StoredDocument | undefined>;

export interface HistoryLimits {
  /** What is older may be forgotten. */
  readonly micros: Micros;
  readonly changes: number;
  /** All old versions together, by {@link documentSize}. */
  readonly bytes: number;
}

/** Five minutes, which are what the SDKs may ask for, unless they hold too much. */
export const defaultHistory: HistoryLimits = {
  micros: 5 * 60 * 1_000_000,
  changes: 50_000,
  bytes: 64 * 1_048_576,
};

interface Entry {
  readonly time: Micros;
  readonly changes: readonly DocumentChange[];
  readonly bytes: number;
}

export class History {
  readonly #limits: HistoryLimits;
  readonly #entries: Entry[] = [];
  #changes = 0;
  #bytes = 0;
  /** Reads at or after this moment can be answered. */
  #horizon: Micros;

  constructor(startedAt: Micros, limits: HistoryLimits = defaultHistory) {
    this.#horizon = startedAt;
    this.#limits = limits;
  }

  record(time: Micros, changes: readonly DocumentChange[]): void {
    const bytes = changes.reduce((total, { before }) => total + (before ? sizeOf(before) : 0), 0);
    this.#entries.push({ time, changes, bytes });
    this.#changes += changes.length;
    this.#bytes += bytes;
    const { changes: mostChanges, bytes: mostBytes, micros } = this.#limits;
    const oldest = this.#entries[0]?.time ?? time;
    if (this.#changes > mostChanges || this.#bytes > mostBytes || oldest < time - 2 * micros) {
      this.#forget(time - micros);
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

  /** Forgets what is older than `before`, and more until half of each limit is free: seldom, and much at a time. */
  #forget(before: Micros): void {
    let forgotten = 0;
    for (const { time, changes, bytes } of this.#entries) {
      const full =
        this.#changes > this.#limits.changes / 2 || this.#bytes > this.#limits.bytes / 2 || time < before;
      if (!full) {
        break;
      }
      this.#changes -= changes.length;
      this.#bytes -= bytes;
      this.#horizon = time;
      forgotten += 1;
    }
    this.#entries.splice(0, forgotten);
  }
}

function sizeOf(document: StoredDocument): number {
  return documentSize(document.segments, document.fields);
}
