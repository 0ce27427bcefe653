/**
 * `node load-bundle.ts FOLDER [FUNCTION…]`: loads the functions of a built folder as an instance does that starts, lets each of
 * the named ones handle an event about a document that is not there, and prints what the folder exports and which packages
 * have been loaded, as JSON. For tests.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const packages = new Set<string>();
registerHooks({
  load: (url, context, nextLoad) => {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url)?.[1];
    if (name !== undefined) packages.add(name);
    return nextLoad(url, context);
  },
});

/** Has a function handle an event, as the SDK does when one arrives. */
async function handle(target: unknown, event: unknown): Promise<void> {
  const run: unknown = typeof target === 'function' ? Reflect.get(target, 'run') : undefined;
  if (typeof run !== 'function') throw new Error('That is no function for events.');
  await Reflect.apply(run, target, [event]);
}

const [folder = '.', ...names] = process.argv.slice(2);
const loaded = z
  .record(z.string(), z.unknown())
  .parse({ ...(await import(pathToFileURL(path.resolve(folder, 'index.js')).href)) });
const own = new Set(packages);
for (const name of names) {
  const params = { workspace: 'nobody', job: 'none', request: 'none' };
  await handle(loaded[name], { params });
}
console.log(JSON.stringify({ exports: Object.keys(loaded), atStart: [...own], packages: [...packages] }));
process.exit(0);
