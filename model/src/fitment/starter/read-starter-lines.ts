/** Reads the compact lines that the starter table is written in. Pure. */
import {
  type VehicleMake,
  type VehicleModel,
  vehicleMakeSchema,
  vehicleModelSchema,
  type VehicleRegion,
  vehicleRegionSchema,
  type YearRange,
} from '../vehicle.ts';

/** What one file of the starter table says. */
export interface StarterPart {
  makes: VehicleMake[];
  models: VehicleModel[];
}

/**
 * Lines of makes and their models; empty ones are passed over:
 *
 *     # Chevrolet | Chevy, Chev
 *     Camaro | 1967-2002, 2010-2024 | NA EU | F-body | SS, Z28
 *
 * A make has aliases. A model has its years ("2010-" is still made), the regions it is sold in (without any, `regions`),
 * aliases and trims; what is empty at the end may be left out. Throws an `Error` that names the line that does not fit.
 */
export function readStarterLines(regions: readonly VehicleRegion[], lines: string): StarterPart {
  const part: StarterPart = { makes: [], models: [] };
  for (const line of lines.split('\n').map((line) => line.trim())) {
    if (line === '') continue;
    try {
      if (line.startsWith('#')) part.makes.push(readMake(line.slice(1)));
      else part.models.push(readModel(line, part.makes.at(-1)?.name ?? '', regions));
    } catch (error) {
      throw new Error(`The starter table cannot be read at “${line}”`, { cause: error });
    }
  }
  return part;
}

function readMake(line: string): VehicleMake {
  const [name = '', aliases = ''] = fields(line);
  return vehicleMakeSchema.parse({ name, aliases: list(aliases) });
}

function readModel(line: string, make: string, usual: readonly VehicleRegion[]): VehicleModel {
  const [model = '', years = '', regions = '', aliases = '', trims = ''] = fields(line);
  return vehicleModelSchema.parse({
    make,
    model,
    years: list(years).map(readYears),
    regions:
      regions === '' ? [...usual] : regions.split(' ').map((region) => vehicleRegionSchema.parse(region)),
    aliases: list(aliases),
    trims: list(trims),
  });
}

function readYears(text: string): YearRange {
  const match = /^(\d{4})(?:(-)(\d{4})?)?$/u.exec(text);
  if (match === null) throw new RangeError(`“${text}” is no range of years`);
  const from = Number(match[1]);
  if (match[2] === undefined) return { from, to: from };
  return { from, to: match[3] === undefined ? null : Number(match[3]) };
}

const fields = (line: string) => line.split('|').map((field) => field.trim());

const list = (field: string) =>
  field
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
