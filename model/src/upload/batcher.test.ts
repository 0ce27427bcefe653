import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_SIZE, BATCH_WAIT_MS, LONGEST_BATCH_WAIT_MS } from './batch-policy.ts';
import { createBatcher, type Seat } from './batcher.ts';

function setUp() {
  const started: { id: string; images: readonly string[] }[] = [];
  let time = 0;
  let ids = 0;
  let timer: { at: number; task: () => void } | null = null;
  const world = { others: true };
  const batcher = createBatcher({
    newId: () => `b${(ids += 1)}`,
    now: () => time,
    schedule(task, ms) {
      const own = { at: time + ms, task };
      timer = own;
      return () => {
        if (timer === own) timer = null;
      };
    },
    othersUnderWay: () => world.others,
    start: (id, images) => void started.push({ id, images: [...images] }),
  });
  return {
    batcher,
    started,
    sizes: () => started.map(({ images }) => images.length),
    arrive: (id: string) => batcher.seat(id).saved(),
    setOthers: (others: boolean) => {
      world.others = others;
      batcher.reconsider();
    },
    pass: (ms: number) => {
      time += ms;
      if (timer !== null && timer.at <= time) timer.task();
    },
  };
}

describe('the batches of images that have arrived', () => {
  it('start when they are full', () => {
    const { arrive, sizes } = setUp();
    for (let i = 0; i < BATCH_SIZE - 1; i += 1) arrive(`i${i}`);
    expect(sizes()).toEqual([]);
    arrive('last');
    expect(sizes()).toEqual([BATCH_SIZE]);
  });

  it('start a moment after the first one has arrived, however few there are', () => {
    const { arrive, pass, sizes } = setUp();
    arrive('a');
    pass(BATCH_WAIT_MS - 1);
    arrive('b');
    expect(sizes()).toEqual([]);
    pass(1);
    expect(sizes()).toEqual([2]);
  });

  it('wait longer for each other while earlier ones keep the workers busy, until nothing more arrives', () => {
    const { arrive, pass, setOthers, sizes } = setUp();
    for (const [index, wait] of [
      BATCH_WAIT_MS,
      2 * BATCH_WAIT_MS,
      4 * BATCH_WAIT_MS,
      LONGEST_BATCH_WAIT_MS,
    ].entries()) {
      arrive(`i${index}`);
      pass(wait - 1);
      expect(sizes()).toHaveLength(index);
      pass(1);
      expect(sizes()).toHaveLength(index + 1);
    }
    setOthers(false);
    setOthers(true);
    arrive('later');
    pass(BATCH_WAIT_MS);
    expect(sizes()).toHaveLength(5);
  });

  it('start at once when nothing else is on its way', () => {
    const { arrive, setOthers, sizes } = setUp();
    arrive('a');
    setOthers(false);
    expect(sizes()).toEqual([1]);
    arrive('b');
    expect(sizes()).toEqual([1, 1]);
  });

  it('wait for images that are just being saved, and go without those that cannot be', () => {
    const { batcher, arrive, pass, started } = setUp();
    arrive('a');
    const slow = batcher.seat('b');
    const lost = batcher.seat('c');
    pass(BATCH_WAIT_MS);
    expect(started).toEqual([]);
    slow.saved();
    lost.gone();
    expect(started).toEqual([{ id: 'b1', images: ['a', 'b'] }]);
    expect(slow.batchId).toBe('b1');
  });

  it('are not started without any image', () => {
    const { batcher, pass, started } = setUp();
    batcher.seat('a').gone();
    pass(BATCH_WAIT_MS);
    expect(started).toEqual([]);
  });

  it('hold every image that was saved exactly once, under the batch it was told, whatever happens when', () => {
    const step = fc.oneof(
      fc.constant('seat' as const),
      fc.constant('saved' as const),
      fc.constant('gone' as const),
      fc.integer({ min: 1, max: 2000 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const world = setUp();
        const open: { image: string; seat: Seat }[] = [];
        const saved = new Map<string, string>();
        const settle = (kind: 'saved' | 'gone') => {
          const first = open.shift();
          if (first === undefined) return;
          if (kind === 'saved') saved.set(first.image, first.seat.batchId);
          first.seat[kind]();
        };
        for (const [index, next] of steps.entries()) {
          if (next === 'seat') open.push({ image: `i${index}`, seat: world.batcher.seat(`i${index}`) });
          else if (next === 'saved' || next === 'gone') settle(next);
          else if (typeof next === 'number') world.pass(next);
          else world.setOthers(next);
        }
        while (open.length > 0) settle('saved');
        world.setOthers(false);
        const found = world.started.flatMap(({ id, images }) => images.map((image) => [image, id] as const));
        expect(found.length).toBe(saved.size);
        expect(new Map(found)).toEqual(saved);
        expect(Math.max(0, ...world.sizes())).toBeLessThanOrEqual(BATCH_SIZE);
      }),
    );
  });
});
