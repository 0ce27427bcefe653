import type { VehicleTable } from '@docket/model/fitment/vehicle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALL_TABLE, vehicle } from './testing/small-table.ts';
import { createVehicleIndex } from './vehicle-index.ts';
import { vehicleKey, vehicleWords } from './vehicle-words.ts';

const index = createVehicleIndex(SMALL_TABLE);
const words = (text: string) => vehicleWords(text).map(({ word }) => word);
const named = (text: string, make?: string) =>
  index.modelsNamed(text, make).map(({ model, by }) => `${model.make} ${model.model} by ${by}`);
const found = (text: string, make?: string) =>
  index
    .modelsAt(words(text), 0, make)
    .map(({ models, words }) => [words, ...models.map(({ model }) => `${model.make} ${model.model}`)]);

describe('a make', () => {
  it('is found by its name and its aliases, whatever case, accents and punctuation they have', () => {
    expect(index.make('CHEVY')?.name).toBe('Chevrolet');
    expect(index.make('skoda')?.name).toBe('Škoda');
    expect(index.make('Mercedes Benz')?.name).toBe('Mercedes-Benz');
    expect(index.make('Chevorlet')).toBeNull();
    expect(index.make('')).toBeNull();
  });

  it('is found where it begins in a text, the longest name first', () => {
    const makes = index.makesAt(words('Mercedes-Benz C-Class'), 0);
    expect(makes.map(({ make, words, by }) => [make.name, words, by])).toEqual([
      ['Mercedes-Benz', 2, 'name'],
      ['Mercedes-Benz', 1, 'alias'],
    ]);
  });

  it('of two letters is one word: A/C is not AC', () => {
    expect(index.makesAt(words('A/C Compressor'), 0)).toEqual([]);
    expect(index.makesAt(words('AC Cobra'), 0).map(({ make }) => make.name)).toEqual(['AC']);
  });
});

