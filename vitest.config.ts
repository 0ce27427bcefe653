import { globSync, readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests that leave nothing behind in their process share a worker: to start one for each file, and to load the same
 * modules anew, costs several times what these tests do themselves. They see the module state that others have left, so
 * they come in any order: `vitest run --project shared --sequence.shuffle.files`.
 */
const SHARED = '{model,functions,emulator,web}/src/**/*.test.{ts,tsx}';

/** Those among them that replace modules or load them anew, which would reach into the files that come after. */
const replacing = globSync(SHARED, { cwd: import.meta.dirname }).filter((file) =>
  /\bvi\.(?:mock|doMock|resetModules)\(/u.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
);

/** Runs on the embedded Firestore that put back what they set up: they share the engines that read text as well. */
const RUNS = 'functions/test/{listing,inventory,images}*.test.ts';

/** Fast tests, beside the code. Those that need the local stack live in e2e/ and run there. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: [SHARED],
          exclude: [...configDefaults.exclude, ...replacing],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'runs', include: [RUNS], isolate: false } },
      {
        extends: true,
        test: {
          name: 'own',
          exclude: [...configDefaults.exclude, RUNS],
          include: [
            '{model,functions,emulator,web}/test/**/*.test.{ts,tsx}',
            '{scripts,samples,bench,e2e/rules,e2e/api}/**/*.test.ts',
            ...replacing,
          ],
        },
      },
    ],
  },
});
