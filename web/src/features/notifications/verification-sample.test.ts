import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SAMPLE } from './verification-sample.ts';

it('the sample on the page is the one of the guide, which is tried against what is sent', async () => {
  const guide = await readFile(path.resolve(import.meta.dirname, '../../../../docs/webhooks.md'), 'utf8');
  expect(guide).toContain(`\`\`\`js\n${SAMPLE}\n\`\`\``);
});
