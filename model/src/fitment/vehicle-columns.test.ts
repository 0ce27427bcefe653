import { describe, expect, it } from 'vitest';
import { missingVehicleColumns, recogniseVehicleColumns, VEHICLE_FIELD_NAMES } from './vehicle-columns.ts';
import { VEHICLE_FIELDS, vehicleColumnsSchema } from './vehicle-import.ts';

describe('the columns of a file of vehicles', () => {
  it.each([
    ['year,make,model,body_styles', ['years', 'make', 'model', null]],
    ['id,year,make,model,submodel,driveType', [null, 'years', 'make', 'model', 'trim', null]],
    ['make,model,year_from,year_to', ['make', 'model', 'year_from', 'year_to']],
    ['Make,Model,Year,Year To', ['make', 'model', 'year_from', 'year_to']],
    ['Hersteller,Baureihe,Baujahr von,Baujahr bis', ['make', 'model', 'year_from', 'year_to']],
    ['Marke,Modell,Bauzeit,Ausstattung', ['make', 'model', 'years', 'trim']],
    ['marque,modèle,année début,année fin', ['make', 'model', 'year_from', 'year_to']],
  ])('are recognised by their headers: %s', (headers, fields) => {
    const columns = recogniseVehicleColumns(headers.split(','));
    expect(columns).toEqual(fields);
    expect(missingVehicleColumns(columns)).toEqual([]);
    expect(vehicleColumnsSchema.safeParse(columns).success).toBe(true);
  });

  it('are recognised by the names that people see', () => {
    const names = VEHICLE_FIELDS.map((field) => VEHICLE_FIELD_NAMES[field]);
    expect(recogniseVehicleColumns(names)).toEqual(VEHICLE_FIELDS);
  });

  it('are missing where nothing says make, model or year', () => {
    expect(missingVehicleColumns(recogniseVehicleColumns(['make', 'colour']))).toEqual([
      'the model',
      'the year',
    ]);
    expect(missingVehicleColumns([])).toEqual(['the make', 'the model', 'the year']);
  });
});
