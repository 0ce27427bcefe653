import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../fixtures/memory-backend.ts';
import { exists } from './exists.ts';
import type { Database } from './ports.ts';

const stored = { id: 'a', path: 'things/a', data: {} };

/** A database whose browser still has the document, and whose server answers with `fetchDocument`. */
const database = (fetchDocument: Database['fetchDocument']): Database => ({
  ...createMemoryBackend({ documents: { 'things/a': {} } }).database,
  fetchDocument,
});
const failing = (code: string) =>
  database(async () => {
    throw Object.assign(new Error(code), { code });
  });

describe('whether something exists', () => {
  it('is for the server to say, not for what the browser has stored', async () => {
    expect(
      await exists(
        database(async () => null),
        'things/a',
      ),
    ).toBe(false);
    expect(
      await exists(
        database(async () => stored),
        'things/a',
      ),
    ).toBe(true);
  });

  it('is denied while the server cannot be reached', async () => {
    expect(await exists(failing('unavailable'), 'things/a')).toBe(false);
  });

  it('is not known where it may not be read', async () => {
    await expect(exists(failing('permission-denied'), 'things/a')).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });
});
