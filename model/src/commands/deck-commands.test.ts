import { NO_CATEGORY_EDITS } from '../category-edits.ts';
import { defaultDeckSettings } from '../deck.ts';
import { describe, expect, it } from 'vitest';
import { setCategoryEdits } from './category-commands.ts';
import { removeDeck, setDeckSettings } from './deck-commands.ts';

const settings = defaultDeckSettings({ name: 'AW26', season: '' });

describe('what is written about decks', () => {
  it('is all settings at once, in the place of the earlier ones', () => {
    expect(setDeckSettings('w', 'c', settings)).toEqual([
      { kind: 'set', path: 'workspaces/w/collections/c/settings/deck', fields: settings },
    ]);
  });

  it('is nothing when a setting is not what the rules accept', () => {
    const colors = { ...settings.colors, accent: 'tomato' };
    expect(() => setDeckSettings('w', 'c', { ...settings, colors })).toThrow('accent');
  });

  it('is the end of a deck', () => {
    expect(removeDeck('w', 'c', 'd')).toEqual([
      { kind: 'delete', path: 'workspaces/w/collections/c/decks/d' },
    ]);
  });
});

describe('what is written about categories', () => {
  it('is all edits at once, and nothing else of the collection', () => {
    const edits = { ...NO_CATEGORY_EDITS, names: { coats: 'Outerwear' } };
    expect(setCategoryEdits('w', 'c', edits)).toEqual([
      { kind: 'update', path: 'workspaces/w/collections/c', fields: { category_edits: edits } },
    ]);
  });

  it('is nothing when a name is empty', () => {
    expect(() => setCategoryEdits('w', 'c', { ...NO_CATEGORY_EDITS, names: { coats: ' ' } })).toThrow(
      'coats',
    );
  });
});
