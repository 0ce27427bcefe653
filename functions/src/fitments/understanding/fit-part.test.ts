import type { GivenVehicle } from '@docket/model/fitment/part-text';
import { LIMITS } from '@docket/model/limits';
import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import { describe, expect, it } from 'vitest';
import { createVehicleIndex } from '../vehicles/vehicle-index.ts';
import { fitPart } from './fit-part.ts';

const VEHICLES = createVehicleIndex(STARTER_TABLE);

function fit(texts: readonly string[], given: readonly Partial<GivenVehicle>[] = []) {
  const empty = { years: '', make: '', model: '', submodel: '', engine: '', position: '' };
  const part = {
    part_id: 'P-1',
    description: texts[0] ?? '',
    texts: [...texts],
    given: given.map((row) => ({ ...empty, ...row })),
  };
  const { fitments, exceptions } = fitPart(part, VEHICLES);
  const told = fitments.map(({ make, model, submodel, from, to }) =>
    [make, model, submodel, from === to ? from : `${from}-${to}`].filter((each) => each !== '').join(' '),
  );
  return { fitments, exceptions, told };
}

describe('a fitment', () => {
  it('quotes the words it rests on', () => {
    const { fitments } = fit(['Front Brake Pads for 07-13 Chevy Silverado 1500']);
    expect(fitments[0]?.reasoning).toBe(
      '“Chevy Silverado 1500” names the Chevrolet Silverado 1500 and “07-13” its years.',
    );
  });

  it('is limited to the trims that are named', () => {
    expect(fit(['Mustang GT 2005-2009 intake']).told).toEqual(['Ford Mustang GT 2005-2009']);
    expect(fit(['BMW 3 Series 2006 thru 2011 328i 335i']).told).toEqual([
      'BMW 3 Series 328i 2006-2011',
      'BMW 3 Series 335i 2006-2011',
    ]);
    expect(fit(['MINI Cooper S R56 2007-2013']).told).toEqual(['MINI Cooper S 2007-2013']);
  });

  it('has engines, drives, bodies and cabs as qualifiers, also those of another text', () => {
    const [first] = fit(['2014-18 Silverado 1500 Crew Cab 4WD', '5.3L V8']).fitments;
    expect(first?.qualifiers).toEqual(['Crew Cab', '4WD', '5.3L', 'V8']);
  });

  it('leaves out what is said to be excluded after it', () => {
    expect(fit(['Honda Odyssey 05-10 Touring excluded']).told).toEqual(['Honda Odyssey 2005-2010']);
    expect(fit(['Toyota Matrix 2003-2008 (AWD excl.)']).fitments[0]?.qualifiers).toEqual([]);
  });

  it('has the body that only one make calls so with that make alone', () => {
    expect(fit(['Audi A3 2008-2012 Avant']).fitments[0]?.qualifiers).toEqual(['Avant']);
    expect(fit(['Renault Clio 2005-2012 plaquettes de frein avant']).fitments[0]?.qualifiers).toEqual([]);
  });

  it('keeps positions out of the vehicle', () => {
    const [first] = fit(['LH Driver Side Mirror Front 2015-2020 Ford F150']).fitments;
    expect(first).toMatchObject({ model: 'F-150', submodel: '', qualifiers: [] });
  });

  it('ends with the table when the text leaves it open, and says so', () => {
    const { fitments, exceptions } = fit(['2016+ Toyota Tacoma']);
    expect(fitments[0]).toMatchObject({ from: 2016, to: STARTER_TABLE.last_year });
    expect(fitments[0]?.reasoning).toContain('“2016+” has no end');
    expect(exceptions).toEqual([]);
  });

  it('is cut to the years of the table, and what is cut off is an exception', () => {
    const { fitments, told, exceptions } = fit(['Honda Element 2009-2014']);
    expect(told).toEqual(['Honda Element 2009-2011']);
    expect(fitments[0]?.reasoning).toContain('2012–2014 left out');
    expect(exceptions).toMatchObject([{ code: 'year_out_of_range', words: '2009-2014 Honda Element' }]);
    expect(fit(['Ford Focus 1985-1989 hose']).exceptions).toMatchObject([{ code: 'year_out_of_range' }]);
  });

  it('does without what is excluded, and names it', () => {
    const { fitments, told } = fit(['Grille 2011-2014 Ford Explorer', 'no 2012']);
    expect(told).toEqual(['Ford Explorer 2011', 'Ford Explorer 2013-2014']);
    expect(fitments[0]?.reasoning).toContain('Not meant: “no 2012”');
    const camaro = fit(['Tail Light 2010-2013 Chevrolet Camaro (exc. ZL1)']);
    expect(camaro.told).toEqual(['Chevrolet Camaro 2010-2013']);
    expect(camaro.fitments[0]?.reasoning).toContain('“exc. ZL1”');
  });

  it('follows a name to the make that went on with it, less surely', () => {
    const { told, fitments } = fit(['2002-2018 Dodge Ram 1500 Tail Light']);
    expect(told).toEqual(['Dodge Ram 1500 2002-2010', 'Ram 1500 2011-2018']);
    expect(Math.max(...fitments.map(({ confidence }) => confidence))).toBeLessThan(0.9);
  });

  it('is made of each model of a make when all are meant', () => {
    const { told, fitments } = fit(['All Tesla models 2013-2016']);
    expect(told).toEqual(expect.arrayContaining(['Tesla Model S 2013-2016', 'Tesla Model X 2016']));
    expect(fitments.every(({ confidence }) => confidence < 0.8)).toBe(true);
  });

  it('is one however often it is said', () => {
    expect(fit(['2010-2012 Honda Civic', 'Honda Civic 2010-2012', 'Honda Civic quality']).told).toEqual([
      'Honda Civic 2010-2012',
    ]);
  });

  it('is surest when make, model and years are written out', () => {
    const sure = (text: string) => fit([text]).fitments[0]?.confidence ?? 0;
    expect(sure('2013-2017 Honda Accord')).toBeGreaterThan(sure('13-17 Honda Accord'));
    expect(sure('2013-2017 Honda Accord')).toBeGreaterThan(sure('2013-2017 Accord'));
    expect(sure('2001-2006 Chevrolet Tahoe')).toBeGreaterThan(sure('2001-2006 Chevorlet Tahoe'));
    expect(sure('Honda Civic 2006-2011; Acura CSX')).toBeGreaterThan(0.9);
    expect(fit(['Honda Civic 2006-2011; Acura CSX']).fitments[1]?.confidence).toBeLessThan(0.8);
  });
});

