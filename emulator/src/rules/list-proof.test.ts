/** A query is allowed when the rule holds for every document that it could find. */
import { describe, expect, it } from 'vitest';
import { allows, firestoreRules, requestOf } from '../../test/rules-support.ts';

type Wire = Record<string, unknown>;
const wire = (value: unknown): Wire => {
  if (typeof value === 'string') {
    return { stringValue: value };
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  }
  if (typeof value === 'boolean') {
    return { booleanValue: value };
  }
  return Array.isArray(value) ? { arrayValue: { values: value.map(wire) } } : { nullValue: null };
};
const operators: Record<string, string> = {
  '==': 'EQUAL',
  '!=': 'NOT_EQUAL',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  in: 'IN',
  'not-in': 'NOT_IN',
  'array-contains': 'ARRAY_CONTAINS',
  'array-contains-any': 'ARRAY_CONTAINS_ANY',
};
const where = (fieldPath: string, op: string, value: unknown): Wire => ({
  fieldFilter: { field: { fieldPath }, op: operators[op], value: wire(value) },
});
const unary = (fieldPath: string, op: string): Wire => ({ unaryFilter: { field: { fieldPath }, op } });
const all = (...filters: Wire[]): Wire => ({ compositeFilter: { op: 'AND', filters } });
const any = (...filters: Wire[]): Wire => ({ compositeFilter: { op: 'OR', filters } });

/** Whether a query on `things` with the filter is allowed under the condition. */
function proves(
  condition: string,
  filter?: Wire,
  more: { orderBy?: unknown[]; limit?: number } = {},
): boolean {
  const ruleset = firestoreRules(`match /things/{thing} { allow list: if ${condition}; }`);
  const query = { limit: more.limit ?? null, offset: null, where: filter, orderBy: more.orderBy };
  return allows(ruleset, { path: 'things', method: 'list', query });
}

