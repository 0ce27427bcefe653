import { defineConfig } from 'vitest/config';

/** Fast tests, beside the code. Those that need the local stack live in e2e/ and run there. */
export default defineConfig({
  test: {
    include: [
      '{model,functions,emulator,web}/{src,test}/**/*.test.{ts,tsx}',
      '{scripts,samples,bench,e2e/rules,e2e/api}/**/*.test.ts',
    ],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
