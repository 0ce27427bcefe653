import { describe, expect, it } from 'vitest';
import { readStep } from './price-step.ts';

describe('a change of prices as it is written', () => {
  it('is per cent in hundredths, or an amount in cents', () => {
    expect(readStep('percent', '-2.5')).toEqual({ by: 'percent', hundredths: -250 });
    expect(readStep('amount', 1.15)).toEqual({ by: 'amount', cents: 115 });
  });

  it('is none while there is no figure, or one that changes nothing', () => {
    expect([readStep('percent', ''), readStep('amount', 0), readStep('amount', '-')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
