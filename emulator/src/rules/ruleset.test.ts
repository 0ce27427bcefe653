/** Which statements apply to a request, what they may look at, and what is reported. */
import { describe, expect, it } from 'vitest';
import { allows, firestoreRules, requestOf, rulesOf } from '../../test/rules-support.ts';
import { createAccessBudget } from './access-budget.ts';
import type { RulesValue } from './values.ts';

describe('a match', () => {
  it.each<[pattern: string, path: string, applies: boolean]>([
    ['/a/{id}', 'a/1', true],
    ['/a/{id}', 'b/1', false],
    ['/a/{id}', 'a/1/b/2', false],
    ['/a/1', 'a/1', true],
    ['/a/1', 'a/2', false],
    ['/{any=**}', 'a/1', true],
    ['/{any=**}', 'a/1/b/2', true],
    ['/a/{id}/{rest=**}', 'a/1', true],
    ['/a/{id}/{rest=**}', 'a/1/b/2', true],
    ['/{path=**}/b/{id}', 'b/2', true],
    ['/{path=**}/b/{id}', 'a/1/b/2', true],
    ['/{path=**}/b/{id}', 'a/1/c/2', false],
    ['/a/{x=**}/c/{id}', 'a/b/c/1', true],
    ['/a/{x=**}/c/{id}', 'a/1/b/2/c/3', true],
    ['/a/{x=**}/c/{id}', 'a/1/b/2/d/3', false],
    ['/über-uns/{id}', 'über-uns/1', true],
    ['/日本/-x', '日本/-x', true],
    ['/-x/{id}', 'x/1', false],
    ['/😀/{id}', '😀/1', true],
  ])('%s on %s', (pattern, path, applies) => {
    const ruleset = firestoreRules(`match ${pattern} { allow get; }`);
    expect(allows(ruleset, { path })).toBe(applies);
  });

  it('binds its wildcards: one segment as a string, the rest as a path', () => {
    const ruleset = firestoreRules(
      `match /{path=**}/b/{id} { allow get: if id == '2' && path == /a/1 && path is path && id is string; }`,
    );
    expect(allows(ruleset, { path: 'a/1/b/2' })).toBe(true);
  });

  it('does not reach into subcollections, and several are joined by or', () => {
    const ruleset = firestoreRules(`
      match /a/{id} { allow get: if false; match /b/{sub} { allow get: if id == '1'; } }
      match /{any=**} { allow get: if resource == null && request.auth.uid == 'eve'; }`);
    expect(allows(ruleset, { path: 'a/1' })).toBe(false);
    expect(allows(ruleset, { path: 'a/1/b/2' })).toBe(true);
    expect(allows(ruleset, { path: 'a/2/b/2' })).toBe(false);
    expect(allows(ruleset, { path: 'a/1', uid: 'eve' })).toBe(true);
  });

  it('with {name=**} needs a segment before rules_version 2', () => {
    const rules = (version: string) =>
      rulesOf(
        `${version} service cloud.firestore { match /databases/{d}/documents/a/{id}/{rest=**} { allow get; } }`,
      );
    expect(allows(rules("rules_version = '1';"), { path: 'a/1' })).toBe(false);
    expect(allows(rules("rules_version = '1';"), { path: 'a/1/b/2' })).toBe(true);
    expect(allows(rules("rules_version = '2';"), { path: 'a/1' })).toBe(true);
  });

  it('allows objects to be listed only from rules_version 2 on', () => {
    const source = 'service firebase.storage { match /b/{bucket}/o { match /{all=**} { allow read; } } }';
    const asked = { service: 'firebase.storage', path: 'b/x/o/a', method: 'list' } as const;
    expect(allows(rulesOf(source), asked)).toBe(false);
    expect(allows(rulesOf(source), { ...asked, method: 'get' })).toBe(true);
    expect(allows(rulesOf(`rules_version = '2'; ${source}`), asked)).toBe(true);
  });

  it('counts for its own service and database only', () => {
    const ruleset = rulesOf(`rules_version = '2';
      service firebase.storage { match /{all=**} { allow get; } }
      service cloud.firestore { match /databases/other/documents/{all=**} { allow get; } }`);
    expect(allows(ruleset, { path: 'a/1' })).toBe(false);
    expect(allows(ruleset, { path: 'a/1', database: 'other' })).toBe(true);
    expect(allows(ruleset, { path: 'b/x/o/file', service: 'firebase.storage' })).toBe(true);
  });
});

describe('a method', () => {
  it.each([
    ['read', ['get', 'list']],
    ['write', ['create', 'update', 'delete']],
    ['get', ['get']],
    ['list', ['list']],
    ['create', ['create']],
    ['update', ['update']],
    ['delete', ['delete']],
  ])('%s means %j', (name, expected) => {
    const ruleset = firestoreRules(`match /{all=**} { allow ${name}; }`);
    const methods = ['get', 'list', 'create', 'update', 'delete'] as const;
    expect(
      methods.filter((method) => allows(ruleset, { path: method === 'list' ? 'a' : 'a/1', method })),
    ).toEqual(expected);
  });
});

