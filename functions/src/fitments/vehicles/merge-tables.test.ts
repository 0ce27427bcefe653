import type { VehicleTable } from '@docket/model/fitment/vehicle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTables } from './merge-tables.ts';
import { anyVehicleTable } from './testing/any-vehicle-table.ts';
import { SMALL_TABLE, vehicle } from './testing/small-table.ts';
import { createVehicleIndex } from './vehicle-index.ts';

const extra: VehicleTable = {
  last_year: 2028,
  makes: [
    { name: 'VW', aliases: ['V-Dub'] },
    { name: 'Lada', aliases: [] },
  ],
  models: [
    vehicle('VW', 'GOLF', 2020, 2028, { trims: ['Life'], regions: ['EU'] }),
    vehicle('VW', 'Polo', 1975, null),
    vehicle('Lada', 'Niva', 1977, null),
  ],
};

describe('a table extended by another', () => {
  const merged = mergeTables(SMALL_TABLE, extra);

  it('has the makes of both, and one for a make that is known by another name', () => {
    expect(merged.makes).toContainEqual({ name: 'Volkswagen', aliases: ['VW', 'V-Dub'] });
    expect(merged.makes.map(({ name }) => name)).not.toContain('VW');
    expect(merged.makes.map(({ name }) => name)).toContain('Lada');
  });

  it('has the models of both, with what either says of them', () => {
    const volkswagens = merged.models.filter(({ make }) => make === 'Volkswagen');
    expect(volkswagens.map(({ model }) => model)).toEqual(['Golf', 'Golf GTI', 'Polo']);
    expect(volkswagens[0]).toMatchObject({
      years: [{ from: 1975, to: null }],
      regions: ['NA', 'EU'],
      trims: ['Life'],
    });
    expect(merged.last_year).toBe(2028);
  });

  it('knows every year that one of them knows', () => {
    fc.assert(
      fc.property(anyVehicleTable(2027), anyVehicleTable(2027), (base, more) => {
        const index = createVehicleIndex(mergeTables(base, more));
        for (const table of [base, more]) {
          for (const { make, model, years } of table.models) {
            const known = index.modelsNamed(model, index.make(make)?.name).filter(({ by }) => by === 'name');
            for (const { from, to } of years) {
              expect(known.some(({ model }) => index.madeIn(model, from))).toBe(true);
              expect(known.some(({ model }) => index.madeIn(model, to ?? table.last_year))).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('is the same when it is extended by itself', () => {
    fc.assert(
      fc.property(anyVehicleTable(2027), (table) => {
        expect(mergeTables(table, table)).toEqual(table);
      }),
    );
  });
});
