/** Soundness: whatever list is allowed, each document that the query finds could be got under the same condition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QueryModel, randomDocument, randomQuery, randomRule } from '../../test/list-model.ts';
import { firestoreRules, requestOf } from '../../test/rules-support.ts';
import { fromFirestoreFields } from './values.ts';

describe('a list that is allowed', () => {
  it('finds only documents that may be got', () => {
    let allowed = 0;
    let found = 0;
    fc.assert(
      fc.property(
        randomRule,
        randomQuery,
        fc.array(randomDocument, { minLength: 1, maxLength: 6 }),
        (rule, query, documents) => {
          const ruleset = firestoreRules(`match /things/{thing} { allow read: if ${rule}; }`);
          if (!mayList(ruleset, query)) {
            return;
          }
          allowed += 1;
          for (const fields of documents.filter((document) => query.finds(document))) {
            found += 1;
            const resource = { name: ['things', 'one'], data: fromFirestoreFields(fields) };
            const decision = ruleset.evaluate({ ...requestOf({ path: 'things/one' }), resource });
            expect(decision, `${rule} on ${JSON.stringify(fields)}`).toEqual({ allowed: true, message: '' });
          }
        },
      ),
      { numRuns: 4000 },
    );
    expect(allowed).toBeGreaterThan(100);
    expect(found).toBeGreaterThan(50);
  });
});

function mayList(ruleset: ReturnType<typeof firestoreRules>, { where }: QueryModel): boolean {
  const query = { limit: null, offset: null, where };
  return ruleset.evaluate(requestOf({ path: 'things', method: 'list', query })).allowed;
}
