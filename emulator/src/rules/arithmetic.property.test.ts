import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from './arithmetic.ts';
import { callMethod, methodTables } from './library/members.ts';
import { firstInstant, lastInstant, longestDuration } from './time.ts';
import { durationValue, intValue, timestampValue } from './values.ts';

const anyInt = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const anyInstant = fc.bigInt({ min: firstInstant, max: lastInstant });
const anyDuration = fc.bigInt({ min: -longestDuration, max: longestDuration });

describe('arithmetic', () => {
  it('on whole numbers gives what fits into 64 bits, or an error', () => {
    fc.assert(
      fc.property(anyInt, anyInt, fc.constantFrom('+', '-', '*', '/', '%'), (left, right, operator) => {
        const result = calculate(operator, intValue(left), intValue(right));
        const fits = result.kind === 'int' && BigInt.asIntN(64, result.value) === result.value;
        expect(fits || result.kind === 'failure').toBe(true);
      }),
    );
  });

  it('divides into a quotient and a remainder that make up the whole again', () => {
    fc.assert(
      fc.property(anyInt, anyInt, (whole, divisor) => {
        const quotient = calculate('/', intValue(whole), intValue(divisor));
        const remainder = calculate('%', intValue(whole), intValue(divisor));
        fc.pre(quotient.kind === 'int' && remainder.kind === 'int');
        expect(quotient.value * divisor + remainder.value).toBe(whole);
      }),
    );
  });

  it('on instants stays within the years 1 to 9999, where every method has a value', () => {
    fc.assert(
      fc.property(anyInstant, anyDuration, (instant, duration) => {
        const later = calculate('+', timestampValue(instant), durationValue(duration));
        const isWithin = instant + duration <= lastInstant && instant + duration >= firstInstant;
        expect(later.kind).toBe(isWithin ? 'timestamp' : 'failure');
        fc.pre(later.kind === 'timestamp');
        expect(calculate('-', later, durationValue(duration))).toEqual(timestampValue(instant));
        expect(calculate('-', later, timestampValue(instant))).toEqual(durationValue(duration));
        for (const name of methodTables.timestamp.keys()) {
          expect(callMethod(later, name, []).kind).not.toBe('failure');
        }
      }),
    );
  });
});
