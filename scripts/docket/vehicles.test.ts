import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVehicles } from './vehicles.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-vehicles-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function reading(text: string) {
  const file = path.join(folder, 'vehicles.csv');
  await writeFile(file, text);
  return await readVehicles(file);
}

describe('a file of vehicles for the command line', () => {
  it('has its columns recognised', async () => {
    const { name, columns } = await reading('\uFEFF\nHersteller;Modell;von;bis;Notiz\nVW;Golf;2003;2009;\n');
    expect(name).toBe('vehicles.csv');
    expect(columns).toEqual(['make', 'model', 'year_from', 'year_to', null]);
  });

  it('is refused in a plain sentence', async () => {
    await expect(reading('make,colour\nVW,red\n')).rejects.toThrow(
      'has no column for the model and the year.',
    );
    await expect(reading('')).rejects.toThrow('has no column for');
    await expect(readVehicles(path.join(folder, 'none.csv'))).rejects.toThrow('cannot be read');
  });
});
