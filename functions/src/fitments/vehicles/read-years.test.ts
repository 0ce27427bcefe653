import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYears, readYearsFromTo } from './read-years.ts';

const NEWEST = 2027;

describe('a cell with years', () => {
  it.each([
    ['2005', [[2005, 2005]]],
    ['2005.0', [[2005, 2005]]],
    ['2005-2010', [[2005, 2010]]],
    ['2005 – 2010', [[2005, 2010]]],
    ['2005 to 2010', [[2005, 2010]]],
    ['2005 bis 2010', [[2005, 2010]]],
    ['von 2005 bis 2010', [[2005, 2010]]],
    ['2005-10', [[2005, 2010]]],
    ['1998-02', [[1998, 2002]]],
    ['2005-present', [[2005, null]]],
    ['2005 bis heute', [[2005, null]]],
    ['2005+', [[2005, null]]],
    ['2005-', [[2005, null]]],
    ['ab 2005', [[2005, null]]],
    ['since 2005', [[2005, null]]],
    [
      '1999-2001, 2005; 2007',
      [
        [1999, 2001],
        [2005, 2005],
        [2007, 2007],
      ],
    ],
  ])('reads %s', (text, expected) => {
    const read = readYears(text, NEWEST);
    expect(read.ok ? read.years.map(({ from, to }) => [from, to]) : read.reason).toEqual(expected);
  });

  it.each([
    ['', 'There is no year'],
    ['soon', '“soon” is not a year or a range of years'],
    ['05', '“05” is not a year or a range of years'],
    ['2010-2005', 'The first year, 2010, is after the last, 2005'],
    ['1500', 'Year 1500 is before 1885'],
    ['2105', 'Year 2105 is after 2030'],
    ['2005, x', '“x” is not a year or a range of years'],
  ])('says what is wrong with “%s”', (text, reason) => {
    expect(readYears(text, NEWEST)).toEqual({ ok: false, reason });
  });

  it('gives good years or a reason for whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\-,;+ a-z/.]{0,15}$/u)), (text) => {
        const read = readYears(text, NEWEST);
        const good = read.ok
          ? read.years.every(({ from, to }) => from >= 1885 && (to ?? from) >= from && (to ?? from) <= 2030)
          : read.reason !== '';
        expect(good).toBe(true);
      }),
    );
  });
});

describe('a first and a last year', () => {
  it.each([
    ['2005', '2010', 2005, 2010],
    ['09/2005', '2010-06', 2005, 2010],
    ['2005-09-01', '30.06.2010', 2005, 2010],
    ['2005', '', 2005, null],
    ['2005', 'present', 2005, null],
    ['2005', '…', 2005, null],
  ])('reads %s and %s', (first, last, from, to) => {
    expect(readYearsFromTo(first, last, NEWEST)).toEqual({ ok: true, years: [{ from, to }] });
  });

  it.each([
    ['x', '2005', 'First year “x” is not a year'],
    ['2005', 'x', 'Last year “x” is not a year'],
    ['2005', '2004', 'The first year, 2005, is after the last, 2004'],
  ])('says what is wrong with %s and %s', (first, last, reason) => {
    expect(readYearsFromTo(first, last, NEWEST)).toEqual({ ok: false, reason });
  });
});
