/** "Generate Fitments": what becomes of the parts of a job. */
import { fitmentJobState } from '@docket/model/fitment/fitment-job';
import { LIMITS } from '@docket/model/limits';
import { partIdOf } from '@docket/model/fitment/part';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import { deathAt, type FitmentsBench, openFitmentsBench, sha256 } from './fitments-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let fitments: FitmentsBench;

beforeEach(async () => {
  fitments = await openFitmentsBench();
});
afterEach(async () => await fitments.close());

const PADS = { number: 'BP-1', description: '2005-2010 Ford F-150 brake pads' };
const ROTOR = { number: 'BR-2', description: 'Brake rotor', texts: ['fits 1999-2004 Honda Civic'] };
const F150 = { years: '2010', make: 'Ford', model: 'F-150', submodel: '', engine: '', position: '' };
const HEADERS = ['Part Number', 'Description'];
const BULB = { number: 'LB-3', description: 'Light bulb' };
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n');

async function completed(run: string): Promise<void> {
  await fitments.bench.queue.idle();
  const { status, error } = await fitments.bench.job(run);
  expect({ status, error }).toEqual({ status: 'completed', error: null });
}

describe('a job about a selection of parts', () => {
  it('finds vehicles for them, which somebody is to decide on', async () => {
    const ids = await fitments.addParts([PADS, ROTOR, BULB]);
    await completed(await fitments.select('j', ids));
    expect(await fitments.fitments('j')).toEqual([
      'BP-1: Ford F-150 2005–2010',
      'BR-2: Honda Civic 1999–2004',
    ]);
    const record = await fitments.record('j');
    expect(record.results).toEqual({ parts: 3, fitments: 2, exceptions: 1, groups: 1 });
    expect(record.review).toEqual({ pending: 2, approved: 0, rejected: 0 });
    expect(fitmentJobState(record)).toBe('review_required');
    expect(fitments.work()).toEqual([]);
  });

  it('says of each fitment what it was read from, and of each exception why', async () => {
    const [id = ''] = await fitments.addParts([PADS, BULB]);
    await completed(await fitments.select('j', [id, await partIdOf('LB-3', sha256)]));
    const [group] = await fitments.groups('j');
    expect(group?.parts).toEqual([
      { part_id: id, part_number: 'BP-1', description: PADS.description },
      expect.objectContaining({ part_number: 'LB-3' }),
    ]);
    const [fitment] = Object.values(group?.fitments ?? {});
    expect(fitment?.reasoning).toContain('Ford F-150');
    expect(fitment?.confidence).toBeGreaterThan(0.5);
    expect(group?.exceptions).toEqual([
      { part: 1, code: 'no_vehicle', words: '', reasoning: expect.any(String) },
    ]);
  });

  it('is complete at once when nothing was found', async () => {
    await completed(await fitments.select('j', await fitments.addParts([BULB])));
    const record = await fitments.record('j');
    expect(record.results).toEqual({ parts: 1, fitments: 0, exceptions: 1, groups: 1 });
    expect(fitmentJobState(record)).toBe('completed');
  });

  it('goes without parts that were deleted since, and says so when none is left', async () => {
    const [pads = ''] = await fitments.addParts([PADS]);
    await completed(await fitments.select('j', [pads, 'part-gone']));
    expect((await fitments.record('j')).results?.parts).toBe(1);
    const run = await fitments.select('k', ['part-gone']);
    await fitments.bench.queue.idle();
    expect((await fitments.bench.job(run)).error).toMatchObject({
      code: 'parts_missing',
      message: expect.stringContaining('deleted'),
    });
  });

  it('makes an exception of a part that cannot be read, and goes on with the others', async () => {
    const ids = await fitments.addParts([
      { number: 'LONG', description: 'x'.repeat(LIMITS.partTextCharacters + 1) },
      PADS,
      // Of which rules see no more than that it is a list.
      { number: 'LONG-GIVEN', given: [{ ...F150, model: 'Q'.repeat(900_000) }] },
    ]);
    const damaged = fitments.db.doc(paths.part(WORKSPACE, 'damaged'));
    await damaged.set({ part_number: 7, description: 'Ford F-150 2005' });
    await completed(await fitments.select('j', [...ids, 'damaged']));
    const [group] = await fitments.groups('j');
    expect(await fitments.fitments('j')).toEqual(['BP-1: Ford F-150 2005–2010']);
    expect(group?.exceptions).toMatchObject([
      { part: 0, code: 'no_vehicle', reasoning: expect.stringContaining('longer than 2,000 characters') },
      { part: 2, code: 'no_vehicle', reasoning: expect.stringContaining('longer than 2,000 characters') },
      { part: 3, code: 'no_vehicle', reasoning: expect.stringContaining('damaged') },
    ]);
  });
});

