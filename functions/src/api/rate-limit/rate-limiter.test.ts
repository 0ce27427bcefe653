/** The limiter on a store in memory, with clocks, delays and failures that the tests decide on. */
import type { ApiUsage } from '@docket/model/api-usage';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RateLimits } from './limits.ts';
import { RateLimiter, type Take, type Taken } from './rate-limiter.ts';
import { largestPart } from './reserve.ts';
import type { UsageStore } from './usage-store.ts';

const WINDOW_MS = 60_000;
const LIMITS: RateLimits = { windowMs: WINDOW_MS, perWindow: { requests: 600, starts: 60 }, refusals: 60 };

/** Milliseconds: the time by the clock of the store. */
let time: number;
let stored: Map<string, ApiUsage>;
/** How often the store was asked, and how often it has written. */
let asked: number;
let written: number;
/** What the store waits for before it looks, and before it answers. */
let delay: () => Promise<unknown>;

beforeEach(() => {
  time = Date.UTC(2026, 0, 1, 8);
  stored = new Map();
  asked = 0;
  written = 0;
  delay = async () => await Promise.resolve();
});

const store: UsageStore = {
  async update({ workspaceId, principal }, change) {
    asked += 1;
    await delay();
    const key = `${workspaceId}/${principal}`;
    const changed = change(stored.get(key) ?? null, new Date(time));
    if (changed.usage !== null) {
      stored.set(key, changed.usage);
      written += 1;
    }
    await delay();
    return changed;
  },
};

/** An instance whose own clock says something else by `skew` milliseconds. */
function instance(skew = 0, limits = LIMITS, usage = store): RateLimiter {
  return new RateLimiter({
    usage,
    limits,
    elapsed: () => time + skew,
    log: { info: () => {}, error: () => {} },
  });
}

const BY_KEY: Take = { workspaceId: 'w', principal: 'key-1', bucket: 'requests' };

/** How many of `count` requests in a row may pass. */
async function passing(limiter: RateLimiter, count: number, take: Take = BY_KEY): Promise<number> {
  let passed = 0;
  for (let index = 0; index < count; index++) if ((await limiter.take(take)).allowed) passed += 1;
  return passed;
}

