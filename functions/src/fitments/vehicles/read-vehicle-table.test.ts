import type { VehicleTable } from '@docket/model/fitment/vehicle';
import { recogniseVehicleColumns } from '@docket/model/fitment/vehicle-columns';
import { vehicleTableCsv } from '@docket/model/fitment/vehicle-table-csv';
import { LIMITS } from '@docket/model/limits';
import { parseRows } from '@docket/model/text-table/parse-rows';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadVehicleTable, readVehicleTable } from './read-vehicle-table.ts';
import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import { SMALL_TABLE } from './testing/small-table.ts';
import { anyVehicleTable } from './testing/any-vehicle-table.ts';

const NEWEST = 2027;

/** Of a CSV text whose columns are recognised by their headers. */
function read(text: string, newest = NEWEST): ReadVehicleTable {
  const [headers, ...rows] = parseRows(text.replace(/^\uFEFF/u, ''), LIMITS.sheetRows);
  const reading = readVehicleTable(rows, recogniseVehicleColumns(headers?.cells ?? []), newest);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

function tableOf(text: string, newest = NEWEST): VehicleTable {
  const result = read(text, newest);
  if (!result.ok || result.table === null) throw new Error(`There is no table: ${JSON.stringify(result)}`);
  return result.table;
}

function problemsOf(text: string) {
  const result = read(text);
  return result.ok ? result.problems : result.missing;
}

describe('a file of vehicles', () => {
  it('may have a row for each year', () => {
    const table = tableOf(
      'year,make,model,body_styles\n1992,Acura,Vigor,"[""Sedan""]"\n1993,Acura,Vigor,\n1995,Acura,Vigor,\n',
    );
    expect(table).toEqual({
      makes: [{ name: 'Acura', aliases: [] }],
      models: [
        {
          make: 'Acura',
          model: 'Vigor',
          years: [
            { from: 1992, to: 1993 },
            { from: 1995, to: 1995 },
          ],
          regions: [],
          aliases: [],
          trims: [],
        },
      ],
      last_year: 1995,
    });
  });

  it('may have a row for each trim, whose model has the years of all', () => {
    const [model] = tableOf(
      'id,year,make,model,submodel,engineSize\n1,2023,Toyota,Camry,LE,2.5L\n2,2022,Toyota,CAMRY,XLE,2.5L\n3,2023,Toyota,Camry,LE,3.5L\n',
    ).models;
    expect(model?.trims).toEqual(['LE', 'XLE']);
    expect(model?.years).toEqual([{ from: 2022, to: 2023 }]);
  });

  it('may have a first and a last year, in any order and in German', () => {
    const table = tableOf(
      'Baujahr bis;Modell;Marke;Baujahr von\n;Octavia;Škoda;1996\n2007;Fabia;Skoda;1999\n',
    );
    expect(table.makes).toEqual([{ name: 'Škoda', aliases: [] }]);
    expect(table.models.map(({ model, years }) => [model, ...years])).toEqual([
      ['Octavia', { from: 1996, to: null }],
      ['Fabia', { from: 1999, to: 2007 }],
    ]);
    expect(table.last_year).toBe(NEWEST);
  });

  it('may have ranges of years, other names and regions', () => {
    const [model] = tableOf(
      'Make;Model;Years;Model aliases;Make aliases;Region\nChevrolet;Silverado 1500;1999-2006, 2008+;Silverado, 1500;Chevy;USA / Europe\n',
    ).models;
    expect(model).toEqual({
      make: 'Chevrolet',
      model: 'Silverado 1500',
      years: [
        { from: 1999, to: 2006 },
        { from: 2008, to: null },
      ],
      regions: ['NA', 'EU'],
      aliases: ['Silverado', '1500'],
      trims: [],
    });
  });

  it('may have as many years in a cell, and names of a make, as anybody writes there', () => {
    const years = tableOf(`make,model,years\nFord,Focus,"${'2005,2007,'.repeat(200_000)}"\n`).models[0]
      ?.years;
    expect(years).toEqual([
      { from: 2005, to: 2005 },
      { from: 2007, to: 2007 },
    ]);
    const named = Array.from({ length: 20_000 }, (_, index) => `Ford,Focus,2005,Ford ${index}`).join('\n');
    const [make] = tableOf(`make,model,year,make aliases\n${named}\nFord 19999,Fiesta,2005,\n`).makes;
    expect(make?.aliases).toHaveLength(20_000);
  });

  it('is refused by what it has no column for', () => {
    expect(read('make,colour\nFord,red\n')).toEqual({ ok: false, missing: ['the model', 'the year'] });
    expect(read('')).toEqual({ ok: false, missing: ['the make', 'the model', 'the year'] });
  });

  it('tells every problem by its line, and keeps the other rows', () => {
    const text =
      'make,model,year from,year to,region\n,Focus,2000,,\nFord,,2000,,\nFord,Focus,soon,,\n\nFord,Focus,2010,2005,\nFord,---,,,Mars\nFord,Focus,2000,2018,\n';
    expect(problemsOf(text)).toEqual([
      { line: 2, reason: 'There is no make' },
      { line: 3, reason: 'There is no model' },
      { line: 4, reason: 'First year “soon” is not a year' },
      { line: 6, reason: 'The first year, 2010, is after the last, 2005' },
      {
        line: 7,
        reason: 'Model has neither letters nor digits; There is no year; Region “Mars” is neither NA nor EU',
      },
    ]);
    expect(tableOf(text).models).toHaveLength(1);
  });

  it('has no table when no row is good', () => {
    expect(read('make,model,year\nFord,Focus,x\n')).toMatchObject({ ok: true, table: null, failed: 1 });
  });

  it('counts all bad rows and lists the first', () => {
    const rows = Array.from({ length: LIMITS.importProblems + 5 }, () => 'Ford,Focus,x\n').join('');
    const result = read(`make,model,year\n${rows}`);
    expect(result.ok && result.failed).toBe(LIMITS.importProblems + 5);
    expect(result.ok && result.problems).toHaveLength(LIMITS.importProblems);
  });
});

describe('an exported table', () => {
  it('is read back as it was', () => {
    expect(tableOf(vehicleTableCsv(SMALL_TABLE))).toEqual(SMALL_TABLE);
  });

  it('is read back as it was when it is the starter table', () => {
    const read = tableOf(vehicleTableCsv(STARTER_TABLE), STARTER_TABLE.last_year);
    expect(read).toEqual(STARTER_TABLE);
  });

  it('is read back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyVehicleTable(NEWEST), (table) => {
        expect(tableOf(vehicleTableCsv(table))).toEqual(table);
      }),
    );
  });
});
