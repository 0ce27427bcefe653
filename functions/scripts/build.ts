/**
 * Bundles the functions into functions/dist: one self-contained folder, as `firebase deploy` uploads it. Our own
 * packages are inlined; what comes from the registry stays outside and is listed in the folder's package.json, except
 * for what a local stack, whose bundle lies elsewhere, would find in the version that some tool brings along.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

const INLINED = ['ipaddr.js', 'undici'];

const manifest = z
  .object({ version: z.string(), dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
const dependencies = Object.fromEntries(
  Object.entries(manifest.dependencies).filter(
    ([name]) => !name.startsWith('@docket/') && !INLINED.includes(name),
  ),
);
const isExternal = (id: string) =>
  id.startsWith('node:') ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

await rm(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: path.join(root, 'src/index.ts'),
  external: isExternal,
  platform: 'node',
});
await bundle.write({
  dir: dist,
  format: 'esm',
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
});
await bundle.close();
// glibc keeps a heap for each of many threads, and those of the picture library free their memory elsewhere than they took it.
await writeFile(path.join(dist, '.env'), 'MALLOC_ARENA_MAX=2\n');
await writeFile(
  path.join(dist, 'package.json'),
  `${JSON.stringify({ name: 'docket-functions', version: manifest.version, private: true, type: 'module', main: 'index.js', engines: { node: '24' }, dependencies }, null, 2)}\n`,
);
