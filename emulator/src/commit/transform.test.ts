import { describe, expect, it } from 'vitest';
import { root, wire, write } from '../../test/fixtures.ts';
import { decodeValue, encodeValue } from '../values/wire.ts';
import { applyTransform, type Transformed } from './transform.ts';
import type { Transform } from './write.ts';

const now = 1_795_242_611_279_456;
const path = ['f'];

function transform(how: Transform, current: object | undefined): Transformed {
  return applyTransform(how, current && decodeValue(current), now);
}

function calculate(kind: 'increment' | 'maximum' | 'minimum', current: object | undefined, operand: object) {
  const { value, result } = transform({ path, kind, operand: decodeValue(operand) }, current);
  expect(result).toBe(value);
  return encodeValue(value);
}

function change(kind: 'appendMissing' | 'removeAll', current: unknown, elements: unknown[]) {
  const decoded = elements.map((element) => decodeValue(wire(element)));
  const { value, result } = transform(
    { path, kind, elements: decoded },
    current === undefined ? current : wire(current),
  );
  expect(result).toEqual({ kind: 'null' });
  return encodeValue(value);
}

describe('increment', () => {
  it('keeps integers whole and turns to a double with one', () => {
    expect(calculate('increment', wire(3), wire(4))).toEqual(wire(7));
    expect(calculate('increment', wire(3), wire(0.5))).toEqual(wire(3.5));
    expect(calculate('increment', wire(0.5), wire(3))).toEqual(wire(3.5));
  });

  it('stops at the ends of 64 bits', () => {
    const largest = { integerValue: '9223372036854775807' };
    const smallest = { integerValue: '-9223372036854775808' };
    expect(calculate('increment', largest, wire(1))).toEqual(largest);
    expect(calculate('increment', smallest, wire(-1))).toEqual(smallest);
  });

  it('starts from the operand where there is no number', () => {
    expect(calculate('increment', undefined, wire(4))).toEqual(wire(4));
    expect(calculate('increment', wire('four'), wire(4))).toEqual(wire(4));
  });
});

describe('maximum and minimum', () => {
  it('pick the larger and the smaller', () => {
    expect(calculate('maximum', wire(3), wire(4))).toEqual(wire(4));
    expect(calculate('minimum', wire(3), wire(4))).toEqual(wire(3));
    expect(calculate('maximum', undefined, wire(-1))).toEqual(wire(-1));
  });

  it('leave the field alone when both are equal', () => {
    expect(calculate('maximum', wire(3), { doubleValue: 3 })).toEqual(wire(3));
    expect(calculate('minimum', { doubleValue: 3 }, wire(3))).toEqual({ doubleValue: 3 });
  });

  it('give in to NaN', () => {
    const notANumber = { doubleValue: 'NaN' };
    expect(calculate('maximum', wire(3), notANumber)).toEqual(notANumber);
    expect(calculate('minimum', notANumber, wire(3))).toEqual(notANumber);
  });
});

describe('array transforms', () => {
  it('append what is missing, once', () => {
    expect(change('appendMissing', [1, 'a'], ['a', 'b', 'b', 1.5])).toEqual(wire([1, 'a', 'b', 1.5]));
    expect(change('appendMissing', undefined, [1])).toEqual(wire([1]));
    expect(change('appendMissing', 'no array', [1])).toEqual(wire([1]));
  });

  it('remove every occurrence', () => {
    expect(change('removeAll', [1, 2, 1, 'a'], [1, 'a'])).toEqual(wire([2]));
    expect(change('removeAll', undefined, [1])).toEqual(wire([]));
  });
});

describe('the server timestamp', () => {
  it('has millisecond precision', () => {
    const { value } = transform({ path, kind: 'serverTimestamp' }, undefined);
    expect(encodeValue(value)).toEqual({ timestampValue: '2026-11-21T06:30:11.279000Z' });
  });
});

describe('the elements of a transform of an array', () => {
  it.each(['appendMissingElements', 'removeAllFromArray'])('are no arrays: %s', (kind) => {
    const nested = { fieldPath: 'a', [kind]: { values: [wire([1])] } };
    expect(() => write({ update: { name: `${root}/c/d` }, updateTransforms: [nested] })).toThrow(
      'array value in an array value',
    );
  });
});
