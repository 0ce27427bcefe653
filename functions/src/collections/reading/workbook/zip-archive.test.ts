import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipArchive } from './zip-archive.ts';

const zip = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 9 });
const immediately = () => Promise.resolve();

/** Says in the directory that the first part unpacks to `size` bytes. */
function withDeclaredSize(bytes: Uint8Array, size: number): Uint8Array {
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(size, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return lying;
}

describe('a zipped workbook', () => {
  it('is measured past a part that is damaged', async () => {
    const bytes = zip({ 'a.xml': strToU8('some text that is packed, packed, packed, packed') }).slice();
    bytes.fill(0xff, 35, 50);
    await expect(new ZipArchive(bytes, 'x.xlsx').measure(immediately)).resolves.toBeUndefined();
  });

  it('gives the content of its parts', async () => {
    const archive = new ZipArchive(zip({ 'a/b.xml': strToU8('<b/>') }), 'x.xlsx');
    expect(archive.names).toEqual(['a/b.xml']);
    expect(new TextDecoder().decode((await archive.read('a/b.xml')) ?? undefined)).toBe('<b/>');
    expect(await archive.read('missing.xml')).toBeNull();
  });

  it('gives parts that are stored as they are', async () => {
    const archive = new ZipArchive(zipSync({ 'a.txt': strToU8('plain') }, { level: 0 }), 'x.xlsx');
    expect(new TextDecoder().decode((await archive.read('a.txt')) ?? undefined)).toBe('plain');
  });

  it('is refused when it declares to unpack too far', () => {
    const bytes = zip({ 'a.xml': new Uint8Array(5000) });
    expect(() => new ZipArchive(bytes, 'x.xlsx', { entries: 10, unzippedBytes: 4999 })).toThrow(
      expect.objectContaining({ code: 'file_expands_too_far' }),
    );
  });

  it('is refused when it unpacks further than it declares', async () => {
    const bytes = withDeclaredSize(zip({ 'a.xml': new Uint8Array(5_000_000) }), 10);
    const archive = new ZipArchive(bytes, 'x.xlsx', { entries: 10, unzippedBytes: 1000 });
    await expect(archive.measure(immediately)).rejects.toMatchObject({ code: 'file_expands_too_far' });
  });

  it('is refused when its parts together unpack too far', async () => {
    const parts = { 'a.xml': new Uint8Array(700), 'b.xml': new Uint8Array(700) };
    const archive = new ZipArchive(withDeclaredSize(zip(parts), 1), 'x.xlsx', {
      entries: 10,
      unzippedBytes: 1000,
    });
    await expect(archive.measure(immediately)).rejects.toMatchObject({ code: 'file_expands_too_far' });
  });

  it('is refused with too many parts', () => {
    const bytes = zip({ a: new Uint8Array(1), b: new Uint8Array(1), c: new Uint8Array(1) });
    expect(() => new ZipArchive(bytes, 'x.xlsx', { entries: 2, unzippedBytes: 1000 })).toThrow(
      expect.objectContaining({ code: 'file_expands_too_far' }),
    );
  });

  it('is damaged without a directory, or when a part is', async () => {
    const bytes = zip({ 'a.xml': strToU8('some text that is packed, packed, packed, packed') });
    expect(() => new ZipArchive(bytes.slice(0, -10), 'x.xlsx')).toThrow(
      expect.objectContaining({ code: 'file_corrupt' }),
    );
    const broken = bytes.slice();
    broken.fill(0xff, 35, 50);
    await expect(new ZipArchive(broken, 'x.xlsx').read('a.xml')).rejects.toMatchObject({
      code: 'file_corrupt',
    });
  });
});
