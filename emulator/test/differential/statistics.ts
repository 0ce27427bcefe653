/** Counts of what happened in the cases, so that a test can say that it has seen something. */
import { kinds } from './model/value.ts';

export class Statistics {
  readonly #counts = new Map<string, number>();

  count(name: string, amount = 1): void {
    this.#counts.set(name, this.of(name) + amount);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
}

/** What share of something is something else, and the least share that makes the cases worth running. */
export interface Share {
  readonly of: string;
  readonly are: string;
  readonly atLeast: number;
}

/** The shares without which the cases would say little: most of them far below what they are. */
export const wantedShares: readonly Share[] = [
  { of: 'queries', are: 'queries with results', atLeast: 0.25 },
  { of: 'queries', are: 'queries without results', atLeast: 0.1 },
  { of: 'queries', are: 'queries with several results', atLeast: 0.12 },
  { of: 'queries', are: 'queries with a filter', atLeast: 0.5 },
  { of: 'queries', are: 'queries with several inequalities', atLeast: 0.05 },
  { of: 'queries', are: 'queries refused', atLeast: 0.01 },
  { of: 'queries', are: 'queries of a collection group', atLeast: 0.1 },
  { of: 'queries', are: 'queries in the past', atLeast: 0.02 },
  { of: 'queries', are: 'queries cut by a limit', atLeast: 0.02 },
  { of: 'queries', are: 'queries of many documents', atLeast: 0.005 },
  { of: 'queries with several results', are: 'results ordered across types', atLeast: 0.15 },
  { of: 'cursors', are: 'cursors that leave something and something out', atLeast: 0.18 },
  { of: 'cursors', are: 'cursors at a result', atLeast: 0.35 },
  { of: 'aggregations', are: 'aggregations of something', atLeast: 0.12 },
  { of: 'commits', are: 'commits refused', atLeast: 0.08 },
  { of: 'commits', are: 'commits that change nothing', atLeast: 0.01 },
  { of: 'writes', are: 'writes with transforms', atLeast: 0.03 },
  { of: 'transactions', are: 'transactions committed', atLeast: 0.2 },
  { of: 'transactions', are: 'transactions refused', atLeast: 0.05 },
  { of: 'transactions', are: 'transactions with somebody waiting', atLeast: 0.02 },
  { of: 'targets', are: 'targets resumed', atLeast: 0.08 },
  { of: 'snapshots', are: 'snapshots with documents', atLeast: 0.3 },
  { of: 'snapshots', are: 'snapshots that differ from the one before', atLeast: 0.2 },
];

/** Operators, transforms and the like, of which each must have occurred. */
export const wantedNames: Readonly<Record<string, readonly string[]>> = {
  'stored ': [...kinds, '-0', 'large integer'],
  'compared with ': kinds,
  'cursor at ': kinds,
  'filter ': [
    'and',
    'or',
    '==',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    'array-contains',
    'in',
    'not-in',
    'array-contains-any',
  ],
  'found by ': [
    'and',
    'or',
    '==',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    'array-contains',
    'in',
    'not-in',
    'array-contains-any',
  ],
  'write ': ['set', 'merge', 'transform', 'delete', 'verify'],
  'transform ': ['requestTime', 'increment', 'maximum', 'minimum', 'append', 'remove'],
  'refused ': ['NOT_FOUND', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'INVALID_ARGUMENT', 'ABORTED'],
  'aggregation ': ['count', 'sum', 'avg'],
  'query with ': ['startAt', 'startAfter', 'endAt', 'endBefore', 'limit', 'limitToLast', 'offset', 'select'],
};

/** Of these some may be absent from a few hundred cases. */
export const rareNames: Readonly<Record<string, number>> = {
  'cursor at ': 3,
  'compared with ': 1,
  'refused ': 1,
};
