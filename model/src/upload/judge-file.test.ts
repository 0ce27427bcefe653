import { LIMITS } from '../limits.ts';
import { describe, expect, it } from 'vitest';
import { judgeFile } from './judge-file.ts';

const pdf = { known: true, kind: 'pdf' } as const;
const jpeg = { known: true, kind: 'jpeg' } as const;
const gif = { known: false, found: 'a GIF picture', encrypted: false } as const;
const locked = { known: false, found: 'protected by a password', encrypted: true } as const;

describe('judging a file before it is uploaded', () => {
  it('takes it under the type of its bytes', () => {
    expect(judgeFile('a.pdf', 10, 'linesheet', pdf)).toEqual({
      ok: true,
      contentType: 'application/pdf',
      warning: null,
    });
  });

  it('warns of a name that says something else', () => {
    expect(judgeFile('a.xlsx', 10, 'linesheet', pdf)).toMatchObject({
      ok: true,
      warning: expect.stringContaining('PDF'),
    });
  });

  it('refuses what is empty, too large or of another kind, and says what to do', () => {
    const reason = (size: number, sniffed: typeof pdf | typeof gif) => {
      const verdict = judgeFile('a.pdf', size, 'linesheet', sniffed);
      return verdict.ok ? null : verdict.reason;
    };
    expect(reason(0, pdf)).toContain('empty');
    expect(reason(LIMITS.documentBytes + 1, pdf)).toContain('Split it');
    expect(reason(10, gif)).toContain('is a GIF picture');
  });

  it('takes a photo as a linesheet but not as a purchase order', () => {
    expect(judgeFile('a.jpg', 10, 'linesheet', jpeg).ok).toBe(true);
    expect(judgeFile('a.jpg', 10, 'purchase_order', jpeg)).toMatchObject({ ok: false });
  });

  it('refuses a locked workbook, and leaves a locked PDF to the pipeline with a warning', () => {
    expect(judgeFile('a.xlsx', 10, 'linesheet', locked)).toMatchObject({ ok: false });
    expect(judgeFile('a.pdf', 10, 'linesheet', locked)).toMatchObject({
      ok: true,
      warning: expect.stringContaining('password'),
    });
  });
});
