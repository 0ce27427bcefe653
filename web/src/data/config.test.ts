/** Which Firebase project a page finds itself in. */
import { DEFAULT_REGION } from '@docket/model/web-config';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from './config.ts';

/** What Hosting serves by itself in a deployed project. */
const hosting = { apiKey: 'key', projectId: 'shop', storageBucket: 'shop.firebasestorage.app' };
const emulators = { host: '127.0.0.1', auth: 1, firestore: 2, functions: 3, storage: 4 };

/** The page's own origin. Hosting answers every other path with the page itself. */
function serve(files: Readonly<Record<string, unknown>>) {
  vi.stubGlobal('fetch', async (path: string) =>
    path in files
      ? Response.json(files[path])
      : new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
}
afterEach(() => vi.unstubAllGlobals());

describe('the configuration of a page', () => {
  it('is that of the local stack where there is one', async () => {
    const local = { firebase: hosting, emulators, demo: null };
    serve({ '/__/docket/config.json': local });
    const deployment = { region: DEFAULT_REGION, app_check_site_key: null };
    expect(await loadConfig()).toEqual({ ...local, deployment });
  });

  it('is what Hosting says of its project, with what was deployed with the site', async () => {
    const deployment = { region: 'europe-west1', app_check_site_key: 'site-key' };
    serve({ '/__/firebase/init.json': { ...hosting, databaseURL: '' }, '/deployment.json': deployment });
    expect(await loadConfig()).toEqual({ firebase: hosting, deployment, emulators: null, demo: null });
  });

  it('needs nothing but Hosting: a site without settings of its own is in the usual region', async () => {
    serve({ '/__/firebase/init.json': hosting });
    expect((await loadConfig()).deployment).toEqual({ region: DEFAULT_REGION, app_check_site_key: null });
  });

  it('is missing where nobody says which project it is', async () => {
    serve({});
    await expect(loadConfig()).rejects.toThrow('expected object');
  });
});
