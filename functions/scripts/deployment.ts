/** What is deployed beside the bundle: the manifest of its folder, and the lockfile that Cloud Build installs from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** The folder of the functions' package. */
export const functionsFolder = path.resolve(import.meta.dirname, '..');

/** What `npm run lock -w functions` makes and the build copies. */
export const deployedLockfile = path.join(functionsFolder, 'deploy/package-lock.json');

/** Bundled with our own code: a local stack, whose bundle lies elsewhere, would find the version that some tool brings along. */
const INLINED = ['ipaddr.js', 'undici'];

/**
 * Settings of npm for whoever installs the folder: nothing that a package says is run, so nothing is fetched from elsewhere
 * than the registry.
 */
export const DEPLOYED_NPM_SETTINGS = 'ignore-scripts=true\nfund=false\naudit=false\nupdate-notifier=false\n';

const packageSchema = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** The package.json of the folder that is deployed: what the bundle imports from the registry, in exact versions. */
export async function deployedManifest() {
  const manifest = packageSchema.parse(
    JSON.parse(await readFile(path.join(functionsFolder, 'package.json'), 'utf8')),
  );
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(
      ([name]) => !name.startsWith('@docket/') && !INLINED.includes(name),
    ),
  );
  return {
    name: 'docket-functions',
    version: manifest.version,
    private: true,
    type: 'module',
    main: 'index.js',
    engines: { node: '24' },
    dependencies,
  };
}
