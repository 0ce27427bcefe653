import { type GeneratedItem, type Item, itemSchema, publishedItem } from '@docket/model/item';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import { planSaving, type SavePlan, takenBack, type WantedItem } from './plan-saving.ts';

type Items = ReadonlyMap<string, Item>;

const generated = (said: Partial<GeneratedItem>): GeneratedItem => ({
  sku: 'A',
  base_sku: 'A',
  color: null,
  color_code: null,
  name: 'Coat',
  category: null,
  sizes: [],
  quantity: 0,
  unit_price: null,
  wholesale_price: null,
  msrp: null,
  currency: null,
  material: null,
  origin: null,
  season: null,
  delivery: null,
  product: null,
  image: null,
  warnings: [],
  sources: [],
  ...said,
});

const wanted = (quantities: Record<string, number>): WantedItem[] =>
  Object.entries(quantities).map(([id, quantity]) => ({ id, generated: generated({ sku: id, quantity }) }));

const saving = (run: number, published: number) => ({ run, job_id: `c-item_generation-${run}`, published });

/** The items after the first `steps` writes and removals of a plan. */
function carriedOut(items: Items, plan: SavePlan, steps = Number.POSITIVE_INFINITY): Items {
  const after = new Map(items);
  const actions = [
    ...plan.writes.map(({ id, fields }) => () => {
      const { edits, edited_by, edited_at } = after.get(id) ?? itemSchema.parse(fields);
      after.set(id, { ...fields, edits, edited_by, edited_at });
    }),
    ...plan.removals.map((id) => () => after.delete(id)),
  ];
  for (const act of actions.slice(0, steps)) act();
  return after;
}

/** The items after a run has been cancelled. */
function cancelled(items: Items, run: number): Items {
  const after = new Map(items);
  for (const [id, item] of items) {
    const back = takenBack(item, run);
    if (back === null) after.delete(id);
    else if (back !== 'not its own') after.set(id, { ...item, ...back });
  }
  return after;
}

/** What everybody sees, by id. */
function seen(items: Items, published: number) {
  return Object.fromEntries(
    [...items].flatMap(([id, item]) => {
      const visible = publishedItem(item, published);
      if (visible === null) return [];
      const { generated, in_order, edits } = visible;
      return [[id, { quantity: generated.quantity, in_order, edits }]];
    }),
  );
}

const NOTHING: Items = new Map();
const saved = (items: Items, quantities: Record<string, number>, run: number, published = run - 1) =>
  carriedOut(items, planSaving(items, wanted(quantities), saving(run, published)));

describe('saving', () => {
  it('creates what is new, updates what has changed, skips what has not and drops what is gone', () => {
    const first = saved(NOTHING, { a: 1, b: 2, c: 3 }, 1);
    const plan = planSaving(first, wanted({ a: 1, b: 5, d: 1 }), saving(2, 1));
    expect(plan.counts).toEqual({ created: 1, updated: 1, skipped: 1, dropped: 1 });
    expect(plan.writes.map(({ id }) => id).toSorted()).toEqual(['b', 'c', 'd']);
    expect(seen(carriedOut(first, plan), 2)).toMatchObject({ c: { quantity: 3, in_order: false } });
  });

  it('writes nothing when nothing has changed, also when lines have changed places', () => {
    const first = saved(NOTHING, { a: 1, b: 2 }, 1);
    const plan = planSaving(first, wanted({ b: 2, a: 1 }), saving(2, 1));
    expect(plan).toEqual({
      writes: [],
      removals: [],
      counts: { created: 0, updated: 0, skipped: 2, dropped: 0 },
    });
  });

  it('keeps references right without counting that as a change', () => {
    const place = (row: number) => ({ kind: 'cell', sheet: 'Order', row, column: 1 }) as const;
    const at = (row: number) => [
      { id: 'a', generated: generated({ sources: [{ document_id: 'd', place: place(row) }] }) },
    ];
    const first = carriedOut(NOTHING, planSaving(NOTHING, at(4), saving(1, 0)));
    const plan = planSaving(first, at(5), saving(2, 1));
    expect(plan.counts).toMatchObject({ updated: 0, skipped: 1 });
    expect(plan.writes).toHaveLength(1);
  });

  it('brings back an item that the order has again, with what a person has changed', () => {
    const first = new Map(saved(NOTHING, { a: 1 }, 1));
    const [[id, item] = []] = first;
    if (id !== undefined && item !== undefined) first.set(id, { ...item, edits: { name: 'Mine' } });
    const dropped = saved(first, {}, 2);
    expect(planSaving(dropped, [], saving(3, 2)).counts.dropped).toBe(0);
    const plan = planSaving(dropped, wanted({ a: 1 }), saving(3, 2));
    expect(plan.counts).toEqual({ created: 0, updated: 1, skipped: 0, dropped: 0 });
    expect(seen(carriedOut(dropped, plan), 3)).toEqual({
      a: { quantity: 1, in_order: true, edits: { name: 'Mine' } },
    });
  });

  it('removes what a failed run has left and nobody has seen', () => {
    const failed = saved(saved(NOTHING, { a: 1 }, 1), { a: 2, b: 1 }, 2);
    const plan = planSaving(failed, wanted({ a: 1 }), saving(3, 1));
    expect(plan.removals).toEqual(['b']);
    expect(plan.counts).toEqual({ created: 0, updated: 0, skipped: 1, dropped: 0 });
    expect(seen(carriedOut(failed, plan), 3)).toEqual({ a: { quantity: 1, in_order: true, edits: {} } });
  });
});

