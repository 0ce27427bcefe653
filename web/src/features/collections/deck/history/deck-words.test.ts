import type { Deck } from '@docket/model/deck';
import { describe, expect, it } from 'vitest';
import { changeNote, contentLine, fileName, pictureNote } from './deck-words.ts';

const file = { path: 'p', token: 't', bytes: 1 };
const deck: Deck = {
  job_id: 'j',
  run: 1,
  title: 'Harbour & Vale',
  season: 'AW26',
  layout: 4,
  item_count: 40,
  slide_count: 18,
  without_picture: 0,
  created_by: 'u',
  created_at: new Date(1000),
  pptx: file,
  pdf: file,
};
const today = {
  settings: { title: 'Harbour & Vale', season: 'AW26', layout: 4 as const },
  items: [{ edited_at: null }, { edited_at: new Date(900) }],
  itemCount: 40,
  itemsGeneratedAt: new Date(800),
};

describe('a deck in the history', () => {
  it('says what it holds', () => {
    expect(contentLine(deck)).toBe('40 items on 18 slides, 4 a slide');
    expect(contentLine({ item_count: 1, slide_count: 1, layout: 1 })).toBe('1 item on 1 slide, 1 a slide');
  });

  it('says how many items have no picture', () => {
    expect(pictureNote(0)).toBeNull();
    expect(pictureNote(1)).toBe('1 item has no picture');
    expect(pictureNote(3)).toBe('3 items have no picture');
  });
});

describe('the name of a downloaded file', () => {
  it.each([
    ['Harbour & Vale', 1, 'Harbour & Vale.pptx'],
    ['Harbour & Vale', 3, 'Harbour & Vale (3).pptx'],
    ['AW26/27: "Nord\u0000see"', 1, 'AW26 27 Nord see.pptx'],
    ['../..', 1, 'Deck.pptx'],
    ['冬コレクション', 1, '冬コレクション.pptx'],
  ])('of %j, run %i, is %s', (title, run, name) => {
    expect(fileName({ title, run }, 'pptx')).toBe(name);
  });
});

describe('the newest deck', () => {
  it('is up to date when nothing is newer', () => {
    expect(changeNote(deck, today)).toBeNull();
  });

  it.each([
    [{ items: [{ edited_at: new Date(1001) }] }],
    [{ itemsGeneratedAt: new Date(1001) }],
    [{ itemCount: 39 }],
  ])('is behind its items with %o', (change) => {
    expect(changeNote(deck, { ...today, ...change })).toBe('Items have changed since this deck was made.');
  });

  it('is behind its settings, or behind both', () => {
    const settings = { ...today.settings, layout: 9 as const };
    expect(changeNote(deck, { ...today, settings })).toBe('Settings have changed since this deck was made.');
    expect(changeNote(deck, { ...today, settings, itemCount: 1 })).toBe(
      'Items and settings have changed since this deck was made.',
    );
  });
});
