/** One row of a file of vehicles, from the texts of its cells. Pure. */
import { cutText } from '@docket/model/cut-text';
import { withoutFormulaGuard } from '@docket/model/export/csv';
import type { VehicleRegion } from '@docket/model/fitment/vehicle';
import { VEHICLE_FIELD_NAMES } from '@docket/model/fitment/vehicle-columns';
import type { VehicleField } from '@docket/model/fitment/vehicle-import';
import { VEHICLE_LIST_SEPARATOR } from '@docket/model/fitment/vehicle-table-csv';
import type { ImportProblem } from '@docket/model/inventory/inventory-import';
import { LIMITS } from '@docket/model/limits';
import type { TextRow } from '@docket/model/text-table/parse-rows';
import { readYears, readYearsFromTo } from './read-years.ts';
import type { SaidOfModel } from './vehicle-table-builder.ts';
import { vehicleKey } from './vehicle-words.ts';

/** What each column is; null: left out. */
export type VehicleColumnFields = readonly (VehicleField | null)[];

export type ReadVehicleRow = { ok: true; said: SaidOfModel } | { ok: false; problem: ImportProblem };

const REGIONS: ReadonlyMap<string, VehicleRegion> = new Map(
  (
    [
      [
        'NA',
        ['NA', 'North America', 'USA', 'US', 'United States', 'Canada', 'Mexico', 'Nordamerika', 'Kanada'],
      ],
      ['EU', ['EU', 'Europe', 'Europa', 'UK', 'Germany', 'Deutschland', 'France', 'España', 'Italia']],
    ] as const
  ).flatMap(([region, names]) => names.map((name) => [vehicleKey(name), region] as const)),
);

/** Null for a row without anything in it. Reasons name all that is wrong with a row. `lastYear` is the newest model year. */
export function readVehicleRow(
  { line, cells }: TextRow,
  columns: VehicleColumnFields,
  lastYear: number,
): ReadVehicleRow | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const texts = textsByField(cells, columns);
  const text = (field: VehicleField) => texts.get(field) ?? '';
  const problems: string[] = [];

  for (const field of ['make', 'model'] as const) {
    const name = VEHICLE_FIELD_NAMES[field];
    if (text(field) === '') problems.push(`There is no ${name.toLowerCase()}`);
    else if (vehicleKey(text(field)) === '') problems.push(`${name} has neither letters nor digits`);
  }
  for (const field of ['make', 'make_aliases', 'model', 'model_aliases', 'trim'] as const) {
    if (list(text(field)).some((name) => name.length > LIMITS.nameCharacters)) {
      problems.push(`${VEHICLE_FIELD_NAMES[field]} has more than ${LIMITS.nameCharacters} characters`);
    }
  }
  const years =
    text('year_from') === ''
      ? readYears(text('years'), lastYear)
      : readYearsFromTo(text('year_from'), text('year_to'), lastYear);
  if (!years.ok) problems.push(years.reason);
  const regions: VehicleRegion[] = [];
  for (const name of list(text('region'), [',', '/'])) {
    const region = REGIONS.get(vehicleKey(name));
    if (region === undefined) problems.push(`Region “${cutText(name, 40)}” is neither NA nor EU`);
    else if (!regions.includes(region)) regions.push(region);
  }

  if (!years.ok || problems.length > 0) {
    return { ok: false, problem: { line, reason: problems.join('; ') } };
  }
  return {
    ok: true,
    said: {
      make: oneLine(text('make')),
      makeAliases: list(text('make_aliases'), [',']),
      model: oneLine(text('model')),
      years: years.years,
      regions,
      aliases: list(text('model_aliases'), [',']),
      trims: list(text('trim')),
    },
  };
}

function textsByField(cells: readonly string[], columns: VehicleColumnFields): Map<VehicleField, string> {
  const texts = new Map<VehicleField, string>();
  for (const [index, field] of columns.entries()) {
    const text = withoutFormulaGuard((cells[index] ?? '').trim())
      .replaceAll(/[^\S\n]+/gu, ' ')
      .trim();
    if (field !== null && text !== '') texts.set(field, text);
  }
  return texts;
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ');

/** The values of a cell. They are separated by `VEHICLE_LIST_SEPARATOR`, bars, line breaks and any of `more`. */
function list(text: string, more: readonly string[] = []): string[] {
  const separators = [VEHICLE_LIST_SEPARATOR, '|', '\n', ...more];
  let values = [text];
  for (const separator of separators) values = values.flatMap((value) => value.split(separator));
  return values.map((value) => value.trim()).filter((value) => value !== '');
}
