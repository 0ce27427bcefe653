/**
 * Bundles the emulator into emulator/dist: a folder that is a package of its own, for `npm pack`, `npx` and projects
 * elsewhere. Our code is in it, with the descriptors of the protocol; what comes from the registry stays outside. Here,
 * in the repository, nothing needs it: the command runs from the sources.
 */
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
/** Only its descriptors are needed, and they are copied. */
const COPIED = '@google-cloud/firestore';

const manifest = z
  .object({
    version: z.string(),
    description: z.string(),
    license: z.string(),
    engines: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
const dependencies = Object.fromEntries(
  Object.entries(manifest.dependencies).filter(([name]) => name !== COPIED),
);
const isExternal = (id: string) =>
  id.startsWith('node:') ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

await rm(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    cli: path.join(root, 'src/cli.ts'),
    server: path.join(root, 'src/server.ts'),
    'storage-runtime': path.join(root, 'src/rules/storage-runtime-cli.ts'),
  },
  external: isExternal,
  platform: 'node',
});
await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[hash].js',
});
await bundle.close();

const library = path.dirname(createRequire(import.meta.url).resolve(COPIED));
await copyFile(path.join(library, '../protos/v1.json'), path.join(dist, 'v1.json'));
await mkdir(path.join(dist, 'bin'));
for (const name of ['docket-emulator.mjs', 'java']) {
  await copyFile(path.join(root, 'bin', name), path.join(dist, 'bin', name));
  await chmod(path.join(dist, 'bin', name), 0o755);
}
await copyFile(path.join(root, 'README.md'), path.join(dist, 'README.md'));
await copyFile(path.join(root, '../LICENSE'), path.join(dist, 'LICENSE'));
declareTypes();
await writeFile(path.join(dist, 'package.json'), `${JSON.stringify(packageOf(), null, 2)}\n`);

function packageOf() {
  return {
    name: 'docket-emulator',
    version: manifest.version,
    description: manifest.description,
    license: manifest.license,
    type: 'module',
    engines: manifest.engines,
    bin: { 'docket-emulator': 'bin/docket-emulator.mjs' },
    exports: { './server': { types: './types/server.d.ts', default: './server.js' } },
    files: ['*.js', 'v1.json', 'bin', 'types'],
    dependencies,
  };
}

/** Types for those who start a server in their tests. */
function declareTypes(): void {
  const compiler = path.join(root, '../node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, '--project', path.join(root, 'tsconfig.build.json'), '--outDir', path.join(dist, 'types')],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(`The types cannot be declared:\n${stdout}`);
  }
}
