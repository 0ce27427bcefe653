import { vehicleTableSchema } from '@docket/model/fitment/vehicle';
import { describe, expect, it } from 'vitest';
import { createVehicleIndex } from './vehicle-index.ts';
import { vehicleKey } from './vehicle-words.ts';
import { madeIn } from '@docket/model/fitment/year-ranges';
import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';

const index = createVehicleIndex(STARTER_TABLE);
const YEARS = Array.from({ length: 100 }, (_, at) => STARTER_TABLE.last_year - at);

function twice(texts: readonly string[]): string[] {
  return [...Map.groupBy(texts, (text) => text)].flatMap(([text, all]) => (all.length > 1 ? [text] : []));
}

describe('the starter table', () => {
  it('is a vehicle table', () => {
    expect(vehicleTableSchema.safeParse(STARTER_TABLE).error).toBeUndefined();
  });

  it('has the makes and models of both markets', () => {
    expect(STARTER_TABLE.makes.length).toBeGreaterThanOrEqual(50);
    expect(STARTER_TABLE.models.length).toBeGreaterThanOrEqual(650);
  });

  it('names no make twice, neither by name nor by alias', () => {
    expect(
      twice(
        STARTER_TABLE.makes.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(vehicleKey))]),
      ),
    ).toEqual([]);
  });

  it('names no model of a make twice, whatever the punctuation', () => {
    expect(twice(STARTER_TABLE.models.map(({ make, model }) => `${make} ${vehicleKey(model)}`))).toEqual([]);
  });

  it('lends the name of a model to another of its make only for years in which that was not made', () => {
    const lent = STARTER_TABLE.models.flatMap((model) =>
      model.aliases.flatMap((alias) => {
        const [owner] = index.modelsNamed(alias, model.make);
        if (owner === undefined || owner.by === 'alias') return [];
        const years = YEARS.filter((year) => madeIn(model.years, year, STARTER_TABLE.last_year));
        const useful = years.some((year) => !index.madeIn(owner.model, year));
        return useful ? [] : [`${model.make} ${model.model}: ${alias}`];
      }),
    );
    expect(lent).toEqual([]);
  });

  it('has no model that ends after the last year', () => {
    const late = STARTER_TABLE.models.filter(({ years }) =>
      years.some(({ from, to }) => Math.max(from, to ?? from) > STARTER_TABLE.last_year),
    );
    expect(late.map(({ model }) => model)).toEqual([]);
  });

  it('has a model of every make', () => {
    expect(STARTER_TABLE.makes.filter(({ name }) => index.modelsOf(name).length === 0)).toEqual([]);
  });

  it.each([
    ['Chevy', 'Silverado 2500HD', 2006, 'Silverado 2500 HD'],
    ['VW', 'GTI', 2018, 'Golf GTI'],
    ['Mercedes', 'C300', 2010, 'C-Class'],
    ['BMW', '328 i', 2008, '3 Series'],
    ['BMW', '3-series', 1994, '3 Series'],
    ['Jeep', 'Wrangler TJ', 2000, 'Wrangler'],
    ['Mazda', 'MAZDA 3', 2010, 'Mazda3'],
    ['Ford', 'F250 Super Duty', 2008, 'F-250 Super Duty'],
    ['Ford', 'F250', 2008, 'F-250 Super Duty'],
    ['Ford', 'F250', 1996, 'F-250'],
    ['Dodge', 'Ram 1500', 2010, 'Ram 1500'],
    ['Ram', 'Ram 1500', 2012, '1500'],
    ['AC', 'Cobra', 1965, 'Cobra'],
    ['Skoda', 'Octavia', 2005, 'Octavia'],
    ['Citroen', 'C4 Picasso', 2010, 'C4 Picasso'],
    ['Seat', 'Leon', 2005, 'León'],
    ['Land Rover', 'Evoque', 2015, 'Range Rover Evoque'],
  ])('knows the %s %s of %i as %s', (make, model, year, name) => {
    const found = index
      .modelsNamed(model, index.make(make)?.name)
      .filter(({ model }) => index.madeIn(model, year))
      .map(({ model }) => model.model);
    expect(found).toEqual([name]);
  });

  it.each([
    ['Dodge', 'Ram 1500', 2014],
    ['Dodge', 'Challenger', 1995],
    ['Ford', 'Bronco', 2005],
    ['Chevrolet', 'Corvette', 1983],
    ['Toyota', 'Supra', 2010],
    ['Ford', 'Mustang', 1963],
  ])('knows that there was no %s %s in %i', (make, model, year) => {
    const found = index.modelsNamed(model, make);
    expect(found).not.toEqual([]);
    expect(found.filter(({ model }) => index.madeIn(model, year))).toEqual([]);
  });
});
