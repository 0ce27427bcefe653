/** Chromium with a page that holds the Web SDK, served without a network. */

import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { BROWSER_ARGS, findBrowser } from '../../../../e2e/support/browser.ts';

const repository = path.resolve(import.meta.dirname, '../../../..');
const address = 'http://localhost/';

/** The page's program. */
export async function bundleTab(): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'tab.ts'), formats: ['iife'], name: 'tabProgram' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const [chunk] = outputs.flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') {
    throw new Error('The page’s program has not been built.');
  }
  return chunk.code;
}

export async function launch(): Promise<Browser> {
  const { executablePath, environment } = await findBrowser(path.join(repository, '.local/chromium'));
  return await chromium.launch({
    executablePath,
    args: BROWSER_ARGS,
    env: { ...process.env, ...environment },
  });
}

/** A profile of its own, in which the page can be opened, and reloaded without a network. */
export async function newProfile(browser: Browser, program: string): Promise<BrowserContext> {
  const context = await browser.newContext({ permissions: ['local-network-access'] });
  // What WebChannel looks for when it has lost its server: whether there is an internet.
  await context.route('https://**', (route) => route.abort());
  await context.route(`${address}**`, (route) =>
    route.request().url() === address
      ? route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><meta charset="utf-8"><script src="/tab.js"></script>',
        })
      : route.fulfill({ contentType: 'text/javascript', body: program }),
  );
  return context;
}

export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
