import { LIMITS } from '../limits.ts';
import { describe, expect, it } from 'vitest';
import { examinePartsFile, judgePartsFile } from './judge-parts-file.ts';

const verdict = async (content: string | Uint8Array<ArrayBuffer>, name = 'parts.csv') =>
  await examinePartsFile(new File([content], name));

describe('a file of parts', () => {
  it('is taken for what its content is, however it is named', async () => {
    expect(await verdict('Part number;Make\nBP-100;Ford\n', 'parts.dat')).toEqual({
      ok: true,
      contentType: 'text/csv',
    });
    expect(await verdict('PK\u0003\u0004xl/workbook.xml', 'parts.csv')).toMatchObject({
      ok: true,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  });

  it.each([
    ['%PDF-1.7', '“parts.csv” is a PDF. Parts are read from CSV, XLSX and XLS files.'],
    ['GIF89a', '“parts.csv” is a GIF picture. Parts are read from'],
    ['<!doctype html>', 'is a web page. Parts are read from'],
    ['', '“parts.csv” is empty.'],
  ])('that begins with %j is refused in a plain sentence', async (content, words) => {
    const judged = await verdict(content);
    expect(judged.ok ? '' : judged.reason).toContain(words);
  });

  it('is refused when it is too big, with how big it may be', () => {
    const judged = judgePartsFile('parts.csv', LIMITS.partsFileBytes + 1, { known: true, kind: 'csv' });
    expect(judged).toMatchObject({ ok: false, reason: expect.stringContaining('50 MB') });
  });

  it('is refused under a password, as every file is', () => {
    const sniffed = { known: false, encrypted: true, found: 'protected by a password' } as const;
    const judged = judgePartsFile('parts.xlsx', 9, sniffed);
    expect(judged).toMatchObject({ ok: false, reason: expect.stringContaining('password') });
  });

  it('that has gone says so', async () => {
    const gone = new File(['x'], 'gone.csv');
    Object.defineProperty(gone, 'slice', {
      value: () => ({ arrayBuffer: async () => await Promise.reject(new Error('NotFoundError')) }),
    });
    expect(await examinePartsFile(gone)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('“gone.csv” could not be opened'),
    });
  });
});
