import { describe, expect, it } from 'vitest';
import { filesChanged, type StartFacts, startBlock } from './start-block.ts';

const ready: StartFacts = {
  kinds: ['linesheet', 'purchase_order'],
  uploading: 0,
  running: false,
  mayEdit: true,
};

describe('Process Documents', () => {
  it('can be pressed with a linesheet and a purchase order', () => {
    expect(startBlock(ready)).toBeNull();
  });

  it.each<[Partial<StartFacts>, string]>([
    [{ kinds: [] }, 'Add a linesheet and a purchase order first.'],
    [{ kinds: ['purchase_order'] }, 'Add a linesheet first.'],
    [{ kinds: ['linesheet'] }, 'Add a purchase order first.'],
    [{ uploading: 1 }, 'One file is still uploading.'],
    [{ uploading: 2 }, '2 files are still uploading.'],
    [{ running: true }, 'Processing is under way.'],
    [{ running: true, paused: true }, 'Processing is paused. Resume or cancel it first.'],
    [{ mayEdit: false }, 'Only editors and owners can process documents.'],
  ])('is disabled for %j and says why', (change, reason) => {
    expect(startBlock({ ...ready, ...change })).toBe(reason);
  });
});

describe('the files of a failed run', () => {
  it('have changed when one was added, removed or replaced', () => {
    expect(filesChanged(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(filesChanged(['a'], ['a', 'b'])).toBe(true);
    expect(filesChanged(['a', 'c'], ['a', 'b'])).toBe(true);
  });
});
