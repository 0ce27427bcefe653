/** The tests of the Web SDK in Chromium, over WebChannel and REST, and what only a browser can do. */

import type { Browser, BrowserContext, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminStand } from './admin/stand.ts';
import { bundleTab, launch, newProfile, openTab } from './browser/chromium.ts';
import { offline } from './browser/offline.ts';
import { tabs } from './browser/tabs.ts';
import { transports } from './browser/transports.ts';
import type { BrowserStand } from './browser/stand.ts';
import { checkChapter, writtenChapter } from './coverage.ts';
import { liteScenarios } from './lite/scenarios.ts';
import { publicApi } from './public-api.ts';
import { Recorder } from './recorder.ts';
import { titled } from './scenario.ts';
import { bundleOf } from './web/bundle.ts';
import { browserOnly } from './web/browser-only.ts';
import { webScenarios } from './web/scenarios.ts';

const { version } = publicApi('@firebase/firestore', 'dist/index.d.ts');
const api = { version, names: browserOnly };
const recorder = new Recorder(api.names);
const server = await adminStand();
const bundle = await bundleOf(server.db);
let program: string;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([bundleTab(), launch()]);
}, 60_000);
beforeEach(() => server.clear());
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('in Chromium', () => {
  let profile: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    profile = await newProfile(browser, program);
    page = await openTab(profile);
    await page.evaluate(({ port, bundle }) => tab.begin(port, bundle), { port: server.port, bundle });
  }, 60_000);
  afterAll(() => profile.close());

  describe('the Web SDK', () => {
    it.each(titled(webScenarios.filter(({ nodeOnly }) => !nodeOnly)))('%s', async (title, { gives }) => {
      expect(await page.evaluate((title) => tab.web(title), title)).toEqual(gives);
    });
  });

  describe('the Web SDK without listeners', () => {
    it.each(titled(liteScenarios.filter(({ nodeOnly }) => !nodeOnly)))('%s', async (title, { gives }) => {
      expect(await page.evaluate((title) => tab.lite(title), title)).toEqual(gives);
    });
  });
});

describe('in profiles of their own', () => {
  const profiles: BrowserContext[] = [];
  const stand: BrowserStand = {
    port: server.port,
    db: server.db,
    bundle,
    profile: async () => {
      const profile = await newProfile(browser, program);
      profiles.push(profile);
      return profile;
    },
  };

  afterEach(async () => {
    for (const profile of profiles.splice(0)) {
      for (const page of profile.pages()) {
        for (const name of await page.evaluate(() => [...tab.called])) {
          recorder.note(name, []);
        }
      }
      await profile.close();
    }
  });

  offline(stand);
  tabs(stand);
  transports(stand);
});

describe('COVERAGE.md', () => {
  it('lists every public function that needs a browser', () => {
    const { untested, stale, text } = checkChapter({
      title: 'Web SDK, what needs a browser',
      about: '`firebase/firestore`, in Chromium with IndexedDB over WebChannel',
      api,
      recorder,
    });
    expect({ untested, stale }).toEqual({ untested: [], stale: [] });
    expect(text).toBe(writtenChapter('Web SDK, what needs a browser', text));
  });
});
