import { describe, expect, it } from 'vitest';
import { tokenize } from '../text/tokens.ts';
import { yearStatement } from './years.ts';

const LAST_YEAR = 2027;

function read(text: string) {
  const statement = yearStatement(tokenize(text), 0, LAST_YEAR);
  return statement === null ? null : [statement.from, statement.to];
}

describe('years', () => {
  it.each([
    ['2013-2017', 2013, 2017],
    ['2013 – 2017', 2013, 2017],
    ['13-17', 2013, 2017],
    ['97-06', 1997, 2006],
    ["'05-'09", 2005, 2009],
    ['’99–’04', 1999, 2004],
    ['2006 thru 2012', 2006, 2012],
    ['63 thrugh 69', 1963, 1969],
    ['2011 bis 2014', 2011, 2014],
    ['von 2011 bis 2014', 2011, 2014],
    ['from 2011 to 2014', 2011, 2014],
    ['between 2011 and 2014', 2011, 2014],
    ['de 2008 à 2015', 2008, 2015],
    ['desde 2008 hasta 2015', 2008, 2015],
    ['1998-02', 1998, 2002],
    ['2008-9', 2008, 2009],
    ['2005/06', 2005, 2006],
    ['2016', 2016, 2016],
    ['MY2012', 2012, 2012],
    ['model year 2012', 2012, 2012],
    ['Baujahr 2011-2014', 2011, 2014],
    ['Bj. 05-10', 2005, 2010],
    ['03/2004-10/2010', 2004, 2010],
    ['2002/03 - 2008/12', 2002, 2008],
    ['10/05-06/12', 2005, 2012],
    ['2005.5-2008', 2005, 2008],
    ['1964 1/2 - 1966', 1964, 1966],
    ['2017-2013', 2013, 2017],
  ])('"%s" are %s to %s', (text, from, to) => {
    expect(read(text)).toEqual([from, to]);
  });

  it.each([
    ['2016+', 2016, null],
    ['2005 and up', 2005, null],
    ['2005-present', 2005, null],
    ['2018-on', 2018, null],
    ['from 2005', 2005, null],
    ['ab 2005', 2005, null],
    ['depuis 2005', 2005, null],
    ['2012>', 2012, null],
    ['up to 2015', null, 2015],
    ['bis 2015', null, 2015],
    ["jusqu'à 2009", null, 2009],
    ['pre-2012', null, 2011],
    ['2013 and older', null, 2013],
  ])('"%s" are open at one end', (text, from, to) => {
    expect(read(text)).toEqual([from, to]);
  });

  it.each([
    '2007-1234',
    '2000 miles',
    '2000W',
    '2000mm',
    '12V',
    '2012-AB',
    '2005-2010-33',
    '20-50',
    '$2015',
    '2500HD',
    '1500',
    '5-30',
    '12-15 mm',
    '12-24 V',
    '2050',
    '205/55',
  ])('"%s" are none', (text) => {
    expect(read(text)).toBeNull();
  });
});
