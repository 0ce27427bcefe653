/**
 * `npm run lock -w functions`: makes the lockfile of the folder that is deployed, functions/deploy/package-lock.json. To be run
 * whenever a dependency of the functions has changed; a test says so.
 *
 * npm begins with the project's own lockfile, so that what is deployed is what was tested. Only packages with binaries are
 * resolved anew: of those that an installed folder or an older lockfile has chosen from, npm forgets the other platforms.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { deployedLockfile, deployedManifest, functionsFolder } from './deployment.ts';

const entrySchema = z.looseObject({
  link: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfileSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });

const manifest = await deployedManifest();
const lockfile = lockfileSchema.parse(
  JSON.parse(await readFile(path.join(functionsFolder, '../package-lock.json'), 'utf8')),
);

const withBinaries = Object.entries(lockfile.packages).flatMap(([place, { optionalDependencies }]) =>
  place.startsWith('node_modules/') && optionalDependencies !== undefined
    ? [place, ...Object.keys(optionalDependencies).map((name) => `node_modules/${name}`)]
    : [],
);
const begin = Object.entries(lockfile.packages).filter(
  ([place, { link }]) =>
    place.startsWith('node_modules/') &&
    link !== true &&
    !withBinaries.some((left) => place === left || place.startsWith(`${left}/`)),
);

const folder = await mkdtemp(path.join(tmpdir(), 'docket-lock-'));
try {
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await copyFile(path.join(functionsFolder, '../.npmrc'), path.join(folder, '.npmrc'));
  await writeFile(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({
      name: manifest.name,
      version: manifest.version,
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest, ...Object.fromEntries(begin) },
    }),
  );
  const { status } = spawnSync('npm', ['install', '--package-lock-only', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not make the lockfile. Is its registry reachable?');
  await mkdir(path.dirname(deployedLockfile), { recursive: true });
  await copyFile(path.join(folder, 'package-lock.json'), deployedLockfile);
} finally {
  await rm(folder, { recursive: true, force: true });
}