describe('an exception', () => {
  it.each([
    ['Wiper Blade 24"', 'no_vehicle'],
    ['Honda Civic Floor Mats', 'no_vehicle'],
    ['Brake pads for Toyota 2005-2010', 'no_vehicle'],
    ['Honda Zyzzyx 2010-2012', 'unknown_model'],
    ['Holden Commodore 1997-2006', 'unknown_make'],
    ['Honda Camry 2010-2012', 'contradictory'],
    ['Honda Civic 2012 (no 2012)', 'contradictory'],
  ])('of "%s" is %s', (text, code) => {
    const { told, exceptions } = fit([text]);
    expect(told).toEqual([]);
    expect(exceptions.map((each) => each.code)).toEqual([code]);
    expect(exceptions[0]?.reasoning).not.toBe('');
  });

  it('quotes what the text says', () => {
    expect(fit(['Honda Zyzzyx 2010-2012']).exceptions[0]).toEqual({
      code: 'unknown_model',
      words: 'Honda Zyzzyx',
      reasoning: 'The vehicle table has no Honda that “Zyzzyx” could name.',
    });
  });
});

describe('columns of their own', () => {
  it('are read to the last row and the last text that a part may have', () => {
    const rows = Array.from({ length: LIMITS.partVehicles - 1 }, (_, index) => ({ make: `Nobody ${index}` }));
    const texts = Array.from({ length: LIMITS.partTexts - 1 }, (_, index) => `Text ${index}`);
    const last = { years: '2010', make: 'Ford', model: 'F-150' };
    expect(fit([...texts, 'Honda Civic 2005'], [...rows, last]).told.toSorted()).toEqual([
      'Ford F-150 2010',
      'Honda Civic 2005',
    ]);
  });

  it.each([
    ['2011 thru 2012', 'KIA', 'Optima', 'Kia Optima 2011-2012'],
    ['92 thru 94', 'ACURA', 'Vigor', 'Acura Vigor 1992-1994'],
    ['2005.0', 'CHEVROLET', 'Impala', 'Chevrolet Impala 2005'],
    ['05', 'Chevy', 'Impala', 'Chevrolet Impala 2005'],
    ['2018 and up', 'FORD', 'F150', `Ford F-150 2018-${STARTER_TABLE.last_year}`],
    ['2010, 2011', 'Mercedes', 'C-Class', 'Mercedes-Benz C-Class 2010-2011'],
    ['2012-2014', 'Chevorlet', 'Malibu', 'Chevrolet Malibu 2012-2014'],
    ['2012-2014', '', 'Honda Civic', 'Honda Civic 2012-2014'],
    ['2010-2012', 'Honda', 'Fit', 'Honda Fit 2010-2012'],
    ['2010', 'BMW', '328i', 'BMW 3 Series 328i 2010'],
  ])('years "%s", make "%s", model "%s" are the %s', (years, make, model, told) => {
    expect(fit(['Brake Rotor'], [{ years, make, model }]).told).toEqual([told]);
  });

  it('may name several models, and rows several vehicles', () => {
    const rows = [
      { years: '2007-2013', make: 'Chevrolet', model: 'Silverado 1500, Tahoe' },
      { years: '2007-2013', make: 'GMC', model: 'Yukon', submodel: 'Denali', engine: '6.2L' },
    ];
    const { told, fitments } = fit(['Brake Rotor'], rows);
    expect(told).toEqual([
      'Chevrolet Silverado 1500 2007-2013',
      'Chevrolet Tahoe 2007-2013',
      'GMC Yukon Denali 2007-2013',
    ]);
    expect(fitments[2]?.qualifiers).toEqual(['6.2L']);
  });

  it('take the years of a title when they have none', () => {
    expect(fit(['Brake Rotor 2012-2014'], [{ make: 'Honda', model: 'Civic' }]).told).toEqual([
      'Honda Civic 2012-2014',
    ]);
  });

  it.each([
    [{ years: '2010', make: 'Zyzzyx', model: 'Road' }, 'unknown_make'],
    [{ years: '2010', make: 'Honda', model: 'Zyzzyx' }, 'unknown_model'],
    [{ years: '2010', make: 'Honda', model: '' }, 'no_vehicle'],
    [{ years: 'see note', make: 'Honda', model: 'Civic' }, 'no_vehicle'],
    [{ years: '', make: 'Honda', model: 'Civic' }, 'no_vehicle'],
    [{ years: '1950', make: 'Honda', model: 'Civic' }, 'year_out_of_range'],
  ])('%j are %s', (row, code) => {
    const { told, exceptions } = fit(['Brake Rotor'], [row]);
    expect(told).toEqual([]);
    expect(exceptions.map((each) => each.code)).toEqual([code]);
  });
});
