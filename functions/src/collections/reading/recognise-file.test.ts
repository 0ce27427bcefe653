import { DocketError } from '@docket/model/errors';
import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recogniseFile } from './recognise-file.ts';
import { makeWorkbook } from './testing/make-workbook.ts';

const recognise = (bytes: Uint8Array, name = 'AW26.pdf') => recogniseFile(bytes, { name, kind: 'linesheet' });

async function refusal(bytes: Uint8Array, name?: string): Promise<[string, string | undefined]> {
  try {
    return [await recognise(bytes, name), undefined];
  } catch (error) {
    if (error instanceof DocketError) return [error.code, error.facts.found];
    throw error;
  }
}

describe('a file is recognised by its bytes', () => {
  it.each([
    ['pdf', strToU8('%PDF-1.7\n…')],
    ['pdf', strToU8('\n\n  junk before the header\n%PDF-1.4\n')],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['xlsx', makeWorkbook({ A1: 'SKU' })],
    ['csv', strToU8('sku,name\nA1,Dress\n')],
    ['csv', strToU8('BM number;Größe\n1;38\n')],
    ['csv', new Uint8Array([0xff, 0xfe, 0x73, 0, 0x6b, 0, 0x75, 0])],
    [
      'xls',
      strToU8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table>'),
    ],
    ['xls', new Uint8Array([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00])],
  ])('as %s', async (kind, bytes) => {
    await expect(recognise(bytes, 'whatever.bin')).resolves.toBe(kind);
  });

  it('whatever its name says', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await expect(recognise(png, 'linesheet.pdf')).resolves.toBe('png');
  });
});

describe('a file that cannot be read is refused by name', () => {
  it.each([
    ['a web page', strToU8('<html><body>Sign in</body></html>')],
    ['a web page', strToU8('<!DOCTYPE html><title>Expired</title>')],
    ['an XML file', strToU8('<?xml version="1.0"?><orders/>')],
    ['an SVG picture', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a JSON file', strToU8('[{"sku": "A1"}]')],
    ['a rich text document', strToU8('{\\rtf1 hello}')],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['a PowerPoint presentation', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') })],
    ['a ZIP archive', zipSync({ 'photos/1.jpg': strToU8('…') })],
    ['a GIF picture', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40)])],
    [undefined, Buffer.concat([Buffer.from('II*\0', 'latin1'), Buffer.alloc(90_000, 0xf9)])],
    [undefined, Buffer.concat([Buffer.from('II*\0', 'latin1'), Buffer.alloc(60, Buffer.from([0x80, 0]))])],
    ['a TIF picture', Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0x00]), Buffer.alloc(40)])],
    [undefined, new Uint8Array([1, 2, 3, 0, 0, 7, 9, 0, 1])],
  ])('as %s', async (found, bytes) => {
    expect(await refusal(bytes)).toEqual(['file_unsupported', found]);
  });

  it('as empty', async () => {
    expect(await refusal(new Uint8Array())).toEqual(['file_empty', undefined]);
  });

  it('as too large, without looking into it', async () => {
    expect(await refusal(new Uint8Array(60_000_000))).toEqual(['file_too_large', '60 MB']);
  });

  it('as damaged when a workbook is cut short', async () => {
    const whole = makeWorkbook({ A1: 'SKU', B1: 'Name' });
    expect(await refusal(whole.slice(0, whole.length / 2))).toEqual(['file_corrupt', undefined]);
  });

  it('as encrypted when a workbook is behind a password', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64));
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64));
    const bytes = new Uint8Array(CFB.write(container, { type: 'buffer' }));
    expect(await refusal(bytes)).toEqual(['file_encrypted', undefined]);
  });

  it('as a picture when it should be a purchase order', async () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    await expect(recogniseFile(jpeg, { name: 'po.jpg', kind: 'purchase_order' })).rejects.toMatchObject({
      code: 'file_unsupported',
      facts: { found: 'a JPEG picture, which is read for linesheets only' },
    });
  });
});
