import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommitClock } from './commit-clock.ts';

describe('the clock of a database', () => {
  it('goes on while nobody writes', () => {
    let now = 1000;
    const clock = new CommitClock(() => now, 0);
    expect(clock.current()).toBe(1_000_000);
    now = 2000;
    expect(clock.current()).toBe(2_000_000);
  });

  it('does not go back when the clock on the wall does', () => {
    let now = 2000;
    const clock = new CommitClock(() => now, 5_000_000);
    expect(clock.current()).toBe(5_000_000);
    expect(clock.next()).toBe(5_000_001);
    now = 1000;
    expect(clock.current()).toBe(5_000_001);
  });

  it('gives each commit a time later than all reads before it, and each read one that is not earlier than any commit', () => {
    const steps = fc.array(fc.record({ wall: fc.nat(10), commits: fc.boolean() }));
    fc.assert(
      fc.property(steps, (asked) => {
        let now = 0;
        let last = 0;
        const clock = new CommitClock(() => now, 0);
        for (const { wall, commits } of asked) {
          now = wall;
          const time = commits ? clock.next() : clock.current();
          expect(commits ? time > last : time >= last).toBe(true);
          expect(time).toBeGreaterThanOrEqual(wall * 1000);
          last = time;
        }
      }),
    );
  });
});
