import { type Breaker, BREAKER_FAILURES, BREAKER_WINDOW_MS, breakerSchema } from '@docket/model/breaker';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ask,
  closedBreaker,
  cooldown,
  failed,
  isClean,
  type Permit,
  released,
  succeeded,
} from './decide-breaker.ts';

const times = { breakerCooldownMs: 60_000, breakerCeilingMs: 900_000, breakerProbeMs: 45_000 };
const ALLOWED: Permit = { type: 'allowed' };

/** A breaker with a clock. */
class Service {
  breaker: Breaker;
  now = new Date('2026-01-01T00:00:00Z');

  constructor() {
    this.breaker = closedBreaker({ kind: 'image_host', name: 'cdn.example' }, this.now);
  }

  wait(milliseconds: number): this {
    this.now = new Date(this.now.getTime() + milliseconds);
    return this;
  }

  /** What one who wants to call is told. The permit is null when it must wait. */
  ask(): Permit | null {
    const answer = ask(this.breaker, this.now, times);
    if (answer.type === 'probe') this.breaker = answer.breaker;
    return answer.type === 'probe' ? answer.permit : answer.type === 'allowed' ? answer : null;
  }

  /** When one who must wait is to come again. */
  get again(): number | null {
    const answer = ask(this.breaker, this.now, times);
    return answer.type === 'wait' ? answer.until.getTime() - this.now.getTime() : null;
  }

  succeed(permit: Permit = ALLOWED): this {
    this.breaker = succeeded(this.breaker, permit, this.now);
    return this;
  }

  fail(permit: Permit = ALLOWED): this {
    this.breaker = failed(this.breaker, permit, 'timed out', this.now, times);
    return this;
  }

  release(permit: Permit): this {
    this.breaker = released(this.breaker, permit, this.now);
    return this;
  }

  failTimes(count: number): this {
    for (let failure = 0; failure < count; failure++) this.fail();
    return this;
  }

  /** Waits until somebody may try, who then does. */
  probe(): Permit {
    this.wait(this.again ?? 0);
    const permit = this.ask();
    if (permit?.type !== 'probe') throw new Error('nobody may try');
    return permit;
  }
}

const broken = () => new Service().failTimes(BREAKER_FAILURES);

describe('a breaker', () => {
  it('stays closed up to the last failure before the limit, and opens with the one that reaches it', () => {
    const service = new Service().failTimes(BREAKER_FAILURES - 1);
    expect(service.ask()).toEqual(ALLOWED);
    service.fail();
    expect(service.breaker).toMatchObject({ state: 'open', openings: 1, last_error: 'timed out' });
    expect(service.again).toBe(60_000);
  });

  it('counts failures within the window, whatever succeeds between them', () => {
    const service = new Service();
    for (let failure = 0; failure < BREAKER_FAILURES; failure++) service.wait(600_000).fail().succeed();
    expect(service.breaker.state).toBe('open');
  });

  it('forgets failures that are older than the window', () => {
    const service = new Service()
      .failTimes(BREAKER_FAILURES - 1)
      .wait(BREAKER_WINDOW_MS)
      .fail();
    expect(service.breaker).toMatchObject({ state: 'closed', failures: [service.now] });
  });

  it('is not changed by a success while it is closed, so that nothing need be written', () => {
    const service = new Service().fail();
    const { breaker } = service;
    expect(service.succeed().breaker).toBe(breaker);
  });

  it('does not open further with calls that began before it opened', () => {
    const service = broken();
    const { breaker } = service;
    expect(service.wait(10_000).failTimes(3).succeed().breaker).toBe(breaker);
  });
});

describe('a breaker that is open', () => {
  it('lets one try by itself when its time has come, and the others wait', () => {
    const service = broken();
    expect(service.wait(59_999).ask()).toBeNull();
    const permit = service.wait(1).ask();
    expect(permit).toMatchObject({ type: 'probe' });
    expect(service.breaker.state).toBe('half_open');
    expect(service.ask()).toBeNull();
    expect(service.again).toBe(times.breakerProbeMs);
  });

  it('closes when that one succeeds, and has forgotten the failures', () => {
    const service = broken();
    service.succeed(service.probe());
    expect(service.breaker).toEqual(closedBreaker(service.breaker.service, service.now));
    expect(isClean(service.breaker)).toBe(true);
    expect(isClean(service.fail().breaker)).toBe(false);
    expect(service.failTimes(BREAKER_FAILURES - 2).breaker.state).toBe('closed');
  });

  it('opens again when that one fails, each time for longer, up to the ceiling', () => {
    const service = broken();
    const since = service.breaker.opened_at;
    const pauses = Array.from({ length: 6 }, () => {
      service.fail(service.probe());
      return service.again;
    });
    expect(pauses).toEqual([120_000, 240_000, 480_000, 900_000, 900_000, 900_000]);
    expect(service.breaker.opened_at).toEqual(since);
    service.succeed(service.probe());
    expect(service.failTimes(BREAKER_FAILURES).again).toBe(60_000);
  });

  it('lets another one try when the first does not report, whose word then counts no more', () => {
    const service = broken();
    const first = service.probe();
    const second = service.probe();
    expect(service.succeed(first).fail(first).breaker.state).toBe('half_open');
    expect(service.succeed(second).breaker.state).toBe('closed');
  });

  it('lets another one try at once when the first was broken off', () => {
    const service = broken();
    service.release(service.probe());
    expect(service.ask()).toMatchObject({ type: 'probe' });
  });
});

describe('any sequence of calls', () => {
  const step = fc.record({
    after: fc.constantFrom(0, 1_000, 45_000, 60_000, 900_000),
    act: fc.constantFrom('ask', 'ask', 'succeed', 'fail', 'fail', 'release'),
    /** Which of the calls under way reports. */
    which: fc.nat(),
  });

  it('has one probe at a time, can always be used again, and never waits beyond the ceiling', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
        const service = new Service();
        const underWay: Permit[] = [];
        const probes: { at: Date; earlier: Date | null }[] = [];
        for (const { after, act, which } of steps) {
          service.wait(after);
          const before = service.breaker;
          if (act === 'ask') {
            const permit = service.ask();
            if (permit !== null) underWay.push(permit);
            if (permit?.type === 'probe') probes.push({ at: service.now, earlier: before.probe_until });
          } else {
            const [permit] = underWay.splice(which % Math.max(1, underWay.length), 1);
            if (permit !== undefined) service[act](permit);
          }
          expect(breakerSchema.safeParse(service.breaker).success).toBe(true);
          expect(service.breaker.openings > 0).toBe(service.breaker.state !== 'closed');
          expect(service.again ?? 0).toBeLessThanOrEqual(cooldown(service.breaker.openings, times));
        }
        expect(probes.filter(({ at, earlier }) => earlier !== null && earlier > at)).toEqual([]);
        service.wait(service.again ?? 0);
        expect(service.ask()).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
