import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedToCents } from './money.ts';

describe('an amount to the cent', () => {
  it('is rounded up at a half, as people do it', () => {
    expect(roundedToCents(58 * 8.9325)).toBe(518.09);
    expect(roundedToCents(1.005)).toBe(1.01);
    expect(roundedToCents(0.1 + 0.2)).toBe(0.3);
  });

  it('is what arithmetic without fractions comes to, for any price of up to four decimals', () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), fc.nat(10_000), (tenThousandths, pieces) => {
        const cents = (BigInt(tenThousandths) * BigInt(pieces) + 50n) / 100n;
        expect(roundedToCents((tenThousandths / 10_000) * pieces)).toBe(Number(cents) / 100);
      }),
      { numRuns: 2_000 },
    );
  });
});
