import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'docket-lines-'));
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('the lines of a file', () => {
  it('are what was written, wherever the chunks end, also within a character', () => {
    const file = join(directory, 'lines');
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '日', '😀', '"'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 9 }), fc.boolean(), (lines, chunk, ended) => {
        writeFileSync(file, lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
        expect([...linesOf(file, chunk)]).toEqual(lines);
      }),
    );
  });

  it('cannot be read from a file that is not there', () => {
    expect(() => [...linesOf(join(directory, 'none'))]).toThrow('ENOENT');
  });
});