describe('a job about a file', () => {
  it('finds vehicles for its parts, and tells how it was read', async () => {
    const rows = [
      ['Part Number', 'Description', 'Notes'],
      ['BP-1', '2005-2010 Ford F-150 brake pads', ''],
      ['', 'no number', ''],
      ['BR-2', 'Brake rotor', 'fits 1999-2004 Honda Civic'],
    ];
    await completed(await fitments.upload('j', csv(rows)));
    expect(await fitments.fitments('j')).toEqual([
      'BP-1: Ford F-150 2005–2010',
      'BR-2: Honda Civic 1999–2004',
    ]);
    expect(await fitments.record('j')).toMatchObject({ part_count: 2, failed_rows: 1 });
    const { docs } = await fitments.db.collection(paths.fitmentTables(WORKSPACE, 'j')).get();
    expect(docs.map((table) => table.get('problems'))).toEqual([
      [expect.objectContaining({ line: 3, reason: expect.any(String) })],
    ]);
    expect([...fitments.storage.objects.keys()]).toEqual([
      storagePaths.fitmentJobFile(WORKSPACE, 'j', 'parts.csv'),
    ]);
  });

  const many = Array.from({ length: LIMITS.partsPerJob + 1 }, (_, index) => [
    `P-${index}`,
    'Ford F-150 2005',
  ]);
  const endless = Array.from({ length: 200_000 }, (_, index) => [`P-${index}`, 'Ford F-150 2005']);
  it.each([
    ['empty', '', 'file_empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file_unsupported'],
    ['of 200,000 rows', csv([HEADERS, ...endless]), 'file_too_many_rows'],
    ['of more parts than a job takes', csv([HEADERS, ...many]), 'too_many_parts'],
    [
      'without a column that says anything',
      csv([['Colour'], ['red'], ['blue'], ['green']]),
      'parts_unreadable',
    ],
  ])('that is %s fails at once, with a sentence about it', async (_, file, code) => {
    const run = await fitments.upload('j', file);
    await fitments.bench.queue.idle();
    const { status, error, attempts } = await fitments.bench.job(run);
    expect({ status, code: error?.code, tries: attempts.length }).toEqual({
      status: 'failed',
      code,
      tries: 1,
    });
    expect(error?.message).toContain('parts.csv');
    expect(await fitments.groups('j')).toEqual([]);
  });
});

describe('the vehicles that parts are compared with', () => {
  const table = {
    makes: [{ name: 'Zonda', aliases: [] }],
    models: [
      {
        make: 'Zonda',
        model: 'Roadster',
        years: [{ from: 2001, to: 2003 }],
        regions: [],
        aliases: [],
        trims: [],
      },
    ],
    last_year: 2026,
  };
  const useTable = async (workspace: string) => {
    const path = storagePaths.vehicleTable(workspace, 'i');
    fitments.storage.objects.set(path, JSON.stringify(table));
    await fitments.db.doc(paths.vehicleTable(workspace)).set({
      storage_path: path,
      import_id: 'i',
      file_name: 'vehicles.csv',
      makes: 1,
      models: 1,
      first_year: 2001,
      last_year: 2026,
      updated_by: 'u',
      updated_at: new Date(0),
    });
  };
  const parts = [PADS, { number: 'Z-1', description: 'Mirror for Zonda Roadster 2001-2003' }];

  it('are those of the workspace, where it has its own', async () => {
    await useTable(WORKSPACE);
    await completed(await fitments.select('j', await fitments.addParts(parts)));
    expect(await fitments.fitments('j')).toEqual(['Z-1: Zonda Roadster 2001–2003']);
  });

  it('are never those of another workspace, nor are the parts', async () => {
    await useTable('other');
    const ids = await fitments.addParts(parts);
    const foreign = await fitments.addParts([{ number: 'X-9', description: 'Ford F-150 2007' }], 'other');
    await completed(await fitments.select('j', [...ids, ...foreign]));
    expect(await fitments.fitments('j')).toEqual(['BP-1: Ford F-150 2005–2010']);
  });

  it('stay the same throughout a run, whatever is imported meanwhile', async () => {
    const ids = await fitments.addParts(parts);
    const death = deathAt(fitments, ({ phase, done }) => phase === 'understand' && done === 0);
    const run = await fitments.select('j', ids);
    await death;
    await useTable(WORKSPACE);
    await fitments.takeOver(run);
    await completed(run);
    expect(await fitments.fitments('j')).toEqual(['BP-1: Ford F-150 2005–2010']);
  });
});
