/** The example for receivers in docs/webhooks.md, held against what is sent. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signatureOf } from '../src/notifications/signature.ts';

type Verify = (header: string, body: string, secret: string, now: number) => boolean;

const exampleSchema = z.object({
  isFromDocket: z.custom<Verify>((value) => typeof value === 'function'),
});

const SECRET = '5e'.repeat(32);
const NOW = new Date('2026-01-01T08:00:00Z');
const BODY = '{"event":"job.completed"}';

let verify: Verify;

beforeAll(async () => {
  const guide = await readFile(path.resolve(import.meta.dirname, '../../docs/webhooks.md'), 'utf8');
  const [, code] = /```js\n(.*?)```/su.exec(guide) ?? [];
  if (code === undefined) throw new Error('The guide has no example');
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  verify = exampleSchema.parse(module).isFromDocket;
});

describe('the example for receivers', () => {
  it('accepts what was sent', () => {
    expect(verify(signatureOf(SECRET, NOW, BODY), BODY, SECRET, NOW.getTime() + 60_000)).toBe(true);
  });

  it('refuses another body, another secret, another time, and what is no signature', () => {
    const header = signatureOf(SECRET, NOW, BODY);
    expect(verify(header, `${BODY} `, SECRET, NOW.getTime())).toBe(false);
    expect(verify(header, BODY, SECRET.replace('5', '6'), NOW.getTime())).toBe(false);
    expect(verify(header, BODY, SECRET, NOW.getTime() + 301_000)).toBe(false);
    expect(verify(header.replace('t=1', 't=2'), BODY, SECRET, NOW.getTime())).toBe(false);
    expect(verify('nonsense', BODY, SECRET, NOW.getTime())).toBe(false);
    expect(verify(header.replace(/v1=.*/u, 'v1='), BODY, SECRET, NOW.getTime())).toBe(false);
  });
});