describe('a principal', () => {
  it('may make as many requests in a minute as the limit says, and is refused afterwards', async () => {
    expect(await passing(instance(), 700)).toBe(600);
  });

  it('may go on when the minute is over', async () => {
    const limiter = instance();
    await passing(limiter, 700);
    time += WINDOW_MS - 1;
    expect(await passing(limiter, 1)).toBe(0);
    time += 1;
    expect(await passing(limiter, 700)).toBe(600);
  });

  it('has starts counted by themselves', async () => {
    const limiter = instance();
    expect(await passing(limiter, 100, { ...BY_KEY, bucket: 'starts' })).toBe(60);
    expect(await passing(limiter, 700)).toBe(600);
    expect(stored.get('w/key-1')?.reserved).toEqual({ requests: 600, starts: 60 });
  });

  it('takes nothing from others, nor from itself in another workspace', async () => {
    const limiter = instance();
    await passing(limiter, 700);
    expect(await passing(limiter, 700, { ...BY_KEY, principal: 'user-1' })).toBe(600);
    expect(await passing(limiter, 700, { ...BY_KEY, workspaceId: 'x' })).toBe(600);
  });

  it('shares its limit among all instances, each with its share of the requests', async () => {
    const instances = Array.from({ length: 20 }, (_, index) => instance(index * 1000));
    let passed = 0;
    for (let round = 0; round < 40; round++)
      for (const limiter of instances) if ((await limiter.take(BY_KEY)).allowed) passed += 1;
    expect(passed).toBeLessThanOrEqual(600);
    expect(passed).toBeGreaterThan(600 * 0.95);
  });

  it('loses no more than a part when an instance ends', async () => {
    for (let request = 0; request < 10; request++) await instance().take(BY_KEY);
    const lost = 10 * Math.ceil(600 / 100);
    expect(await passing(instance(), 700)).toBeGreaterThanOrEqual(600 - lost);
  });

  it('never loses more than the largest part with one instance, however busy it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), async (used) => {
        stored.clear();
        const passed = await passing(instance(), used);
        const others = await passing(instance(), 700);
        expect(passed + others).toBeGreaterThanOrEqual(600 - largestPart(600));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what it costs', () => {
  it('is one write for many requests, and none for those that are refused', async () => {
    const limiter = instance();
    await passing(limiter, 600);
    expect(written).toBeLessThan(40);
    const before = asked;
    await passing(limiter, 1000);
    expect(asked - before).toBeLessThanOrEqual(1);
  });

  it('is one look into the database for requests that come at once', async () => {
    const limiter = instance();
    const taken = await Promise.all(Array.from({ length: 50 }, async () => await limiter.take(BY_KEY)));
    expect(taken.every(({ allowed }) => allowed)).toBe(true);
    expect(asked).toBe(1);
  });
});

describe('the answer', () => {
  it('says the limit, what is left and for how long', async () => {
    time += 20_500;
    expect(await instance().take(BY_KEY)).toEqual({
      allowed: true,
      headers: { 'RateLimit-Policy': '"requests";q=600;w=60', RateLimit: '"requests";r=599;t=40' },
    });
  });

  it('says when to come back, which is when the minute is over', async () => {
    time += 20_500;
    const limiter = instance();
    const starts: Take = { ...BY_KEY, bucket: 'starts' };
    await passing(limiter, 60, starts);
    expect(await limiter.take(starts)).toEqual({
      allowed: false,
      retryAfterSeconds: 40,
      headers: {
        'RateLimit-Policy': '"starts";q=60;w=60',
        RateLimit: '"starts";r=0;t=40',
        'Retry-After': '40',
      },
    });
    time += 40_000;
    expect((await limiter.take(starts)).allowed).toBe(true);
  });
});

describe('the use of a principal', () => {
  it('is known to the minute', async () => {
    const limiter = instance();
    await limiter.take(BY_KEY);
    expect(stored.get('w/key-1')?.last_used_at).toEqual(new Date(time));
    time += WINDOW_MS;
    await limiter.take(BY_KEY);
    expect(stored.get('w/key-1')?.last_used_at).toEqual(new Date(time));
  });
});

describe('a database that fails', () => {
  const broken: UsageStore = {
    update: async () => {
      asked += 1;
      return await Promise.reject(new Error('14 UNAVAILABLE'));
    },
  };

  it('stops nobody, but does not do away with the limit', async () => {
    const limiter = instance(0, LIMITS, broken);
    expect(await passing(limiter, 100)).toBe(largestPart(600));
    expect(asked).toBe(1);
    const refused = await limiter.take(BY_KEY);
    expect(refused).toEqual({
      allowed: false,
      retryAfterSeconds: 5,
      headers: { 'RateLimit-Policy': '"requests";q=600;w=60', 'Retry-After': '5' },
    });
    time += 5_000;
    expect(await passing(limiter, 100)).toBe(largestPart(600));
    expect(asked).toBe(2);
  });

  it('is asked again after five seconds, and counts from then on', async () => {
    let fails = true;
    const mending: UsageStore = {
      update: async (key, change) =>
        fails ? await Promise.reject(new Error('14 UNAVAILABLE')) : await store.update(key, change),
    };
    const limiter = instance(0, LIMITS, mending);
    await passing(limiter, 1);
    fails = false;
    time += 5_000;
    expect((await limiter.take(BY_KEY)).headers).toHaveProperty('RateLimit');
    expect(stored.size).toBe(1);
  });
});

type Step = { type: 'take' | 'crash'; at: number } | { type: 'wait'; ms: number } | { type: 'deliver' };

const INSTANCES = 4;
const at = fc.nat({ max: INSTANCES - 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ type: fc.constant('take'), at }) },
    { weight: 6, arbitrary: fc.record({ type: fc.constant('deliver') }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('wait'), ms: fc.integer({ min: 1, max: 40_000 }) }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('crash'), at }) },
  ),
  { minLength: 20, maxLength: 120 },
);

describe('whatever instances do, and however late the database answers', () => {
  it('lets no more pass in any minute than the limit', async () => {
    const limits: RateLimits = { ...LIMITS, perWindow: { requests: 12, starts: 3 } };
    const skews = fc.array(fc.integer({ min: -1e9, max: 1e9 }), {
      minLength: INSTANCES,
      maxLength: INSTANCES,
    });
    const property = async (s: fc.Scheduler, todo: readonly Step[], clocks: readonly number[]) => {
      stored.clear();
      delay = async () => await s.schedule(Promise.resolve());
      const instances = clocks.map((skew) => instance(skew, limits));
      const granted = new Map<number, number>();
      const note = ({ allowed }: Taken) => {
        const window = Math.floor(time / WINDOW_MS);
        if (allowed) granted.set(window, (granted.get(window) ?? 0) + 1);
      };
      const settled = async () => await new Promise<void>((resolve) => setImmediate(resolve));
      const pending: Promise<void>[] = [];
      for (const step of todo) {
        if (step.type === 'wait') time += step.ms;
        else if (step.type === 'deliver') await (s.count() > 0 ? s.waitOne() : settled());
        else if (step.type === 'crash') instances[step.at] = instance(clocks[step.at], limits);
        else pending.push((instances[step.at] ?? instance()).take(BY_KEY).then(note));
        await settled();
      }
      while (s.count() > 0) {
        await s.waitOne();
        await settled();
      }
      await Promise.all(pending);
      expect(Math.max(0, ...granted.values())).toBeLessThanOrEqual(12);
    };
    await fc.assert(fc.asyncProperty(fc.scheduler(), steps, skews, property), { numRuns: 150 });
  });
});
