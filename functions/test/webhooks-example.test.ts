/** docs/webhooks.md, held against what is sent: its examples for receivers, and the runs that it names. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PIPELINES, pipelineDefinition } from '@docket/model/pipelines';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signatureOf } from '../src/notifications/signature.ts';

type Verify = (header: string, body: string, secret: string, now: number) => boolean;

const exampleSchema = z.object({
  isFromDocket: z.custom<Verify>((value) => typeof value === 'function'),
});

const [SECRET, NEXT_SECRET, OTHER_SECRET] = ['5e'.repeat(32), '6f'.repeat(32), '70'.repeat(32)];
const NOW = new Date('2026-01-01T08:00:00Z');
const BODY = '{"event":"job.completed"}';

let guide: string;
let verify: Verify;

function exampleIn(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'su').exec(guide) ?? [];
  if (code === undefined) throw new Error(`The guide has no example in ${language}`);
  return code;
}

beforeAll(async () => {
  guide = await readFile(path.resolve(import.meta.dirname, '../../docs/webhooks.md'), 'utf8');
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(exampleIn('js'))}`);
  verify = exampleSchema.parse(module).isFromDocket;
});

describe('the example for receivers', () => {
  it('accepts what was sent', () => {
    expect(verify(signatureOf([SECRET], NOW, BODY), BODY, SECRET, NOW.getTime() + 60_000)).toBe(true);
  });

  it('accepts it with the old secret and with the new one while one replaces the other', () => {
    const header = signatureOf([NEXT_SECRET, SECRET], NOW, BODY);
    expect(verify(header, BODY, SECRET, NOW.getTime())).toBe(true);
    expect(verify(header, BODY, NEXT_SECRET, NOW.getTime())).toBe(true);
    expect(verify(header, BODY, OTHER_SECRET, NOW.getTime())).toBe(false);
  });

  it('refuses another body, another secret, another time, and what is no signature', () => {
    const header = signatureOf([SECRET], NOW, BODY);
    expect(verify(header, `${BODY} `, SECRET, NOW.getTime())).toBe(false);
    expect(verify(header, BODY, OTHER_SECRET, NOW.getTime())).toBe(false);
    expect(verify(header, BODY, SECRET, NOW.getTime() + 301_000)).toBe(false);
    expect(verify(header.replace('t=1', 't=2'), BODY, SECRET, NOW.getTime())).toBe(false);
    expect(verify('nonsense', BODY, SECRET, NOW.getTime())).toBe(false);
    expect(verify('t', BODY, SECRET, NOW.getTime())).toBe(false);
    expect(verify(header.replace(/v1=.*/u, 'v1='), BODY, SECRET, NOW.getTime())).toBe(false);
    expect(verify(header.replace(/,v1=.*/u, ''), BODY, SECRET, NOW.getTime())).toBe(false);
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('the example in Python', () => {
  /** What it says about each of `calls`: header, body and secret. */
  function verdicts(calls: readonly (readonly [header: string, body: string, secret: string])[]): unknown {
    const script = `${exampleIn('python')}
import json, sys
print(json.dumps([is_from_docket(header, body.encode(), secret) for header, body, secret in json.load(sys.stdin)]))`;
    return JSON.parse(
      execFileSync('python3', ['-c', script], { input: JSON.stringify(calls), encoding: 'utf8' }),
    );
  }

  it('says the same', () => {
    const now = new Date();
    const header = signatureOf([NEXT_SECRET, SECRET], now, BODY);
    const old = signatureOf([SECRET], new Date(now.getTime() - 400_000), BODY);
    expect(
      verdicts([
        [header, BODY, SECRET],
        [header, BODY, NEXT_SECRET],
        [header, BODY, OTHER_SECRET],
        [header, `${BODY} `, SECRET],
        [old, BODY, SECRET],
        ['nonsense', BODY, SECRET],
        [header.replace(/,v1=.*/u, ',v1=ä'), BODY, SECRET],
      ]),
    ).toEqual([true, true, false, false, false, false, false]);
  });
});

it('the guide names all runs that are told of, with what they run on, and no others', () => {
  const told = PIPELINES.map((key) => ({ key, ...pipelineDefinition(key) })).filter(
    ({ announced }) => announced,
  );
  const rows = told.map(({ key, subject, label }) => `| \`${key}\` | \`${subject}\` | ${label} |`);
  const [, table] = /\| `pipeline` \| `subject\.type` \| \|\n\|[-|]+\n(.*?)\n\n/su.exec(guide) ?? [];
  expect(table?.split('\n')).toEqual(rows);
});