describe('what a query says about a field', () => {
  it.each<[condition: string, filter: Wire | undefined, proven: boolean]>([
    ['resource.data.open == true', where('open', '==', true), true],
    ['resource.data.open', where('open', '==', true), true],
    ['resource.data.open == true', where('open', '==', false), false],
    ['resource.data.open == true', where('other', '==', true), false],
    ['resource.data.open == true', undefined, false],
    ['resource.data.uid == request.auth.uid', where('uid', '==', 'ada'), true],
    ['resource.data.uid == request.auth.uid', where('uid', '==', 'eve'), false],
    ["resource.data['uid'] == request.auth.uid", where('uid', '==', 'ada'), true],
    ["resource.data.get('uid', '') == request.auth.uid", where('uid', '==', 'ada'), true],
    ["resource.data.get(['a', 'b'], '') == 'x'", where('a.b', '==', 'x'), true],
    ['resource.data.a.b == 1 && resource.data.a is map', where('a.b', '==', 1), true],
    ["resource.data.a['b.c'] == 1", where('a.`b.c`', '==', 1), true],
    // alternatives
    ["resource.data.state in ['a', 'b']", where('state', 'in', ['a', 'b']), true],
    ["resource.data.state in ['a', 'b']", where('state', 'in', ['a', 'c']), false],
    ["resource.data.state in ['a', 'b']", any(where('state', '==', 'a'), where('state', '==', 'b')), true],
    ["resource.data.state in ['a', 'b']", any(where('state', '==', 'a'), where('n', '==', 1)), false],
    ['resource.data.a == 1 || resource.data.b == 1', any(where('a', '==', 1), where('b', '==', 1)), true],
    ['resource.data.a == 1 && resource.data.b == 1', any(where('a', '==', 1), where('b', '==', 1)), false],
    ['resource.data.a == 1 && resource.data.b == 2', all(where('a', '==', 1), where('b', '==', 2)), true],
    // numbers: a query does not tell an int from a float
    ['resource.data.n == 1 && resource.data.n is number', where('n', '==', 1), true],
    ['resource.data.n is int', where('n', '==', 1), false],
    ['resource.data.n is float', where('n', '==', 1.5), true],
    ['1 / resource.data.n > 0', where('n', '==', 2), false],
    // bounds
    ['resource.data.n > 4', where('n', '>', 4), true],
    ['resource.data.n >= 4', where('n', '>', 4), true],
    ['resource.data.n > 4', where('n', '>=', 4), false],
    ['resource.data.n >= 4 && 3 < resource.data.n', where('n', '>=', 4), true],
    ['resource.data.n != 4 && !(resource.data.n <= 4)', where('n', '>', 4), true],
    ['resource.data.n > 4', where('n', '>', 5), true],
    ['resource.data.n > 4', where('n', '>', 3), false],
    ['resource.data.n < 9 && resource.data.n <= 8', all(where('n', '>', 4), where('n', '<', 8)), true],
    ["resource.data.s < 'b' && resource.data.s is string", where('s', '<', 'b'), true],
    // NaN is found by n < 9, yet is not less than 9
    ['resource.data.n < 9', where('n', '<', 9), false],
    ['!(resource.data.n >= 9)', where('n', '<', 9), true],
    // lists
    ['request.auth.uid in resource.data.members', where('members', 'array-contains', 'ada'), true],
    ['request.auth.uid in resource.data.members', where('members', 'array-contains', 'eve'), false],
    ["resource.data.tags.hasAny(['a', 'b'])", where('tags', 'array-contains-any', ['a', 'b']), true],
    ["resource.data.tags.hasAny(['a'])", where('tags', 'array-contains-any', ['a', 'b']), false],
    [
      "resource.data.tags.hasAll(['a']) && resource.data.tags.toSet().hasAny(['a'])",
      where('tags', 'array-contains', 'a'),
      true,
    ],
    ["resource.data.tags == ['a']", where('tags', '==', ['a']), false],
    ["'a' in resource.data.tags", where('tags', '==', ['a', 'b']), true],
    // exclusions
    ["resource.data.state != 'secret'", where('state', '!=', 'secret'), true],
    ["!(resource.data.state in ['x', 'y'])", where('state', 'not-in', ['x', 'y']), true],
    ["!(resource.data.state in ['x', 'z'])", where('state', 'not-in', ['x', 'y']), false],
    ['resource.data.state != null', where('state', '!=', 'x'), true],
    ['resource.data.state != null', unary('state', 'IS_NOT_NULL'), true],
    ['resource.data.state == null', unary('state', 'IS_NULL'), true],
    ['math.isNaN(resource.data.n)', unary('n', 'IS_NAN'), true],
    ["'n' in resource.data", unary('n', 'IS_NOT_NAN'), true],
    // presence
    ["'n' in resource.data && resource.data.keys().hasAll(['n'])", where('n', '>', 1), true],
    ["resource.data.keys().hasOnly(['n'])", where('n', '>', 1), false],
    ["'n' in resource.data", undefined, false],
    // what says nothing
    ['resource.data.n == 1', { unheardOf: true }, false],
    ['resource.data.n == 1', where('n', '==', undefined), false],
    ['true', { unheardOf: true }, true],
  ])('%s under %j: %s', (condition, filter, proven) => {
    expect(proves(condition, filter)).toBe(proven);
  });

  it('knows that an ordering finds only what has the field', () => {
    expect(proves("'n' in resource.data", undefined, { orderBy: [{ field: { fieldPath: 'n' } }] })).toBe(
      true,
    );
  });
});

