/**
 * `node load-bundle.ts FOLDER [FUNCTION…]`: loads the functions of a built folder as an instance does that starts, lets each of
 * the named ones handle an event about a document that is not there, or a request, and prints what the folder exports and which packages
 * have been loaded, as JSON. For tests.
 */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { API_BASE, OPENAPI_ROUTE } from '@docket/model/api/address';
import { z } from 'zod';

const packages = new Set<string>();
registerHooks({
  load: (url, context, nextLoad) => {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url)?.[1];
    if (name !== undefined) packages.add(name);
    return nextLoad(url, context);
  },
});

/** Has a function handle an event, as the SDK does when one arrives, or a request, if it is one for those. */
async function handle(target: unknown, event: unknown): Promise<void> {
  if (typeof target !== 'function') throw new Error('That is no function.');
  const run: unknown = Reflect.get(target, 'run');
  if (typeof run === 'function') await Reflect.apply(run, target, [event]);
  else await request((...message) => void Reflect.apply(target, undefined, message));
}

/** Asks a function for requests for the description of the API. Throws when it fails. */
async function request(listener: RequestListener): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const { status } = await fetch(`http://127.0.0.1:${port}${API_BASE}${OPENAPI_ROUTE}`);
  if (status !== 200) throw new Error(`It has answered ${status}.`);
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
