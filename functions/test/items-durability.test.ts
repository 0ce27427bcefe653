/** "Generate Items" when it is cancelled, or its worker dies: nothing is lost, doubled or left behind. */
import { paths } from '@docket/model/paths';
import { PIPELINE_DEFINITIONS } from '@docket/model/pipelines';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Death, type ItemsBench, openItemsBench } from './items-bench.ts';
import { COLLECTION, picture, WORKSPACE } from './items-material.ts';
import { FIRST, pictures, PRODUCTS, SECOND, shown } from './items-orders.ts';

/** Every test is several runs of seven steps each, on a database: more than a busy machine does in the usual time. */
vi.setConfig({ testTimeout: 60_000 });

let bench: ItemsBench;

beforeEach(async () => {
  bench = await openItemsBench();
  await bench.products(PRODUCTS);
});
afterEach(async () => await bench.close());

describe('a cancel in the middle of saving', () => {
  it('puts back what was there before, leaves what people have changed, and removes all that the run has made', async () => {
    const first = await bench.order(FIRST);
    await bench.run(1, [first]);
    const before = {
      shown: await shown(bench),
      pictures: pictures(bench),
      collection: await bench.collection(),
    };
    const second = await bench.order(SECOND);
    const job = await bench.cancelWhileSaving(2, [second]);
    expect(job.status).toBe('cancelled');
    expect(await shown(bench)).toEqual(before.shown);
    expect(pictures(bench)).toEqual(before.pictures);
    expect((await bench.collection()).item_results).toEqual(before.collection.item_results);
    expect((await bench.db.collection(paths.orderTables(WORKSPACE, COLLECTION, second)).get()).size).toBe(0);
    expect([...(await bench.items()).values()].every(({ run }) => run === 1)).toBe(true);
    expect([...bench.storage.objects.keys()].filter((name) => name.includes('generation-2'))).toEqual([]);
    expect((await bench.run(3, [second])).status).toBe('completed');
    expect((await bench.collection()).item_results).toMatchObject({
      created: 1,
      updated: 1,
      skipped: 2,
      dropped: 1,
    });
  });

  it('of the first run leaves nothing', async () => {
    await bench.cancelWhileSaving(1, [await bench.order(FIRST)]);
    expect(await bench.items()).toEqual(new Map());
    expect(pictures(bench)).toEqual([]);
  });
});

describe('a run that fails in the middle of saving', () => {
  it('leaves the pictures that everybody sees, also when the next run is cancelled', async () => {
    await bench.run(1, [await bench.order(FIRST)]);
    const seen = pictures(bench);
    await bench.products(
      PRODUCTS.map((product) =>
        product.sku === 'MF-2601' ? { ...product, image: picture('new') } : product,
      ),
      2,
    );
    const second = await bench.order(FIRST, 'second.csv');
    const failed = await bench.runWhile(2, [second], async () => await Promise.reject(new Error('full')));
    expect(failed.status).toBe('failed');
    const [header = '', ...lines] = FIRST.split('\r\n');
    const third = await bench.order([header, ...lines.toReversed()].join('\r\n'), 'third.csv');
    expect((await bench.cancelWhileSaving(3, [third])).status).toBe('cancelled');
    const replaced = [...(await bench.items()).values()].filter(({ run }) => run === 2);
    expect(replaced.map(({ before }) => before?.generated.image?.image_id)).toContain('coat');
    expect(pictures(bench)).toEqual(expect.arrayContaining(seen));
  });
});

describe('a worker that dies', () => {
  const places: Death[] = [
    ...PIPELINE_DEFINITIONS.item_generation.phases.map(({ key }): Death => ({ phase: key, when: 'after' })),
    { phase: 'save_items', when: 'before' },
    { phase: 'save_items', when: 'save' },
  ];

  it.each(places)('in $phase ($when) makes no difference to the items and counts', async (death) => {
    await bench.run(1, [await bench.order(FIRST)]);
    const job = await bench.runWithDeath(2, [await bench.order(SECOND)], death);
    expect(job.status).toBe('completed');
    expect(job.attempts.filter(({ outcome }) => outcome === 'lost')).toHaveLength(1);
    expect(await shown(bench)).toEqual([
      'MF-2601 Navy S2 M4',
      'MF-2603 Black M9',
      'MF-2604 Ecru S3',
      'MF-2699 Red 10',
      'MF-2601 Camel L1 (dropped)',
    ]);
    expect((await bench.collection()).item_results).toMatchObject({
      created: 1,
      updated: 1,
      skipped: 2,
      dropped: 1,
    });
    const dress = [...(await bench.items()).values()].find(({ generated }) => generated.sku === 'MF-2603');
    expect(dress?.before).toMatchObject({ run: 1, generated: { quantity: 6 } });
  });
});
