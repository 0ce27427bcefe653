import type { VehicleTable } from '@docket/model/fitment/vehicle';
import { describe, expect, it } from 'vitest';
import { figuresOf, soughtVehicles, vehicleRows } from './vehicle-rows.ts';

const model = (make: string, name: string, more: Partial<VehicleTable['models'][number]> = {}) => ({
  make,
  model: name,
  years: [{ from: 2004, to: 2010 }],
  regions: [],
  aliases: [],
  trims: [],
  ...more,
});
const TABLE: VehicleTable = {
  makes: [
    { name: 'Honda', aliases: [] },
    { name: 'Chevrolet', aliases: ['Chevy'] },
  ],
  models: [
    model('Honda', 'Civic', { trims: ['EX', 'LX'] }),
    model('Chevrolet', 'Silverado 2500', { aliases: ['C2500'] }),
    model('Chevrolet', 'Silverado 1500'),
    model('Chevrolet', 'Camaro', {
      years: [
        { from: 1967, to: 1967 },
        { from: 2010, to: null },
      ],
    }),
  ],
  last_year: 2027,
};
const rows = vehicleRows(TABLE);
const found = (search: string, make: string | null = null) =>
  soughtVehicles(rows, make, search).map((row) => row.model.model);

describe('the vehicles of a table', () => {
  it('come by make and model', () => {
    expect(found('')).toEqual(['Camaro', 'Silverado 1500', 'Silverado 2500', 'Civic']);
  });

  it('have their years in words', () => {
    expect(rows.map(({ years }) => years.join(', '))).toEqual([
      '1967, 2010–',
      '2004–2010',
      '2004–2010',
      '2004–2010',
    ]);
  });

  it('are found by make, model, their other names, trims and years', () => {
    expect(found('chevy silv')).toEqual(['Silverado 1500', 'Silverado 2500']);
    expect(found('c2500')).toEqual(['Silverado 2500']);
    expect(found('lx')).toEqual(['Civic']);
    expect(found('2030')).toEqual(['Camaro']);
    expect(found('1990')).toEqual([]);
    expect(found('', 'Honda')).toEqual(['Civic']);
    expect(found('camaro', 'Honda')).toEqual([]);
  });

  it('are counted', () => {
    expect(figuresOf(TABLE)).toEqual({ makes: 2, models: 4, first_year: 1967, last_year: 2027 });
    expect(figuresOf({ makes: [], models: [], last_year: 2027 }).first_year).toBe(2027);
  });
});
