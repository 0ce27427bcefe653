/** "Import Vehicles": the table that a workspace has afterwards. */
import { vehicleTableSchema, type VehicleTable } from '@docket/model/fitment/vehicle';
import { type VehicleColumns, vehicleImportSchema } from '@docket/model/fitment/vehicle-import';
import { storedVehicleTableSchema } from '@docket/model/fitment/vehicle-table';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import { type FitmentsBench, openFitmentsBench } from './fitments-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let fitments: FitmentsBench;

beforeEach(async () => {
  fitments = await openFitmentsBench();
});
afterEach(async () => await fitments.close());

const COLUMNS = ['make', 'model', 'years'] as const satisfies VehicleColumns;
const FILE = 'Make,Model,Years\nZonda,Roadster,2001-2003\nZonda,Coupe,\nZonda,Estate,2005-\n';

async function start(id: string, mode: 'replace' | 'extend', file: string | Buffer): Promise<string> {
  const path = storagePaths.vehicleImportFile(WORKSPACE, id, 'vehicles.csv');
  fitments.storage.objects.set(path, file);
  return await fitments.begin('vehicle_import', id, {
    file_name: 'vehicles.csv',
    storage_path: path,
    size: Math.max(1, file.length),
    mode,
    columns: COLUMNS,
  });
}

async function run(id: string, mode: 'replace' | 'extend', file: string | Buffer = FILE) {
  await start(id, mode, file);
  await fitments.bench.queue.idle();
  return vehicleImportSchema.parse((await fitments.db.doc(paths.vehicleImport(WORKSPACE, id)).get()).data());
}

async function current() {
  const snapshot = await fitments.db.doc(paths.vehicleTable(WORKSPACE)).get();
  if (!snapshot.exists) return null;
  const stored = storedVehicleTableSchema.parse(snapshot.data());
  const text = String(fitments.storage.objects.get(stored.storage_path));
  return { stored, table: vehicleTableSchema.parse(JSON.parse(text)) };
}

const namesOf = ({ models }: VehicleTable) => models.map(({ make, model }) => `${make} ${model}`);

describe('an import that replaces', () => {
  it('is all there is afterwards, and is told by line what it lacks', async () => {
    const { outcome, problems } = await run('i', 'replace');
    expect(outcome).toEqual({ makes: 1, models: 2, failed: 1 });
    expect(problems).toEqual([{ line: 3, reason: expect.any(String) }]);
    const now = await current();
    expect(now?.stored).toMatchObject({
      import_id: 'i',
      file_name: 'vehicles.csv',
      makes: 1,
      models: 2,
      first_year: 2001,
      updated_by: 'u',
    });
    expect(now === null ? [] : namesOf(now.table)).toEqual(['Zonda Roadster', 'Zonda Estate']);
    expect(fitments.work()).toEqual([]);
  });

  it('decides what fitment jobs find from then on, until the starter table is taken again', async () => {
    await run('i', 'replace');
    const ids = await fitments.addParts([
      { number: 'Z-1', description: 'Mirror for Zonda Roadster 2001-2003' },
      { number: 'F-1', description: 'Mirror for Ford F-150 2005-2010' },
    ]);
    await fitments.select('j', ids);
    await fitments.bench.queue.idle();
    expect(await fitments.fitments('j')).toEqual(['Z-1: Zonda Roadster 2001–2003']);
    await fitments.db.doc(paths.vehicleTable(WORKSPACE)).delete();
    await fitments.select('k', ids);
    await fitments.bench.queue.idle();
    expect(await fitments.fitments('k')).toEqual(['F-1: Ford F-150 2005–2010']);
  });
});

