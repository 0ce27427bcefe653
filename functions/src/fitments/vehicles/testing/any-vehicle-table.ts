/** Tables of vehicles for property tests. */
import { VEHICLE_REGIONS, type VehicleTable } from '@docket/model/fitment/vehicle';
import fc from 'fast-check';
import { vehicleKey } from '../vehicle-words.ts';
import { joinYears } from '@docket/model/fitment/year-ranges';

/** Names with the letters that make trouble in files; a separator of lists is not among them. */
const name = fc
  .stringMatching(/^[A-Za-z0-9äß=+@'"éŠ.-][A-Za-z0-9 äß'"/&().-]{0,10}$/u)
  .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
  .filter((text) => vehicleKey(text) !== '');

const names = (most: number) => fc.uniqueArray(name, { maxLength: most, selector: vehicleKey });

/** Tables as the import makes them: each make has a model, and no name is there twice. `newest` is the last year. */
export function anyVehicleTable(newest: number): fc.Arbitrary<VehicleTable> {
  const years = fc
    .array(
      fc.record({ from: fc.integer({ min: 1900, max: newest }), length: fc.nat(20), open: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((ranges) =>
      joinYears(
        ranges.map(({ from, length, open }) => ({ from, to: open ? null : Math.min(from + length, newest) })),
      ),
    );
  const model = fc.record({
    model: name,
    years,
    regions: fc.uniqueArray(fc.constantFrom(...VEHICLE_REGIONS)),
    aliases: names(3),
    trims: names(3),
  });
  const make = fc.record({
    name,
    models: fc.uniqueArray(model, { minLength: 1, maxLength: 4, selector: ({ model }) => vehicleKey(model) }),
  });
  return fc
    .uniqueArray(make, { minLength: 1, maxLength: 4, selector: ({ name }) => vehicleKey(name) })
    .map((makes) => {
      const models = makes.flatMap(({ name, models }) =>
        models.map((model) => ({
          make: name,
          ...model,
          aliases: model.aliases.filter((alias) => vehicleKey(alias) !== vehicleKey(model.model)),
        })),
      );
      const all = models.flatMap(({ years }) => years);
      const lastYear = Math.max(...all.map(({ from, to }) => to ?? from));
      return {
        makes: makes.map(({ name }) => ({ name, aliases: [] })),
        models,
        last_year: all.some(({ to }) => to === null) ? newest : lastYear,
      };
    });
}
