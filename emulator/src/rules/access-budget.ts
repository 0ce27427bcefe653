/**
 * How many documents a request may look at. Production refuses the eleventh; a document that was looked at before is
 * free.
 *
 * @see https://firebase.google.com/docs/firestore/quotas#security_rules
 */
import { LimitExceeded } from './failure.ts';

export interface AccessBudget {
  readonly limit: number;
  /** Keys of the documents looked at so far. */
  readonly seen: Set<string>;
}

/** Most documents that one operation may look at. */
export const accessesPerOperation = 10;
/** Most documents that all the operations of a batch or transaction may look at together. */
export const accessesPerBatch = 20;
/** Most Firestore documents that one evaluation of Storage rules may look at. */
export const accessesFromStorage = 2;

export function createAccessBudget(limit: number): AccessBudget {
  return { limit, seen: new Set() };
}

/** Counts one look at a document. Throws LimitExceeded when the budget is used up. */
export function spendAccess(budget: AccessBudget, key: string): void {
  if (budget.seen.has(key)) {
    return;
  }
  if (budget.seen.size >= budget.limit) {
    throw new LimitExceeded(`Too many document access calls: the limit is ${budget.limit}.`);
  }
  budget.seen.add(key);
}
