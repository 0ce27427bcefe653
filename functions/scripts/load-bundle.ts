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

/** What is exported for an event: called with it, as by the SDK when one arrives. */
const handlerSchema = z
  .looseObject({})
  .or(z.function())
  .transform((value) => {
    const run: unknown = Reflect.get(value, 'run');
    if (typeof run !== 'function') throw new Error('not a function that handles events');
    return async (event: unknown): Promise<unknown> => await Reflect.apply(run, value, [event]);
  });

const [folder = '.', ...names] = process.argv.slice(2);
const loaded = z
  .record(z.string(), z.unknown())
  .parse({ ...(await import(pathToFileURL(path.resolve(folder, 'index.js')).href)) });
const own = new Set(packages);
for (const name of names) {
  const params = { workspace: 'nobody', job: 'none', request: 'none' };
  await handlerSchema.parse(loaded[name])({ params });
}
console.log(JSON.stringify({ exports: Object.keys(loaded), atStart: [...own], packages: [...packages] }));
process.exit(0);
