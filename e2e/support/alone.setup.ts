/** What comes before the tests that hold something to a time limit. */
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { besideFile } from '../../scripts/beside.ts';

const TIMEOUT_MS = 600_000;

test('the unit tests have made room', async () => {
  test.setTimeout(TIMEOUT_MS);
  await expect.poll(() => existsSync(besideFile), { timeout: TIMEOUT_MS }).toBe(false);
});
