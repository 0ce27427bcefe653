import { LIMITS } from '../limits.ts';
import { describe, expect, it } from 'vitest';
import { deckBlock } from './deck-block.ts';

const ready = {
  items: 40,
  running: false,
  paused: false,
  itemsRunning: false,
  itemsPaused: false,
  mayEdit: true,
};

describe('a deck can be generated', () => {
  it('from one item up to as many as a deck shows', () => {
    expect(deckBlock({ ...ready, items: 1 })).toBeNull();
    expect(deckBlock({ ...ready, items: LIMITS.itemsPerDeck })).toBeNull();
  });

  it.each([
    [{ mayEdit: false, running: true }, 'Only editors and owners can generate decks.'],
    [{ running: true }, 'A deck is being generated.'],
    [{ itemsRunning: true }, 'Items are being generated. Wait until they are there.'],
    [{ running: true, paused: true }, 'Deck generation is paused. Resume or cancel it first.'],
    [{ itemsRunning: true, itemsPaused: true }, 'Item generation is paused. Resume or cancel it first.'],
    [{ items: null }, 'Loading the items…'],
    [{ items: 0 }, 'There are no items to show: all of them are left out.'],
    [{ items: 2001 }, 'A deck shows up to 2,000 items. Leave some out on Collection Items.'],
  ])('not with %o, and it says why', (change, reason) => {
    expect(deckBlock({ ...ready, ...change })).toBe(reason);
  });
});
