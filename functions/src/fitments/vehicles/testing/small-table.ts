/** A small vehicle table for tests. */
import type { VehicleModel, VehicleTable } from '@docket/model/fitment/vehicle';

/** A model of it; `to` null is still made. */
export function vehicle(
  make: string,
  model: string,
  from: number,
  to: number | null,
  more: Partial<Pick<VehicleModel, 'aliases' | 'trims' | 'regions' | 'years'>> = {},
): VehicleModel {
  return { make, model, years: [{ from, to }], regions: ['NA'], aliases: [], trims: [], ...more };
}

export const SMALL_TABLE: VehicleTable = {
  last_year: 2027,
  makes: [
    { name: 'AC', aliases: [] },
    { name: 'BMW', aliases: [] },
    { name: 'Chevrolet', aliases: ['Chevy', 'Chev'] },
    { name: 'Dodge', aliases: [] },
    { name: 'Ford', aliases: [] },
    { name: 'GMC', aliases: [] },
    { name: 'Honda', aliases: [] },
    { name: 'Mazda', aliases: [] },
    { name: 'Mercedes-Benz', aliases: ['Mercedes', 'MB'] },
    { name: 'Ram', aliases: [] },
    { name: 'Saab', aliases: [] },
    { name: 'Škoda', aliases: [] },
    { name: 'Toyota', aliases: [] },
    { name: 'Volkswagen', aliases: ['VW'] },
  ],
  models: [
    vehicle('AC', 'Cobra', 1962, 1968),
    vehicle('BMW', '3 Series', 1977, null, {
      aliases: ['3er', '325i', '328i', '335i', 'E46'],
      trims: ['xDrive', 'M Sport'],
    }),
    vehicle('BMW', 'M3', 1986, null),
    vehicle('Chevrolet', 'Camaro', 1967, 2002, {
      years: [
        { from: 1967, to: 2002 },
        { from: 2010, to: 2024 },
      ],
      trims: ['SS', 'Z28', 'ZL1'],
    }),
    vehicle('Chevrolet', 'Silverado 1500', 1999, null, { aliases: ['Silverado'], trims: ['LT', 'LTZ'] }),
    vehicle('Chevrolet', 'Silverado 2500 HD', 2001, null),
    vehicle('Dodge', 'Ram 1500', 1994, 2010),
    vehicle('Ford', 'F-150', 1975, null, { trims: ['XL', 'XLT', 'Lariat', 'King Ranch'] }),
    vehicle('Ford', 'Mustang', 1964, null, { trims: ['GT', 'Shelby GT350'] }),
    vehicle('GMC', 'Sierra 1500', 1999, null, { aliases: ['Sierra'] }),
    vehicle('Honda', 'Accord', 1976, null, { trims: ['LX', 'EX'] }),
    vehicle('Honda', 'Civic', 1973, null),
    vehicle('Honda', 'CR-V', 1997, null),
    vehicle('Mazda', 'Mazda3', 2004, null, { aliases: ['3'] }),
    vehicle('Mercedes-Benz', 'C-Class', 1994, null, { aliases: ['C300', 'W204'] }),
    vehicle('Ram', '1500', 2011, null, { aliases: ['Ram 1500', 'Dodge Ram 1500'] }),
    vehicle('Saab', '9-3', 1999, 2011),
    vehicle('Škoda', 'Octavia', 1996, null, { regions: ['EU'] }),
    vehicle('Toyota', 'Camry', 1983, null, { trims: ['LE', 'XLE'] }),
    vehicle('Toyota', 'Tacoma', 1995, null),
    vehicle('Volkswagen', 'Golf', 1975, null, { regions: ['NA', 'EU'] }),
    vehicle('Volkswagen', 'Golf GTI', 1983, null, { aliases: ['GTI'], regions: ['NA', 'EU'] }),
  ],
};
