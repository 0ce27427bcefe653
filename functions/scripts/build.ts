/**
 * Bundles the functions into functions/dist: one self-contained folder, as `firebase deploy` uploads it. Our own
 * packages are inlined; what comes from the registry stays outside and is listed in the folder's package.json, with the
 * lockfile that it is installed from. Another folder than functions/dist can be given as argument.
 */
import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { DEPLOYED_NPM_SETTINGS, deployedLockfile, deployedManifest, functionsFolder } from './deployment.ts';

const dist = path.resolve(process.argv[2] ?? path.join(functionsFolder, 'dist'));
const manifest = await deployedManifest();
const isExternal = (id: string) =>
  id.startsWith('node:') ||
  Object.keys(manifest.dependencies).some((name) => id === name || id.startsWith(`${name}/`));

await rm(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: path.join(functionsFolder, 'src/index.ts'),
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
await writeFile(path.join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
await writeFile(path.join(dist, '.npmrc'), DEPLOYED_NPM_SETTINGS);
await copyFile(deployedLockfile, path.join(dist, 'package-lock.json'));
