import { describe, expect, it } from 'vitest';
import { document, wire } from '../../test/fixtures.ts';
import { decodeFields, encodeValue } from '../values/wire.ts';
import { aggregate, aggregationSchema } from './aggregate.ts';

const rows = [{ n: 1 }, { n: 2 }, { n: 'three' }, {}, { n: 0.5 }].map((data, index) =>
  document(`c/${index}`, data),
);

function aggregated(aggregation: object, documents = rows): object | undefined {
  const value = aggregate([aggregationSchema.parse({ alias: 'x', ...aggregation })], documents).get('x');
  return value && encodeValue(value);
}
const n = { field: { fieldPath: 'n' } };

describe('an aggregation', () => {
  it('counts, up to a bound if one is given', () => {
    expect(aggregated({ count: {} })).toEqual(wire(5));
    expect(aggregated({ count: { upTo: '3' } })).toEqual(wire(3));
    expect(aggregated({ count: { upTo: { value: '9' } } })).toEqual(wire(5));
    expect(() => aggregated({ count: { upTo: '0' } })).toThrow('greater than zero');
    expect(() => aggregated({ count: { upTo: -1 } })).toThrow('greater than zero');
  });

  it('adds up numbers and passes over the rest', () => {
    expect(aggregated({ sum: n })).toEqual(wire(3.5));
    expect(aggregated({ sum: n }, rows.slice(0, 2))).toEqual(wire(3));
    expect(aggregated({ sum: n }, [])).toEqual(wire(0));
  });

  it('turns a sum beyond 64 bits into a double', () => {
    const large = {
      ...document('c/l', {}),
      fields: decodeFields({ n: { integerValue: '9223372036854775807' } }),
    };
    expect(aggregated({ sum: n }, [large, ...rows.slice(0, 1)])).toEqual({ doubleValue: 2 ** 63 });
  });

  it('averages as a double, and nothing as null', () => {
    expect(aggregated({ avg: n }, rows.slice(0, 2))).toEqual(wire(1.5));
    expect(aggregated({ avg: n }, rows.slice(0, 1))).toEqual({ doubleValue: 1 });
    expect(aggregated({ avg: n }, [])).toEqual({ nullValue: null });
  });

  it('averages large integers without losing what the division leaves', () => {
    const near = (...integers: string[]) =>
      integers.map((integerValue) => ({
        ...document('c/l', {}),
        fields: decodeFields({ n: { integerValue } }),
      }));
    expect(aggregated({ avg: n }, near('9007199254740993', '-9007199254740990'))).toEqual({
      doubleValue: 1.5,
    });
  });

  it('beside others takes only documents that have the fields of all', () => {
    const mixed = [{ a: 1, b: 1 }, { a: 2 }, { a: 4, b: 'x' }, { b: 8 }].map((data, index) =>
      document(`c/${index}`, data),
    );
    const asked = [
      { alias: 'count', count: {} },
      { alias: 'sum', sum: { field: { fieldPath: 'a' } } },
      { alias: 'avg', avg: { field: { fieldPath: 'b' } } },
    ].map((each) => aggregationSchema.parse(each));
    expect(Object.fromEntries(aggregate(asked, mixed))).toEqual({
      count: { kind: 'integer', value: 2n },
      sum: { kind: 'integer', value: 5n },
      avg: { kind: 'double', value: 1 },
    });
  });

  it('has a name of its own', () => {
    const counts = [{ count: {} }, { count: {} }].map((each) => aggregationSchema.parse(each));
    expect([...aggregate(counts, rows).keys()]).toEqual(['field_1', 'field_2']);
    const same = counts.map((each) => ({ ...each, alias: 'x' }));
    expect(() => aggregate(same, rows)).toThrow('used twice');
  });
});
