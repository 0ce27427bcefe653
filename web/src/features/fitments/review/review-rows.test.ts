import { describe, expect, it } from 'vitest';
import { choicesOf } from './review-choices.ts';
import { rowsMaker } from './review-rows.ts';
import { makeFitment, makeGroup, makeGroups } from './testing/make-groups.ts';

describe('the rows of a job', () => {
  it('come part by part, then by vehicle and years, whatever the ids of the fitments are', () => {
    const group = makeGroup('g0', {
      fitments: {
        a: makeFitment({ part: 1 }),
        b: makeFitment({ model: 'Mustang' }),
        c: makeFitment({ from: 2011, to: 2014 }),
        d: makeFitment(),
      },
    });
    const { rows } = rowsMaker()([group]);
    expect(rows.map(({ id }) => id)).toEqual(['g0/d', 'g0/c', 'g0/b', 'g0/a']);
    expect(rows[3]).toMatchObject({ partId: 'g0-p1', partNumber: 'g0-P1', description: 'Brake pads 1' });
  });

  it('stay where they are when they are decided on', () => {
    const make = rowsMaker();
    const before = make(makeGroups(3, 5)).rows.map(({ id }) => id);
    const after = make(makeGroups(3, 5, { f3: 'approved', f1: 'rejected' })).rows.map(({ id }) => id);
    expect(after).toEqual(before);
  });

  it('are pending until they are decided on, and counted as they stand', () => {
    const { rows, counts } = rowsMaker()(makeGroups(2, 4, { f0: 'approved', f2: 'rejected' }));
    expect(rows.filter(({ status }) => status === 'pending')).toHaveLength(4);
    expect(counts).toEqual({ pending: 4, approved: 2, rejected: 2 });
  });

  it('are the same objects as long as nothing about them changes', () => {
    const make = rowsMaker();
    const groups = makeGroups(2, 4);
    const before = make(groups);
    const [first, second] = groups;
    if (first === undefined || second === undefined) throw new Error('two groups were made');
    const decided = { ...first, data: { ...first.data, decisions: { f1: 'approved' as const } } };
    const after = make([decided, second]);
    expect(after.groups[1]).toBe(before.groups[1]);
    const changed = after.rows.filter((row, index) => row !== before.rows[index]);
    expect(changed.map(({ id, status }) => [id, status])).toEqual([['g0/f1', 'approved']]);
  });

  it('offer the makes and parts that occur, made anew only when fitments come or go', () => {
    const make = rowsMaker();
    const before = choicesOf(make(makeGroups(1, 4)));
    expect(before.makes.map(({ label }) => label)).toEqual(['Ford (2)', 'Honda (1)', 'Toyota (1)']);
    expect(before.parts.map(({ label }) => label)).toEqual(['g0-P0', 'g0-P1']);
    expect(choicesOf(make(makeGroups(1, 4, { f0: 'rejected' })))).toBe(before);
    expect(choicesOf(make(makeGroups(2, 4))).parts).toHaveLength(4);
  });
});

describe('a decision among 30,000 fitments', () => {
  it('makes one group anew, and of its rows one', () => {
    const make = rowsMaker();
    const groups = makeGroups(200, 150);
    const before = make(groups);
    expect(before.rows).toHaveLength(30_000);
    const next = groups.map((group) =>
      group.id === 'g100'
        ? { ...group, data: { ...group.data, decisions: { f7: 'approved' as const } } }
        : group,
    );
    const after = make(next);
    const rows = new Set(before.rows);
    expect(after.rows.filter((row) => !rows.has(row)).map(({ id }) => id)).toEqual(['g100/f7']);
    const made = new Set(before.groups);
    expect(after.groups.filter((group) => !made.has(group))).toHaveLength(1);
    expect(after.counts).toEqual({ pending: 29_999, approved: 1, rejected: 0 });
  });
});