describe('a model', () => {
  it('is found with and without punctuation and spaces', () => {
    for (const text of ['F-150', 'F150', 'f 150', 'F.150'])
      expect(named(text)).toEqual(['Ford F-150 by name']);
    for (const text of ['CRV', 'CR-V', 'Cr V']) expect(named(text)).toEqual(['Honda CR-V by name']);
    for (const text of ['Mazda3', 'Mazda 3', 'MAZDA-3'])
      expect(named(text)).toEqual(['Mazda Mazda3 by name']);
  });

  it('of figures alone keeps what stands between them: 93 is a year', () => {
    expect(named('9-3')).toEqual(['Saab 9-3 by name']);
    expect(named('93')).toEqual([]);
  });

  it('is found by other names, for every make that has it', () => {
    expect(named('328i')).toEqual(['BMW 3 Series by alias']);
    expect(named('Ram 1500')).toEqual(['Dodge Ram 1500 by name', 'Ram 1500 by alias']);
    expect(named('Ram 1500', 'Ram')).toEqual(['Ram 1500 by alias']);
  });

  it('is found where it begins in a text, the longest name first', () => {
    expect(found('Golf GTI 2015')).toEqual([
      [2, 'Volkswagen Golf GTI'],
      [1, 'Volkswagen Golf'],
    ]);
    expect(found('Silverado 2500HD Brake')).toEqual([
      [2, 'Chevrolet Silverado 2500 HD'],
      [1, 'Chevrolet Silverado 1500'],
    ]);
    expect(found('Golf', 'Honda')).toEqual([]);
  });

  it('was made in its years, gaps left out, and until the last year of the table while it is still made', () => {
    const [camaro] = index.modelsOf('Chevrolet');
    const [f150] = index.modelsOf('Ford');
    if (camaro === undefined || f150 === undefined) throw new Error('both are in the table');
    expect([1966, 1967, 2002, 2005, 2010, 2024, 2025].map((year) => index.madeIn(camaro, year))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect([2027, 2028].map((year) => index.madeIn(f150, year))).toEqual([true, false]);
  });

  it('knows its trims', () => {
    const [f150] = index.modelsOf('Ford');
    if (f150 === undefined) throw new Error('it is in the table');
    expect(index.trimsAt(words('king-ranch 4x4'), 0, f150)).toEqual([{ trim: 'King Ranch', words: 2 }]);
    expect(index.trimsAt(words('LX'), 0, f150)).toEqual([]);
  });
});

describe('a table whose models are cabs', () => {
  const cabs = createVehicleIndex({
    last_year: 2024,
    makes: [
      { name: 'Ford', aliases: [] },
      { name: 'Nissan', aliases: [] },
    ],
    models: [
      vehicle('Ford', 'F150 Regular Cab', 1992, 2003),
      vehicle('Ford', 'F150 (Heritage) Super Cab', 2004, 2004),
      vehicle('Ford', 'F150 SuperCrew Cab', 2005, 2024),
      vehicle('Ford', 'F250', 1992, 1997),
      vehicle('Ford', 'F250 Crew Cab', 1999, 1999),
      vehicle('Ford', 'F250 Super Duty Crew Cab', 1999, 2024),
      vehicle('Nissan', 'Regular Cab', 1992, 1997),
    ],
  });
  const years = (text: string) => cabs.modelsNamed(text).map(({ model }) => [model.model, model.years]);

  it('has the base model with the years of all of them', () => {
    expect(years('F-150')).toEqual([['F150', [{ from: 1992, to: 2024 }]]]);
    expect(years('F250 Super Duty')).toEqual([['F250 Super Duty', [{ from: 1999, to: 2024 }]]]);
  });

  it('widens the years of a base model that has a row', () => {
    expect(years('F250')).toEqual([
      [
        'F250',
        [
          { from: 1992, to: 1997 },
          { from: 1999, to: 1999 },
        ],
      ],
    ]);
  });

  it('knows which rows a base model stands for', () => {
    const [f150] = cabs.modelsNamed('F150');
    expect(f150 === undefined ? [] : cabs.variantsOf(f150.model).map(({ model }) => model)).toEqual([
      'F150 Regular Cab',
      'F150 (Heritage) Super Cab',
      'F150 SuperCrew Cab',
    ]);
  });

  it('keeps a name that is nothing but a cab', () => {
    expect(years('Regular Cab')).toEqual([['Regular Cab', [{ from: 1992, to: 1997 }]]]);
  });
});

describe('a table that says nothing but names', () => {
  const bare: VehicleTable = {
    last_year: 2024,
    makes: [
      { name: 'CHEVROLET', aliases: [] },
      { name: 'VW', aliases: [] },
    ],
    models: [
      vehicle('CHEVROLET', 'Silverado 1500 Crew Cab', 1999, 2024),
      vehicle('CHEVROLET', 'Camaro', 2010, 2024, { trims: ['SS'] }),
      vehicle('VW', 'Golf GTI', 2015, 2024),
    ],
  };
  const index = createVehicleIndex(bare, SMALL_TABLE);
  const named = (text: string) => index.modelsNamed(text).map(({ model }) => `${model.make} ${model.model}`);

  it('is asked by the other names that are known of its makes and models', () => {
    expect(index.make('Chevy')?.name).toBe('CHEVROLET');
    expect(index.make('Volkswagen')?.name).toBe('VW');
    expect(named('Silverado')).toEqual(['CHEVROLET Silverado 1500']);
    expect(named('GTI')).toEqual(['VW Golf GTI']);
  });

  it('gives no make or model that is not its own', () => {
    expect(index.make('Ford')).toBeNull();
    expect(named('Golf')).toEqual([]);
    expect(named('F-150')).toEqual([]);
  });

  it('has the trims that are known of a model, unless it has its own', () => {
    const [silverado] = index.modelsNamed('Silverado 1500');
    const [camaro] = index.modelsNamed('Camaro');
    if (silverado === undefined || camaro === undefined) throw new Error('both are in the table');
    expect(index.trimsAt(['ltz'], 0, silverado.model)).toEqual([{ trim: 'LTZ', words: 1 }]);
    expect(index.trimsAt(['zl1'], 0, camaro.model)).toEqual([]);
  });
});

describe('names in general', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9äéÖš]{1,6}(?:[ -][A-Za-z0-9]{1,5}){0,2}$/u);
  const table = fc
    .array(fc.record({ make: name, model: name, aliases: fc.array(name, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 12,
    })
    .map(
      (rows): VehicleTable => ({
        last_year: 2027,
        makes: [...new Set(rows.map(({ make }) => make))].map((make) => ({ name: make, aliases: [] })),
        models: rows.map(({ make, model, aliases }) => vehicle(make, model, 2000, 2005, { aliases })),
      }),
    );
  const separator = fc.constantFrom(' ', '-', '. ', '/', ' – ', '_', '  ');

  it('are found however they are punctuated', () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.boolean(), separator, (table, at, upper, separator) => {
        const model = table.models[at % table.models.length];
        if (model === undefined) return;
        const spelled = vehicleWords(model.model)
          .map(({ from, to }) => model.model.slice(from, to))
          .join(separator);
        const text = `${separator}${upper ? spelled.toUpperCase() : spelled}${separator}`;
        const index = createVehicleIndex(table);
        expect(index.modelsNamed(text, model.make).map(({ model }) => model.model)).toContain(model.model);
        const atWord = index.modelsAt(words(`${text} 2004`), 0).flatMap(({ models }) => models);
        expect(atWord.map(({ model }) => model)).toContain(
          index.modelsOf(model.make).find((each) => each.model === model.model),
        );
      }),
    );
  });

  it('that the table does not have are never given', () => {
    fc.assert(
      fc.property(table, fc.oneof(name, fc.string()), (table, text) => {
        const index = createVehicleIndex(table);
        const key = vehicleKey(text);
        for (const { model } of index.modelsNamed(text)) {
          expect(table.models.some(({ make }) => make === model.make)).toBe(true);
          expect([model.model, ...model.aliases].map(vehicleKey)).toContain(key);
        }
        const make = index.make(text);
        expect(make === null || vehicleKey(make.name) === key).toBe(true);
      }),
    );
  });
});