describe('for any orders', () => {
  const anyOrder = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat({ max: 2 }), {
    noNullPrototype: true,
  });
  /** Some completed runs, and perhaps one that has failed on its way. */
  const anyHistory = fc.record({
    completed: fc.array(anyOrder, { maxLength: 3 }),
    failed: fc.option(fc.record({ order: anyOrder, steps: fc.nat({ max: 5 }) })),
  });

  function past(history: {
    completed: Record<string, number>[];
    failed: { order: Record<string, number>; steps: number } | null;
  }) {
    const published = history.completed.length;
    const items = history.completed.reduce(
      (before, order, index) => saved(before, order, index + 1),
      NOTHING,
    );
    if (history.failed === null) return { items, published, next: published + 1 };
    const plan = planSaving(items, wanted(history.failed.order), saving(published + 1, published));
    return { items: carriedOut(items, plan, history.failed.steps), published, next: published + 2 };
  }

  it('saving twice is saving once, with the same counts, however far the first time came', () => {
    fc.assert(
      fc.property(anyHistory, anyOrder, fc.nat({ max: 6 }), (history, order, steps) => {
        const { items, published, next } = past(history);
        const plan = planSaving(items, wanted(order), saving(next, published));
        const whole = carriedOut(items, plan);
        const partly = carriedOut(items, plan, steps);
        const again = planSaving(partly, wanted(order), saving(next, published));
        expect(again.counts).toEqual(plan.counts);
        expect(carriedOut(partly, again)).toEqual(whole);
        expect(planSaving(whole, wanted(order), saving(next, published))).toMatchObject({
          writes: [],
          removals: [],
        });
      }),
    );
  });

  it('cancelling after any number of writes leaves what was seen before', () => {
    fc.assert(
      fc.property(anyHistory, anyOrder, fc.nat({ max: 6 }), (history, order, steps) => {
        const { items, published, next } = past(history);
        const plan = planSaving(items, wanted(order), saving(next, published));
        const after = cancelled(carriedOut(items, plan, steps), next);
        expect(seen(after, published)).toEqual(seen(items, published));
        expect(cancelled(after, next)).toEqual(after);
        expect(seen(carriedOut(items, plan, steps), published)).toEqual(seen(items, published));
      }),
    );
  });

  it('a second run of the same order writes nothing and finds everything unchanged', () => {
    fc.assert(
      fc.property(anyHistory, anyOrder, (history, order) => {
        const { items, published, next } = past(history);
        const after = saved(items, order, next, published);
        const plan = planSaving(after, wanted(order), saving(next + 1, next));
        expect(plan).toMatchObject({ writes: [], removals: [] });
        expect(plan.counts).toEqual({
          created: 0,
          updated: 0,
          skipped: Object.keys(order).length,
          dropped: 0,
        });
      }),
    );
  });
});

describe('the content of an item', () => {
  const image = { image_id: 'i', path: 'p', thumbnail_path: 't', token: 'x', width: 1, height: 1 };
  const product = {
    document_id: 'd',
    product_id: '1-00003',
    sku: 'A',
    name: 'Coat',
    confidence: 1,
    reason: 'Same style number',
  };
  const whole = generated({ image, product });

  it.each<[string, Partial<GeneratedItem>]>([
    ['in another run of document processing', { product: { ...product, product_id: '2-00003' } }],
    ['uploaded again', { product: { ...product, document_id: 'e' }, sources: [] }],
    ['with its picture opened by another token', { image: { ...image, path: 'q', token: 'y' } }],
  ])('is the same %s', (_, changes) => {
    expect(contentHash({ ...whole, ...changes })).toBe(contentHash(whole));
  });

  it.each<[string, Partial<GeneratedItem>]>([
    ['picture', { image: { ...image, image_id: 'j' } }],
    ['product', { product: { ...product, sku: 'B' } }],
    ['quantity', { sizes: [{ size: 'S', quantity: 1 }], quantity: 1 }],
    ['warning', { warnings: ['price_differs'] }],
  ])('differs with another %s', (_, changes) => {
    expect(contentHash({ ...whole, ...changes })).not.toBe(contentHash(whole));
  });
});
