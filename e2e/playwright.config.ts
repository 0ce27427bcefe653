/** Browser tests on local stacks of their own, one a worker, which the global set-up starts and its tear-down stops. */
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './support/browser.ts';

/** Marks a test that holds something to a time limit. Such tests run last, with nothing beside them. */
const TIMED = /@timed/u;

const browser = await findBrowser(path.resolve(import.meta.dirname, '../.local/chromium'));

export default defineConfig({
  testDir: import.meta.dirname,
  // To run one timed test by itself: `--no-deps`.
  projects: [
    { name: 'patient', testMatch: '**/*.spec.ts', grepInvert: TIMED },
    { name: 'alone', testMatch: 'support/alone.setup.ts', dependencies: ['patient'] },
    { name: 'timed', testMatch: '**/*.spec.ts', grep: TIMED, dependencies: ['alone'], workers: 1 },
  ],
  outputDir: path.resolve(import.meta.dirname, '../.local/e2e/results'),
  globalSetup: './support/global-setup.ts',
  // Tests mostly wait for runs: two halves of them fit on two processors.
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: path.resolve(import.meta.dirname, '../.local/e2e/report.json') }],
  ],
  use: {
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    // Nobody watches things fade in and out: a click need not wait for it.
    contextOptions: { reducedMotion: 'reduce' },
    // Pictures of every step would be drawn by the processors that do the work.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: browser.executablePath,
      args: BROWSER_ARGS,
      // Without a locale, Chromium takes no name with umlauts for a file.
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...browser.environment },
    },
  },
});
