/** The lockfile that Cloud Build installs the functions from. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deployedLockfile, deployedManifest } from '../scripts/deployment.ts';

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const read = async (file: string | URL) =>
  lockfileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).packages;

const { '': root, ...locked } = await read(deployedLockfile);
const entries = Object.entries(locked);
const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? '';

describe('the lockfile of the functions, which `npm run lock -w functions` brings up to date,', () => {
  it('agrees with what the functions depend on', async () => {
    const { dependencies } = await deployedManifest();
    expect(root?.dependencies).toEqual(dependencies);
    for (const [name, version] of Object.entries(dependencies))
      expect(locked[`node_modules/${name}`]?.version).toBe(version);
  });

  it('names the versions that are tested here', async () => {
    const tested = new Map<string, Set<string>>();
    for (const [place, { version = '' }] of Object.entries(
      await read(new URL('../../package-lock.json', import.meta.url)),
    )) {
      const versions = tested.get(nameOf(place)) ?? new Set();
      tested.set(nameOf(place), versions.add(version));
    }
    const others = entries.filter(([place, { version = '', optional }]) => {
      const versions = tested.get(nameOf(place));
      // Binaries for machines that no test runs on may be missing there.
      return versions === undefined ? optional !== true : !versions.has(version);
    });
    expect(others.map(([place]) => place)).toEqual([]);
  });

  it.each(['linux-x64', 'linux-arm64'])('has the binaries for %s', (platform) => {
    expect(locked).toHaveProperty([`node_modules/@img/sharp-${platform}`]);
    expect(locked).toHaveProperty([`node_modules/@img/sharp-libvips-${platform}`]);
    expect(locked).toHaveProperty([`node_modules/@napi-rs/canvas-${platform}-gnu`]);
  });

  it('comes from no particular registry, and says what each package must contain', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(entries.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it('leaves nothing out that is needed', () => {
    expect(entries.filter(([, { dev }]) => dev === true)).toEqual([]);
  });
});
