/** "Import Parts": what becomes of the rows of a file, also when workers die or a person cancels. */
import { partIdOf, partSchema, type Part } from '@docket/model/fitment/part';
import { type PartsImport, partsImportSchema } from '@docket/model/fitment/parts-import';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import { type FitmentsBench, openFitmentsBench, sha256 } from './fitments-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let fitments: FitmentsBench;

beforeEach(async () => {
  fitments = await openFitmentsBench();
});
afterEach(async () => await fitments.close());

const HEADERS = ['Part Number', 'Description', 'Notes'];
const csv = (...rows: readonly (readonly string[])[]) =>
  [HEADERS, ...rows].map((row) => row.join(',')).join('\n');

async function start(id: string, file: string): Promise<string> {
  const path = storagePaths.partsImportFile(WORKSPACE, id, 'parts.csv');
  fitments.storage.objects.set(path, file);
  return await fitments.begin('parts_import', id, {
    file_name: 'parts.csv',
    storage_path: path,
    size: Math.max(1, file.length),
    mapping: [],
  });
}

async function run(id: string, file: string): Promise<PartsImport> {
  await start(id, file);
  await fitments.bench.queue.idle();
  return await record(id);
}

const record = async (id: string) =>
  partsImportSchema.parse((await fitments.db.doc(paths.partsImport(WORKSPACE, id)).get()).data());
const parts = async () => (await fitments.db.collection(paths.parts(WORKSPACE)).get()).docs;
async function part(number: string): Promise<Part> {
  const id = await partIdOf(number, sha256);
  return partSchema.parse((await fitments.db.doc(paths.part(WORKSPACE, id)).get()).data());
}
const writtenAt = async () =>
  new Map((await parts()).map(({ id, updateTime }) => [id, updateTime.toDate().getTime()]));

describe('a file of parts', () => {
  const FILE = csv(
    ['BP-1', 'Brake pads', 'Ford F-150 2005'],
    ['', 'no number', ''],
    ['BR-2', 'Brake rotor', ''],
  );

  it('becomes parts of the workspace, and is told by line where it does not', async () => {
    const { outcome } = await run('i', FILE);
    expect(outcome).toEqual({ created: 2, updated: 0, unchanged: 0, failed: 1 });
    expect(await part('bp-1')).toMatchObject({
      part_number: 'BP-1',
      description: 'Brake pads',
      texts: ['Ford F-150 2005'],
      created_by: 'u',
    });
    const tables = await fitments.db.collection(paths.partsImportTables(WORKSPACE, 'i')).get();
    expect(tables.docs.map((table) => table.get('problems'))).toEqual([
      [expect.objectContaining({ line: 3 })],
    ]);
    expect(fitments.work()).toEqual([]);
  });

  it('writes nothing the second time', async () => {
    await run('i', FILE);
    const before = await writtenAt();
    expect((await run('again', FILE)).outcome).toEqual({ created: 0, updated: 0, unchanged: 2, failed: 1 });
    expect(await writtenAt()).toEqual(before);
  });

  it('writes what differs, and leaves who has entered a part', async () => {
    await fitments.addParts([{ number: 'BP-1', description: 'Pads' }, { number: 'OTHER' }]);
    const { outcome } = await run('i', FILE);
    expect(outcome).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    const { description, created_at, updated_at } = await part('BP-1');
    expect(description).toBe('Brake pads');
    expect(updated_at.getTime()).toBeGreaterThan(created_at.getTime());
    expect(await parts()).toHaveLength(3);
  });

  it('is read however long its texts are, also without blanks', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [
      `L-${index}`,
      'Pads',
      `${index} ${'語'.repeat(1_990)}`,
    ]);
    expect((await run('i', csv(...rows))).outcome).toMatchObject({ created: 90, failed: 0 });
  });

  it.each([
    ['empty', '', 'file_empty'],
    ['without part numbers', 'Colour\nred\nblue\ngreen', 'parts_unreadable'],
  ])('that is %s fails at once, with a sentence about it', async (_, file, code) => {
    const job = await start('i', file);
    await fitments.bench.queue.idle();
    const { status, error } = await fitments.bench.job(job);
    expect({ status, code: error?.code }).toEqual({ status: 'failed', code });
    expect(error?.message).toContain('parts.csv');
    expect(await parts()).toEqual([]);
  });
});

/** Saved in three transactions. */
const MANY = csv(...Array.from({ length: 900 }, (_, index) => [`P-${index}`, `Brake pads ${index}`, '']));
const WHOLE = { created: 899, updated: 1, unchanged: 0, failed: 0 };

describe('a worker that is lost', () => {
  it('after it has saved parts makes no difference, nor does what it tries later', async () => {
    await fitments.addParts([{ number: 'P-5', description: 'Old' }]);
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    let saved = 0;
    fitments.onSaved = async (phase) => {
      if (phase !== 'save_parts') return;
      saved += 1;
      if (saved !== 2) return;
      reached.resolve();
      await go.promise;
    };
    const job = await start('i', MANY);
    const dead = [...fitments.bench.queue.running];
    await reached.promise;
    await fitments.takeOver(job);
    expect((await record('i')).outcome).toEqual(WHOLE);
    const before = await writtenAt();
    expect(before.size).toBe(900);
    go.resolve();
    await Promise.all(dead);
    expect(await writtenAt()).toEqual(before);
  });
});

describe('a cancel', () => {
  it('keeps the parts that were saved; the rest comes with the file once more', async () => {
    fitments.diesAt = ({ phase, done }) => phase === 'save_parts' && done === 400;
    const job = await start('i', MANY);
    await vi.waitFor(async () => expect(await parts()).toHaveLength(400), { timeout: 20_000 });
    await fitments.bench.ask(job, 'cancel');
    await fitments.bench.queue.idle();
    expect((await fitments.bench.job(job)).status).toBe('cancelled');
    expect(fitments.work()).toEqual([]);
    fitments.diesAt = () => false;
    expect((await run('again', MANY)).outcome).toEqual({
      created: 500,
      updated: 0,
      unchanged: 400,
      failed: 0,
    });
  });
});
