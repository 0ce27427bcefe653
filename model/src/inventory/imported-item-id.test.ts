import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importedItemId } from './imported-item-id.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const screw = { sku: null, name: 'Wood screw', category: 'Screws', location: 'Wood Shop' };
const idOf = (fields: Partial<Parameters<typeof importedItemId>[0]>) =>
  importedItemId({ ...screw, ...fields }, sha256);

describe('the item that a row creates', () => {
  it('has an id that never changes', async () => {
    expect(await idOf({})).toBe('item-6e1f9e4358cdfb951891a6f728d589ad');
    expect(await idOf({ sku: 'WS-1' })).toBe('item-56b45e9ba0ee8ef70044128dd7d8e0be');
  });

  it('is told by its SKU alone when it has one', async () => {
    const id = await idOf({ sku: 'WS-1' });
    expect(await idOf({ sku: 'WS-1', name: 'Nut', category: null, location: null })).toBe(id);
    expect(await idOf({ sku: 'WS-2' })).not.toBe(id);
    expect(await idOf({})).not.toBe(id);
  });

  it('is told by its name, category and location when it has none', async () => {
    const id = await idOf({});
    expect(await idOf({ name: ' wood  SCREW ', location: 'wood shop' })).toBe(id);
    expect(await idOf({ name: 'Wood screws' })).not.toBe(id);
    expect(await idOf({ category: null })).not.toBe(id);
    expect(await idOf({ location: 'Metal Shop' })).not.toBe(id);
    expect(await idOf({ category: 'Wood Shop', location: 'Screws' })).not.toBe(id);
  });

  it('has an id of letters, digits and a hyphen, whatever the row says', async () => {
    const text = fc.option(fc.string({ unit: 'grapheme' }));
    const row = fc.record({ sku: text, name: fc.string(), category: text, location: text });
    await fc.assert(
      fc.asyncProperty(row, async (fields) => {
        expect(await importedItemId(fields, sha256)).toMatch(/^item-[0-9a-f]{32}$/u);
      }),
    );
  });
});