describe('a write', () => {
  it('shows the document before and after', () => {
    const ruleset = firestoreRules(`match /a/{id} {
      allow create: if resource == null && request.resource.data.n == 1 && request.resource.id == id;
      allow update: if resource.data.n == 1 && request.resource.data.diff(resource.data).affectedKeys().hasOnly(['n']);
      allow delete: if request.resource == null && resource.data.n == 2;
    }`);
    expect(allows(ruleset, { path: 'a/1', method: 'create', after: { n: 1 } })).toBe(true);
    expect(
      allows(ruleset, { path: 'a/1', method: 'update', before: { n: 1, m: 1 }, after: { n: 2, m: 1 } }),
    ).toBe(true);
    expect(
      allows(ruleset, { path: 'a/1', method: 'update', before: { n: 1, m: 1 }, after: { n: 2, m: 2 } }),
    ).toBe(false);
    expect(allows(ruleset, { path: 'a/1', method: 'delete', before: { n: 2 } })).toBe(true);
  });
});

describe('a look at another document', () => {
  const at = (path: string) => `/databases/$(database)/documents/${path}`;

  it('sees it before the request, and after all of it', () => {
    const ruleset = firestoreRules(`match /a/{id} {
      allow create: if !exists(${at('b/x')}) && existsAfter(${at('b/x')})
        && getAfter(${at('b/x')}).data.n == 2 && getAfter(${at('b/x')}).id == 'x';
    }`);
    const asked = { path: 'a/1', method: 'create', after: {} } as const;
    expect(allows(ruleset, { ...asked, documentsAfter: { 'b/x': { n: 2 } } })).toBe(true);
    expect(allows(ruleset, { ...asked, documents: { 'b/x': { n: 2 } } })).toBe(false);
  });

  it.each([
    ['get(/a/b).data.x == 1', 'Not the path of a document: /a/b.'],
    [`get(${at('a')}).data.x == 1`, 'Not the path of a document: /databases/(default)/documents/a.'],
    [
      `get(${at('a/b')}) == null`,
      'Service call error. Function: [get]: there is no document /databases/(default)/documents/a/b.',
    ],
    [
      `getAfter(${at('a/b')}) == null`,
      'Service call error. Function: [getAfter]: there is no document /databases/(default)/documents/a/b.',
    ],
    ['exists(1)', 'Type error. Received: [int] Expected: [path].'],
    [`exists(/databases/other/documents/a/b)`, 'false'],
  ])('%s', (condition, message) => {
    const ruleset = firestoreRules(`match /things/{id} { allow get: if ${condition}; }`);
    expect(ruleset.evaluate(requestOf({ path: 'things/one' })).message).toBe(`\n${message} for 'get' @ L3`);
  });

  const looks = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `!exists(${at(`b/d${from + index}`)})`).join(' && ');

  it('is possible ten times; the same document again is free', () => {
    const ten = firestoreRules(`match /a/{id} { allow get: if ${looks(0, 10)} && ${looks(0, 10)}; }`);
    expect(allows(ten, { path: 'a/1' })).toBe(true);
    const eleven = firestoreRules(`match /a/{id} { allow get: if ${looks(0, 11)} || true; }`);
    expect(eleven.evaluate(requestOf({ path: 'a/1' }))).toEqual({
      allowed: false,
      message: "\nToo many document access calls: the limit is 10. for 'get'",
    });
  });

  it('is possible twenty times in a batch, ten times an operation', () => {
    const ruleset = firestoreRules(
      ['a', 'b', 'c']
        .map((name, index) => `match /${name}/{id} { allow create: if ${looks(index * 8, 8)}; }`)
        .join(''),
    );
    const accessBudget = createAccessBudget(20);
    const create = (path: string) => allows(ruleset, { path, method: 'create', after: {}, accessBudget });
    expect([create('a/1'), create('b/1'), create('c/1')]).toEqual([true, true, false]);
  });
});

describe('an error that nobody has foreseen', () => {
  const fault = (): never => {
    throw new RangeError('Out of something');
  };

  it('is a denial with its text: the SDKs would repeat a request that fails for ever', () => {
    const odd: RulesValue = {
      kind: 'list',
      get items() {
        return fault();
      },
    };
    const question = {
      service: 'cloud.firestore',
      method: 'get',
      path: ['databases', '(default)', 'documents', 'a', '1'],
      reader: { before: fault, after: fault },
    } as const;
    const ruleset = firestoreRules('match /a/{id} { allow get: if request.size() == 1; }');
    expect(ruleset.evaluateWith({ ...question, variables: new Map([['request', odd]]) })).toEqual({
      allowed: false,
      message: "\nEvaluation error: Out of something for 'get'",
    });
    const looking = firestoreRules(
      'match /a/{id} { allow get: if exists(/databases/(default)/documents/b/x) || true; }',
    );
    expect(() => looking.evaluateWith({ ...question, variables: new Map() })).toThrow('Out of something');
  });
});

