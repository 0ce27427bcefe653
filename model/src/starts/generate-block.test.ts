import { describe, expect, it } from 'vitest';
import { generateBlock } from './generate-block.ts';

const ready = {
  mayEdit: true,
  running: false,
  paused: false,
  processing: false,
  processingPaused: false,
  orders: 1,
  uploading: 0,
  products: 40,
};

describe('Generate Items', () => {
  it('is possible with an order and products', () => {
    expect(generateBlock(ready)).toBeNull();
  });

  it('says what is missing', () => {
    expect(generateBlock({ ...ready, orders: 0 })).toBe('Upload a purchase order first.');
    expect(generateBlock({ ...ready, products: 0 })).toBe(
      'There are no products yet. Process Documents first.',
    );
    expect(generateBlock({ ...ready, orders: 0, uploading: 1 })).toBe('A file is still uploading.');
  });

  it('waits for what runs', () => {
    expect(generateBlock({ ...ready, running: true })).toBe('Items are being generated.');
    expect(generateBlock({ ...ready, processing: true })).toMatch(/^Process Documents is under way/);
  });

  it('says that what it waits for is paused: that ends only when somebody resumes it', () => {
    expect(generateBlock({ ...ready, running: true, paused: true })).toBe(
      'Item generation is paused. Resume or cancel it first.',
    );
    expect(generateBlock({ ...ready, processing: true, processingPaused: true })).toMatch(
      /^Process Documents is paused/,
    );
  });

  it('is for editors', () => {
    expect(generateBlock({ ...ready, mayEdit: false })).toMatch(/^Only editors/);
  });
});
