import { describe, expect, it } from 'vitest';
import { ownEdit } from './form-state.ts';
import { keepEdits, type Shelf, takeEdits } from './kept-edits.ts';

function makeShelf(): Shelf & { texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

const PATH = 'workspaces/w/listings/l';

describe('what was typed when the page went', () => {
  it('is there once when it comes back, for the same listing', () => {
    const shelf = makeShelf();
    const edits = { ...ownEdit('title', 'Drill'), ...ownEdit('price', { amount: 5, currency: 'EUR' }) };
    keepEdits(() => shelf, PATH, edits);
    expect(takeEdits(() => shelf, 'workspaces/w/listings/other')).toBeNull();
    expect(takeEdits(() => shelf, PATH)).toEqual(edits);
    expect(takeEdits(() => shelf, PATH)).toBeNull();
  });

  it('is not kept where all is saved, or was let go', () => {
    const shelf = makeShelf();
    keepEdits(() => shelf, PATH, {});
    keepEdits(() => shelf, PATH, { title: { kind: 'released' } });
    expect(shelf.texts.size).toBe(0);
  });

  it('is forgotten when it cannot be read', () => {
    const shelf = makeShelf();
    keepEdits(() => shelf, PATH, ownEdit('title', 'Drill'));
    for (const key of shelf.texts.keys()) shelf.texts.set(key, '{"title":7}');
    expect(takeEdits(() => shelf, PATH)).toBeNull();
    expect(takeEdits(() => shelf, PATH)).toBeNull();
  });

  it('does without where nothing can be stored', () => {
    const refuse = () => {
      throw new Error('forbidden');
    };
    expect(() => keepEdits(refuse, PATH, ownEdit('title', 'Drill'))).not.toThrow();
    expect(takeEdits(refuse, PATH)).toBeNull();
  });
});