describe('an unknown', () => {
  it.each([
    ['true || resource.data.x', true],
    ['resource.data.x || true', true],
    ['resource.data.x || resource.data.y', false],
    ['!(resource.data.x && false)', true],
    ['resource.data.x == resource.data.x', false],
    ['resource.data.x != 1', false],
    ['(resource.data.x ? true : true)', false],
    ['[resource.data.x].size() == 1', false],
    ['exists(/databases/$(database)/documents/a/$(resource.data.x))', false],
    ["thing is string && resource.id is string && thing != ''", false],
    ['thing is string && resource.id is string && request.path is path && resource.__name__ is path', true],
    ["request.method == 'list' && request.resource == null && resource != null", true],
    ["database == '(default)'", true],
  ])('%s is proven: %s', (condition, proven) => {
    expect(proves(condition)).toBe(proven);
  });

  it('is told from false in the refusal', () => {
    const ruleset = firestoreRules('match /things/{thing} { allow list: if resource.data.open; }');
    const request = requestOf({ path: 'things', method: 'list', query: { limit: null, offset: null } });
    expect(ruleset.evaluate(request).message).toBe(
      "\nThe query does not ensure the condition. for 'list' @ L3",
    );
  });
});

describe('the limit of a query', () => {
  it.each([
    [10, true],
    [100, true],
    [101, false],
    [undefined, false],
  ])('%s', (limit, allowed) => {
    expect(proves('request.query.limit <= 100', undefined, limit === undefined ? {} : { limit })).toBe(
      allowed,
    );
  });
});

describe('membership of a workspace', () => {
  const ruleset = firestoreRules(`
    function member(workspace) {
      return request.auth != null
        && exists(/databases/$(database)/documents/workspaces/$(workspace)/members/$(request.auth.uid));
    }
    match /workspaces/{workspace}/jobs/{job} { allow read: if member(workspace); }
    match /{path=**}/members/{m} { allow list: if request.auth != null && resource.data.uid == request.auth.uid; }`);
  const documents = { 'workspaces/w/members/ada': {} };
  const query = { limit: null, offset: null };

  it('allows to list what lies in it', () => {
    const list = { path: 'workspaces/w/jobs', method: 'list', documents, query } as const;
    expect(allows(ruleset, list)).toBe(true);
    expect(allows(ruleset, { ...list, uid: 'eve' })).toBe(false);
    expect(allows(ruleset, { ...list, uid: null })).toBe(false);
    expect(allows(ruleset, { ...list, path: 'workspaces/x/jobs' })).toBe(false);
  });

  it('does not open the same collection in every workspace', () => {
    expect(
      allows(ruleset, {
        path: 'jobs',
        method: 'list',
        documents,
        query: { ...query, collectionGroup: true },
      }),
    ).toBe(false);
  });

  it("allows a collection group query for one's own memberships", () => {
    const own = { ...query, collectionGroup: true, where: where('uid', '==', 'ada') };
    const list = { path: 'members', method: 'list', query: own } as const;
    expect(allows(ruleset, list)).toBe(true);
    expect(allows(ruleset, { ...list, uid: 'eve' })).toBe(false);
    expect(allows(ruleset, { ...list, path: 'workspaces/w/members' })).toBe(true);
    expect(allows(ruleset, { ...list, query: { ...own, where: undefined } })).toBe(false);
  });
});

describe('a query for documents by their names', () => {
  const ruleset = firestoreRules(
    'match /users/{uid} { allow list: if uid == request.auth.uid && resource.id == uid; }',
  );
  const byName = (name: string, path = 'users') => {
    const value = { referenceValue: `projects/p/databases/(default)/documents/${name}` };
    const filter = { fieldFilter: { field: { fieldPath: '__name__' }, op: 'EQUAL', value } };
    return allows(ruleset, { path, method: 'list', query: { limit: null, offset: null, where: filter } });
  };

  it('knows the wildcard', () => {
    expect(byName('users/ada')).toBe(true);
    expect(byName('users/eve')).toBe(false);
  });

  it('ignores names that cannot be in the collection', () => {
    expect(byName('users/ada', 'secrets')).toBe(false);
    expect(byName('others/ada')).toBe(false);
  });
});
