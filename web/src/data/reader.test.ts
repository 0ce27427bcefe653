import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createReader } from './reader.ts';

const reader = createReader(z.object({ name: z.string() }));
const good = { id: 'a', path: 'things/a', data: { name: 'A' } };
const bad = { id: 'b', path: 'things/b', data: { name: 7 } };

describe('reading documents', () => {
  it('shows the good ones and names the malformed ones with their reason', () => {
    const { records, malformed } = reader.readAll([good, bad]);
    expect(records).toEqual([good]);
    expect(malformed).toEqual([{ path: 'things/b', reason: expect.stringContaining('name') }]);
  });

  it('checks an unchanged document once', () => {
    expect(reader.read(good)).toBe(reader.read(good));
  });
});
