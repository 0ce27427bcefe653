/**
 * What the clients know: which writes the emulator has acknowledged, and what it must therefore still have however it
 * ended. A write without an answer may be there or not, but never in part.
 */
import type { RawDocument } from './raw-client.ts';

/** Each client has its own documents of these; `n` counts what it has done to them. */
export const clients = 6;
/** So many documents are always written together. */
export const together = 5;
/** Between these money moves; together they always have the same. */
export const accounts = 4;
export const startingBalance = 1_000;

/** What a check has found wrong, in words. */
export interface Findings {
  /** Acknowledged, and not there. */
  readonly losses: string[];
  /** There in part. */
  readonly halves: string[];
  /** Times that went back. */
  readonly timeSlips: string[];
}

export class Ledger {
  /** Writes that were acknowledged, over all runs. */
  acknowledged = 0;
  /** The last acknowledged count of a document that is written again and again. */
  readonly #counts = new Map<string, number>();
  /** Documents that must be there. */
  readonly #present = new Set<string>();
  /** Documents that must be gone. */
  readonly #absent = new Set<string>();
  /** The latest version known of each document. */
  readonly #versions = new Map<string, number>();

  /** `writes` writes were acknowledged that leave the count of `path` at `count`. */
  counted(path: string, count: number, writes: number): void {
    this.acknowledged += writes;
    this.#counts.set(path, count);
  }

  countOf(path: string): number {
    return this.#counts.get(path) ?? 0;
  }

  created(path: string): void {
    this.acknowledged += 1;
    this.#present.add(path);
  }

  /** A document is about to be deleted: it may be there or not until that is acknowledged. */
  deleting(path: string): void {
    this.#present.delete(path);
  }

  deleted(path: string): void {
    this.acknowledged += 1;
    this.#absent.add(path);
  }

  /** Some document that is known to be there and matches. */
  anyPresent(start: string): string | undefined {
    return this.#present.values().find((path) => path.startsWith(start));
  }

  /** Holds all documents of the emulator against what is known, and takes over what is there for the future. */
  check(documents: ReadonlyMap<string, RawDocument>): Findings {
    const losses = [
      ...[...this.#present].filter((path) => !documents.has(path)),
      ...[...this.#absent].filter((path) => documents.has(path)).map((path) => `${path} is back`),
      ...[...this.#counts]
        .filter(([path, count]) => numberIn(documents.get(path), 'n') < count)
        .map(([path, count]) => `${path} had reached ${count}`),
    ];
    const timeSlips = [...documents].flatMap(([path, { createTime, updateTime }]) =>
      createTime <= updateTime && (this.#versions.get(path) ?? 0) <= updateTime ? [] : [path],
    );
    for (const [path, document] of documents) {
      this.#versions.set(path, document.updateTime);
      if (this.#counts.has(path)) {
        this.#counts.set(path, numberIn(document, 'n'));
      }
    }
    return { losses, timeSlips, halves: [...halvesTogether(documents), ...halvesOfSums(documents)] };
  }
}

/** A whole number in a document; 0 for none. */
export function numberIn(document: Pick<RawDocument, 'fields'> | undefined, field: string): number {
  const value = document?.fields[field];
  return typeof value === 'object' && value !== null && 'integerValue' in value
    ? Number(value.integerValue)
    : 0;
}

/** Text in a document; empty for none. */
function textIn(document: Pick<RawDocument, 'fields'> | undefined, field: string): string {
  const value = document?.fields[field];
  return typeof value === 'object' && value !== null && 'stringValue' in value
    ? String(value.stringValue)
    : '';
}

/** Documents written in one commit have one count and one version. */
function halvesTogether(documents: ReadonlyMap<string, RawDocument>): string[] {
  return Array.from({ length: clients }, (_, client) => {
    const members = Array.from({ length: together }, (_member, index) =>
      documents.get(`together/${client}-${index}`),
    );
    const versions = members.map((document) => `${numberIn(document, 'n')} at ${document?.updateTime}`);
    return new Set(versions).size === 1 ? [] : [`together/${client}: ${versions.join(', ')}`];
  }).flat();
}

/** What counters and accounts hold is the sum of the receipts that were written in the same commits. */
function halvesOfSums(documents: ReadonlyMap<string, RawDocument>): string[] {
  const expected = new Map<string, number>([['counters/shared', 0]]);
  for (let account = 0; account < accounts; account += 1) {
    expected.set(`accounts/${account}`, startingBalance);
  }
  const add = (path: string, amount: number) => expected.set(path, (expected.get(path) ?? 0) + amount);
  for (const [path, document] of documents) {
    if (path.startsWith('increments/')) {
      add('counters/shared', 1);
    } else if (path.startsWith('transfers/')) {
      add(`accounts/${textIn(document, 'from')}`, -numberIn(document, 'amount'));
      add(`accounts/${textIn(document, 'to')}`, numberIn(document, 'amount'));
    }
  }
  return [...expected].flatMap(([path, sum]) => {
    const held = numberIn(documents.get(path), 'n');
    return held === sum ? [] : [`${path} holds ${held}, its receipts make ${sum}`];
  });
}
