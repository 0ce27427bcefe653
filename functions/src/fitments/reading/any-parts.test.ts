import type { PartRole } from '@docket/model/fitment/part-tables';
import { PART_ROLES } from '@docket/model/fitment/part-tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, rolesOf } from './testing/read-text.ts';

const MAKES = ['Ford', 'Kia', 'Toyota', 'Honda', 'Volkswagen', 'Chevrolet'];
const MODELS = ['Focus', 'Rio', 'Camry', 'Civic', 'Golf', 'Impala'];
const vehicle = fc.record({
  make: fc.constantFrom(...MAKES),
  model: fc.constantFrom(...MODELS),
  years: fc.integer({ min: 1990, max: 2020 }).map((year) => `${year}-${year + 3}`),
});
const partNumber = fc
  .tuple(fc.stringMatching(/^[A-Z]{2,3}$/), fc.integer({ min: 1000, max: 99_999 }))
  .map(([letters, digits]) => `${letters}-${digits}`);
const HEADINGS = ['Front Pads', 'Rear Pads', 'Front Rotors', 'Rear Rotors', 'Calipers', 'Wheel Hubs'];

describe('any matrix of vehicles', () => {
  const matrix = fc.integer({ min: 2, max: HEADINGS.length }).chain((width) =>
    fc.record({
      headings: fc.constant(HEADINGS.slice(0, width)),
      rows: fc.array(
        fc.record({
          vehicle,
          cells: fc.array(
            fc.oneof({ weight: 3, arbitrary: partNumber }, fc.constantFrom('', '#N/A', '+', '-')),
            {
              minLength: width,
              maxLength: width,
            },
          ),
        }),
        { minLength: 2, maxLength: 12 },
      ),
    }),
  );

  it('gives every number the vehicles of its rows, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(matrix, async ({ headings, rows }) => {
        const isNumber = (cell: string): boolean => cell.length > 4;
        fc.pre(headings.every((_, column) => rows.some(({ cells }) => isNumber(cells[column] ?? ''))));
        const { parts, tables } = await readLines([
          ['Make', 'Model', 'Years', ...headings].join(','),
          ...rows.map(({ vehicle: { make, model, years }, cells }) =>
            [make, model, years, ...cells].join(','),
          ),
        ]);
        const expected = rows.flatMap(({ vehicle: { make, model, years }, cells }) =>
          cells.filter(isNumber).map((cell) => [cell, make, model, years].join(' ')),
        );
        const found = parts.flatMap(({ part_id, given }) =>
          given.map(({ make, model, years }) => [part_id, make, model, years].join(' ')),
        );
        expect(tables[0]?.layout).toBe('matrix');
        expect(new Set(found)).toEqual(new Set(expected));
        expect(parts.every(({ description }) => headings.includes(description))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a person says about columns', () => {
  const role = fc.option(fc.constantFrom<PartRole[]>(...PART_ROLES), { nil: null });

  it('is followed, whatever the columns look like', async () => {
    const cell = fc.stringMatching(/^[\w .=/-]{0,12}$/);
    const table = fc.record({
      rows: fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      roles: fc.array(role, { minLength: 4, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, roles }) => {
        const lines = ['Part Number,Title,Make,Model', ...rows.map((row) => row.join(','))];
        const { tables } = await readLines(lines, [{ position: 0, roles, used: null }]);
        const columns = tables[0]?.columns ?? [];
        const followed = columns.map(({ role: now, confidence }, index) =>
          roles[index] === null ? null : confidence === 1 ? now : 'doubted',
        );
        expect(followed).toEqual(roles);
        expect(tables[0]?.corrected).toBe(roles.some((said) => said !== null));
      }),
      { numRuns: 100 },
    );
  });

  it('turns another column into that of the part numbers', async () => {
    const lines = ['Part Number,Nr. intern,Title', 'A-100,X-900,Filter for Kia Rio', 'A-101,X-901,Pads'];
    const { parts, tables } = await readLines(lines, [
      { position: 0, roles: [null, 'part_number', null], used: null },
    ]);
    expect(rolesOf(tables[0])).toEqual(['ignored', 'part_number', 'description']);
    expect(parts.map(({ part_id }) => part_id)).toEqual(['X-900', 'X-901']);
  });

  it('adds a column to a matrix', async () => {
    const lines = [
      'Make,Model,Year,Pads,Rotors,Hubs',
      'Kia,Rio,2010,PD-10,RT-10,HA',
      'Kia,Soul,2011,PD-11,RT-11,HB',
    ];
    const { parts } = await readLines(lines, [
      { position: 0, roles: [null, null, null, null, null, 'part_number'], used: null },
    ]);
    expect(parts.map(({ part_id }) => part_id)).toEqual(['PD-10', 'RT-10', 'HA', 'PD-11', 'RT-11', 'HB']);
  });

  it('leaves a table out, or takes it in', async () => {
    const lines = ['Part Number,Title', 'A-100,Filter'];
    expect((await readLines(lines, [{ position: 0, roles: [], used: false }])).parts).toEqual([]);
    const numbers = ['Part Number,Price', 'A-100,9.90'];
    expect((await readLines(numbers, [{ position: 0, roles: [], used: true }])).parts).toEqual([
      { part_id: 'A-100', description: '', texts: [], given: [] },
    ]);
  });
});

describe('any file', () => {
  it('is read or refused with a reason, and never invents a part number', async () => {
    const text = fc.array(fc.array(fc.string({ maxLength: 12 }), { maxLength: 6 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, async (rows) => {
        const lines = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
        const { parts } = await readLines(['Part Number,Title', ...lines]);
        const all = rows.flat().map((cell) => cell.normalize('NFC').replaceAll(/\s+/gu, ' ').trim());
        for (const { part_id } of parts) expect(all.some((cell) => cell.includes(part_id))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
