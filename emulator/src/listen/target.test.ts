import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, newDatabase, query, remove, root, set, where } from '../../test/fixtures.ts';
import { runQuery } from '../query/run.ts';
import type { StoredDocument } from '../store/document.ts';
import { missedSince } from './resume.ts';
import { documentsTarget, queryTarget, reachesOf, type Target, type TargetEffect } from './target.ts';

const queries = {
  all: query({ from: [{ collectionId: 'c' }] }),
  filtered: query({ from: [{ collectionId: 'c' }], where: where('n', 'GREATER_THAN', 2) }),
  window: query({
    from: [{ collectionId: 'c' }],
    orderBy: [{ field: { fieldPath: 'n' }, direction: 'DESCENDING' }],
    limit: 3,
  }),
  offset: query({
    from: [{ collectionId: 'c' }],
    orderBy: [{ field: { fieldPath: 'n' } }],
    offset: 1,
    limit: 2,
  }),
};

/** What a client holds after the effects. */
function follow(held: Map<string, StoredDocument>, effects: readonly TargetEffect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'in') {
      held.set(effect.document.name, effect.document);
    } else {
      held.delete(effect.kind === 'gone' ? effect.name : effect.document.name);
    }
  }
}

function describeEffects(effects: readonly TargetEffect[]): string[] {
  return effects.map(
    (effect) => `${effect.kind} ${(effect.kind === 'gone' ? effect.name : effect.document.name).at(-1)}`,
  );
}

describe('a query target', () => {
  it('tells what came, changed, left and went', () => {
    const database = newDatabase();
    const target = queryTarget(queries.filtered, database.present());
    const effects: string[][] = [];
    database.observe(({ changes }) => effects.push(describeEffects(target.apply(changes))));
    commit(database, set('c/a', { n: 3 }), set('c/b', { n: 1 }), set('other/x', { n: 9 }));
    commit(database, set('c/a', { n: 4 }));
    commit(database, set('c/a', { n: 0 }), set('c/b', { n: 5 }));
    commit(database, remove('c/b'));
    commit(database, remove('c/a'));
    expect(effects).toEqual([['in a'], ['in a'], ['out a', 'in b'], ['gone b'], []]);
  });

  it('moves up what follows when a document leaves its window', () => {
    const database = newDatabase();
    commit(database, ...[1, 2, 3, 4, 5].map((n) => set(`c/${n}`, { n })));
    const target = queryTarget(queries.window, database.present());
    const effects: string[][] = [];
    database.observe(({ changes }) => effects.push(describeEffects(target.apply(changes))));
    commit(database, remove('c/4'));
    commit(database, set('c/9', { n: 9 }));
    commit(database, set('c/1', { n: 0 }));
    expect(effects).toEqual([['gone 4', 'in 2'], ['out 2', 'in 9'], []]);
  });
});

describe('a documents target', () => {
  it('follows its names, whether there or not', () => {
    const database = newDatabase();
    const target = documentsTarget([`${root}/c/a`, `${root}/c/b`], database.present());
    const effects: string[][] = [];
    database.observe(({ changes }) => effects.push(describeEffects(target.apply(changes))));
    commit(database, set('c/a', {}), set('c/x', {}));
    commit(database, remove('c/a'));
    expect(effects).toEqual([['in a'], ['gone a']]);
    expect(target.members()).toEqual([]);
  });
});

const step = fc.record({ id: fc.integer({ min: 1, max: 8 }), n: fc.option(fc.integer({ min: 0, max: 5 })) });
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
type Steps = typeof history extends fc.Arbitrary<infer T> ? T : never;

function play(database: ReturnType<typeof newDatabase>, steps: Steps): void {
  for (const writes of steps) {
    commit(database, ...writes.map(({ id, n }) => (n === null ? remove(`c/${id}`) : set(`c/${id}`, { n }))));
  }
}

describe.each(Object.entries(queries))('a client of the query "%s"', (_name, each) => {
  function results(database: ReturnType<typeof newDatabase>) {
    return new Set(runQuery(each, database.present()));
  }

  it('that follows the effects always has the results', () => {
    fc.assert(
      fc.property(history, history, (earlier, later) => {
        const database = newDatabase();
        play(database, earlier);
        const target = queryTarget(each, database.present());
        const held = new Map(target.members().map((document) => [document.name, document]));
        database.observe(({ changes }) => {
          follow(held, target.apply(changes));
          expect(new Set(held.values())).toEqual(results(database));
        });
        play(database, later);
      }),
    );
  });

  it('that was away has them after what it missed, or notices by their number', () => {
    fc.assert(
      fc.property(history, history, (earlier, missed) => {
        const database = newDatabase();
        play(database, earlier);
        const held = new Map(runQuery(each, database.present()).map((document) => [document.name, document]));
        const left = database.readTime;
        play(database, missed);
        const target: Target = queryTarget(each, database.present());
        const deleted = database.deletedSince(left) ?? [];
        follow(held, missedSince(left, target, deleted, database.present().table.everything().documents()));
        const noticed = held.size !== target.members().length;
        expect(noticed ? target.windowed : new Set(held.values())).toEqual(noticed || results(database));
      }),
    );
  });
});

describe('the reach of a target', () => {
  const id = fc.constantFrom('c', 'd', 'x', 'y');
  const pair = fc.tuple(id, id);
  const path = fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => pairs.flat().join('/'));
  const scope = fc.record({
    parent: fc.array(pair, { maxLength: 2 }).map((pairs) => [root, ...pairs.flat()].join('/')),
    from: fc.record({ collectionId: fc.constantFrom('', 'c', 'd'), allDescendants: fc.boolean() }),
  });

  it('takes in every document that can belong to it', () => {
    fc.assert(
      fc.property(scope, fc.array(path, { minLength: 1, maxLength: 8 }), ({ parent, from }, paths) => {
        const database = newDatabase();
        const target = queryTarget(query({ from: [from] }, parent), database.present());
        database.observe(({ changes }) => {
          for (const change of changes) {
            const reached = reachesOf(change).some((reach) => target.reaches.includes(reach));
            expect(reached || !target.covers(change.name, change.segments)).toBe(true);
          }
        });
        commit(database, ...new Set(paths).values().map((each) => set(each, {})));
        const covered = [...database.present().table.everything().documents()].filter((document) =>
          target.covers(document.name, document.segments),
        );
        expect([...target.candidates()]).toEqual(expect.arrayContaining(covered));
      }),
    );
  });
});