describe('an import that extends', () => {
  it('comes to the starter table, or to what the workspace has', async () => {
    const { outcome } = await run('i', 'extend');
    expect(outcome?.makes).toBeGreaterThan(30);
    const more = 'Make,Model,Years\nKlausen,K1,1990-1995\n';
    const second = await run('k', 'extend', more);
    expect(second.outcome?.makes).toBe((outcome?.makes ?? 0) + 1);
    const now = await current();
    expect(now === null ? [] : namesOf(now.table)).toEqual(
      expect.arrayContaining(['Ford F-150', 'Zonda Roadster', 'Klausen K1']),
    );
  });

  it('loses nothing of another one at the same time', async () => {
    await run('base', 'replace');
    const file = (make: string) => `Make,Model,Years\n${make},One,1990-1995\n`;
    await Promise.all(
      ['Alpha', 'Beta', 'Gamma'].map(async (make) => await start(make, 'extend', file(make))),
    );
    await fitments.bench.queue.idle();
    const now = await current();
    expect(now?.table.makes.map(({ name }) => name).toSorted()).toEqual(['Alpha', 'Beta', 'Gamma', 'Zonda']);
  });
});

describe('an import that cannot be used', () => {
  const gappy = `Make,Model,Years\n${'Zonda,Roadster,2001\n\n'.repeat(LIMITS.vehicleRows / 2 + 1)}`;
  const endless = `Make,Model,Years\n${'Zonda,Roadster,2001\n'.repeat(LIMITS.vehicleRows + 1)}`;
  it.each([
    ['empty', '', 'file_empty'],
    ['a workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'file_corrupt'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file_unsupported'],
    ['too long', endless, 'file_too_many_rows'],
    ['too long with its empty lines', gappy, 'file_too_many_rows'],
    ['without vehicles', 'Make,Model,Years\n,Roadster,2001\n', 'vehicles_missing'],
  ])('because it is %s says so and leaves the table as it was', async (_, file, code) => {
    await run('before', 'replace');
    const job = await start('i', 'replace', file);
    await fitments.bench.queue.idle();
    const { status, error, attempts } = await fitments.bench.job(job);
    expect({ status, code: error?.code }).toEqual({ status: 'failed', code });
    expect(attempts.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
    expect(error?.message).toContain('vehicles.csv');
    expect((await current())?.stored.import_id).toBe('before');
  });
});

describe('a cancel', () => {
  it('before the table is in use leaves the workspace with the one it had, and no other', async () => {
    await run('before', 'replace');
    fitments.diesAt = ({ phase }) => phase === 'check_vehicles';
    const job = await start('i', 'replace', FILE);
    await vi.waitFor(async () => expect((await fitments.bench.job(job)).phase).toBe(2), { timeout: 10_000 });
    fitments.storage.objects.set(storagePaths.vehicleTable(WORKSPACE, 'i'), '{}');
    await fitments.bench.ask(job, 'cancel');
    await fitments.bench.queue.idle();
    expect((await current())?.stored.import_id).toBe('before');
    expect([...fitments.storage.objects.keys()].filter((name) => name.includes('/vehicle_tables/'))).toEqual([
      storagePaths.vehicleTable(WORKSPACE, 'before'),
    ]);
    expect(fitments.work()).toEqual([]);
  });
});

describe('a worker that is lost', () => {
  it.each(['read_vehicles', 'check_vehicles'])('in %s makes no difference', async (phase) => {
    const { promise: dead, resolve } = Promise.withResolvers<void>();
    fitments.diesAt = (step) => {
      if (step.phase !== phase) return false;
      fitments.diesAt = () => false;
      resolve();
      return true;
    };
    const job = await start('i', 'extend', FILE);
    await dead;
    await fitments.takeOver(job);
    expect((await fitments.bench.job(job)).status).toBe('completed');
    expect((await current())?.stored.import_id).toBe('i');
  });

  it('after its table is in use makes no difference, nor does what it tries later', async () => {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    fitments.onSaved = async () => {
      reached.resolve();
      await go.promise;
    };
    const job = await start('i', 'extend', FILE);
    const dead = [...fitments.bench.queue.running];
    await reached.promise;
    const before = await current();
    await fitments.takeOver(job);
    expect((await fitments.bench.job(job)).status).toBe('completed');
    go.resolve();
    await Promise.all(dead);
    expect(await current()).toEqual(before);
    const { outcome } = vehicleImportSchema.parse(
      (await fitments.db.doc(paths.vehicleImport(WORKSPACE, 'i')).get()).data(),
    );
    expect(outcome).toEqual({ makes: before?.stored.makes, models: before?.stored.models, failed: 1 });
  });
});