describe('a limit', () => {
  it('of a thousand expressions refuses the request, whatever else would allow it', () => {
    const sum = (terms: number) => `${Array.from({ length: terms }, () => '1').join(' + ')} > 0`;
    const rules = (terms: number) =>
      firestoreRules(
        `function s() { return ${sum(terms)}; } match /a/{id} { allow get: if s() && s() && s() || true; allow get; }`,
      );
    expect(allows(rules(300), { path: 'a/1' })).toBe(true);
    expect(rules(400).evaluate(requestOf({ path: 'a/1' })).message).toBe(
      "\nMore than 1000 expressions were evaluated. for 'get'",
    );
  });
});

describe('a refusal', () => {
  it('gives the reason of every allow that was evaluated, with the line of its condition', () => {
    const ruleset = firestoreRules(`match /a/{id} {
      allow get: if false;
      allow read:
        if resource.data.x == 1;
      allow list: if false;
    }`);
    expect(ruleset.evaluate(requestOf({ path: 'a/1' })).message).toBe(
      "\nfalse for 'get' @ L4, Null value error. for 'get' @ L6",
    );
  });

  it('says so when nothing applies', () => {
    expect(firestoreRules('').evaluate(requestOf({ path: 'a/1' }))).toEqual({
      allowed: false,
      message: '\nNo matching allow statements',
    });
  });
});

describe('the coverage report', () => {
  const source = `match /a/{id} {
      function isOpen(thing) { let open = thing.data.open; return open == true; }
      allow get: if id == '1' || isOpen(resource);
    }`;

  it('has each condition, let and return by its place in the source, with the values it came to', () => {
    const ruleset = firestoreRules(source);
    for (const path of ['a/1', 'a/2', 'a/2']) {
      allows(ruleset, { path, before: { open: true } });
    }
    const { rules, report } = ruleset.coverageReport();
    const text = rules.files[0]?.content ?? '';
    const told = report.map(({ sourcePosition: { currentOffset, endOffset }, values }) => [
      text.slice(currentOffset, endOffset),
      values,
    ]);
    const isTrue = { boolValue: true };
    expect(told).toEqual([
      ["id == '1' || isOpen(resource)", [{ value: isTrue, count: 3 }]],
      ['thing.data.open', [{ value: isTrue, count: 2 }]],
      ['open == true', [{ value: isTrue, count: 2 }]],
    ]);
    expect(report[0]?.children?.map(({ values }) => values)).toEqual([
      [
        { value: isTrue, count: 1 },
        { value: { boolValue: false }, count: 2 },
      ],
      [{ value: isTrue, count: 2 }],
    ]);
  });

  it('tells errors and open questions from values, and says nothing of what was not evaluated', () => {
    const ruleset = firestoreRules('match /a/{id} { allow read: if resource.data.open; allow write; }');
    allows(ruleset, { path: 'a/1', before: {} });
    allows(ruleset, { path: 'a', method: 'list', query: { limit: null, offset: null } });
    const [read, write] = ruleset.coverageReport().report;
    expect(read?.values).toEqual([
      { value: { undefined: { causeMessage: 'Property open is undefined on object.' } }, count: 1 },
      { value: { constraintValue: {} }, count: 1 },
    ]);
    expect(write).not.toHaveProperty('values');
  });

  it('keeps no more than so many values, and counts the others', () => {
    const ruleset = firestoreRules('match /a/{id} { allow get: if resource.data.n == 1; }');
    for (let n = 0; n < 250; n += 1) {
      allows(ruleset, { path: `a/${n}`, before: { n } });
    }
    const [equal] = ruleset.coverageReport().report;
    const [field] = equal?.children ?? [];
    const total = (entries: typeof field) => entries?.values?.reduce((sum, { count }) => sum + count, 0);
    expect(total(field)).toBe(250);
    expect(field?.values).toHaveLength(101);
    expect(field?.values?.at(-1)).toEqual({ value: {}, count: 150 });
    expect(total(field?.children?.[0])).toBe(250);
    expect(field?.children?.[0]?.values).toHaveLength(4);
  });
});

describe('coverage', () => {
  it('counts the results of every allow', () => {
    const ruleset = firestoreRules(`match /a/{id} {
      allow get: if id == '1';
      allow read: if resource.data.open; }`);
    allows(ruleset, { path: 'a/1' });
    allows(ruleset, { path: 'a/2', before: { open: true } });
    allows(ruleset, { path: 'a/2' });
    allows(ruleset, { path: 'a', method: 'list', query: { limit: null, offset: null } });
    expect(ruleset.coverage()).toEqual([
      {
        line: 4,
        column: 7,
        methods: ['get'],
        condition: "id == '1'",
        true: 1,
        false: 2,
        error: 0,
        unknown: 0,
      },
      {
        line: 5,
        column: 7,
        methods: ['get', 'list'],
        condition: 'resource.data.open',
        true: 1,
        false: 0,
        error: 1,
        unknown: 1,
      },
    ]);
  });
});
