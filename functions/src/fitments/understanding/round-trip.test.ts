import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVehicleIndex } from '../vehicles/vehicle-index.ts';
import { fitPart } from './fit-part.ts';
import {
  type KnownFitment,
  PRODUCTS,
  SHARED_TEMPLATES,
  TITLE_TEMPLATES,
  YEAR_SPELLINGS,
} from './testing/title-templates.ts';

const VEHICLES = createVehicleIndex(STARTER_TABLE);

/** Common vehicles, with all that makes names hard: hyphens, numbers, ordinary words, names that are years. */
const KNOWN = (
  'Honda Accord|Honda Civic|Honda CR-V|Honda Fit|Honda Pilot|Honda Element|Toyota Camry|Toyota RAV4|Toyota 4Runner|Toyota Prius v|Ford F-150|Ford Focus|Ford Escape|Ford Edge|Ford Mustang|Ford Transit Connect|Chevrolet Silverado 1500|Chevrolet Silverado 2500 HD|Chevrolet Spark|Chevrolet Malibu|' +
  'GMC Sierra 1500|GMC Yukon XL|Dodge Charger|Dodge Journey|Jeep Grand Cherokee|Chrysler Town & Country|Chrysler 300|Nissan Altima|Nissan Rogue|Nissan Titan|Nissan 350Z|Mazda Mazda3|Mazda CX-5|Mazda MX-5 Miata|Subaru Outback|Hyundai Accent|Hyundai Santa Fe|Kia Soul|Kia Sorento|Volkswagen Golf|Volkswagen Jetta|Volkswagen Beetle|' +
  'BMW 3 Series|BMW X5|Mercedes-Benz C-Class|Audi A4|Audi Q5|Saab 9-3|Volvo XC90|MINI Cooper|Fiat 500|Peugeot 208|Peugeot 2008|Renault Clio|Opel Astra|Škoda Octavia|SEAT Ibiza|Land Rover Discovery|Tesla Model 3|Acura MDX|Lexus RX|Infiniti Q50|Porsche 911|Cadillac Escalade|Buick Enclave|Lincoln Navigator|Mitsubishi Outlander|Suzuki Swift'
)
  .split('|')
  .map((text) => {
    const model = VEHICLES.models.find((each) => `${each.make} ${each.model}` === text);
    if (model === undefined) throw new Error(`The starter table has no ${text}.`);
    return model;
  });

/** A vehicle with some of its years, not so long ago that two figures could mean another century. */
const fitment = fc
  .record({ model: fc.constantFrom(...KNOWN), start: fc.nat(40), length: fc.integer({ min: 1, max: 8 }) })
  .map(({ model, start, length }): KnownFitment => {
    const range = model.years.at(-1);
    const last = range?.to ?? VEHICLES.lastYear;
    const first = Math.max(range?.from ?? last, 1975);
    const from = Math.min(first + start, last);
    return { make: model.make, model: model.model, from, to: Math.min(from + length - 1, last) };
  });
const fitments = fc.uniqueArray(fitment, {
  minLength: 1,
  maxLength: 3,
  selector: ({ make, model }) => `${make} ${model}`,
});

const yearsIn = (all: readonly KnownFitment[]) =>
  all
    .flatMap(({ make, model, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${make} ${model} ${from + index}`),
    )
    .toSorted();

function read(texts: readonly string[]): string[] {
  const part = { part_id: 'P-1', description: texts[0] ?? '', texts: [...texts], given: [] };
  return [...new Set(yearsIn(fitPart(part, VEHICLES).fitments))];
}

describe('a known set of vehicles, written in any of the ways titles are', () => {
  it('is written in at least thirty ways', () => {
    expect(TITLE_TEMPLATES.length + SHARED_TEMPLATES.length).toBeGreaterThanOrEqual(30);
  });

  it('is read back exactly when each vehicle has its own years', () => {
    fc.assert(
      fc.property(
        fitments,
        fc.constantFrom(...TITLE_TEMPLATES),
        fc.constantFrom(...YEAR_SPELLINGS),
        fc.constantFrom(...PRODUCTS),
        (all, template, years, product) => {
          const texts = template(all, years, product);
          expect({ texts, read: read(texts) }).toEqual({ texts, read: yearsIn(all) });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is read back exactly when all vehicles share their years', () => {
    fc.assert(
      fc.property(
        fitments,
        fc.constantFrom(...SHARED_TEMPLATES),
        fc.constantFrom(...YEAR_SPELLINGS),
        fc.constantFrom(...PRODUCTS),
        (some, template, years, product) => {
          const from = Math.max(...some.map((each) => each.from));
          const all = some.map((each) => ({ ...each, from, to: from })).filter((each) => isMade(each));
          const texts = template(all, years, product);
          expect({ texts, read: read(texts) }).toEqual({ texts, read: yearsIn(all) });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function isMade({ make, model, from }: KnownFitment): boolean {
  return KNOWN.some((each) => each.make === make && each.model === model && VEHICLES.madeIn(each, from));
}

describe('any text', () => {
  it('never makes it fail, and never yields a vehicle or a year that the table does not have', () => {
    const words = fc.constantFrom(
      ...KNOWN.flatMap(({ make, model }) => [make, model]),
      ...PRODUCTS.flatMap((product) => product.split(' ')),
      ...'2012 05 2005-2010 13-17 99 2016+ 1900 3000 exc. no except only all models to bis from ab - / , ; ( ) & + . \' " # and und'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
      fc.array(words, { maxLength: 40 }).map((all) => all.join('')),
    );
    const cell = fc.oneof(fc.constant(''), fc.string({ maxLength: 12 }), words);
    const given = fc.record({
      years: cell,
      make: cell,
      model: cell,
      submodel: cell,
      engine: cell,
      position: cell,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), fc.array(given, { maxLength: 2 }), (texts, rows) => {
        const part = { part_id: 'P-1', description: texts[0] ?? '', texts, given: rows };
        for (const { make, model, from, to, confidence } of fitPart(part, VEHICLES).fitments) {
          const [known] = VEHICLES.models.filter((each) => each.make === make && each.model === model);
          expect(known).toBeDefined();
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (let year = from; year <= to; year += 1) {
            expect(known !== undefined && VEHICLES.madeIn(known, year)).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['Ford ', '2005-2010 ', '1 2 3 ', 'exc. ', 'Silverado/', '05 06 07 ', 'a ', '-', '('])(
    'is read in bounded work however often it repeats "%s"',
    (piece) => {
      const text = piece.repeat(200_000);
      expect(() =>
        fitPart({ part_id: 'P-1', description: '', texts: [text], given: [] }, VEHICLES),
      ).not.toThrow();
    },
  );
});
