/** Why "Generate Deck" is disabled: pure. */
import { LIMITS } from '../limits.ts';

export interface DeckFacts {
  /** Items that would be shown; null while they are loading. */
  items: number | null;
  /** A deck is being generated, or its run is paused. */
  running: boolean;
  paused: boolean;
  /** Items are being generated, or that run is paused. */
  itemsRunning: boolean;
  itemsPaused: boolean;
  mayEdit: boolean;
}

/** The reason as a person reads it; null when a deck can be made. */
export function deckBlock(facts: DeckFacts): string | null {
  const { items } = facts;
  if (!facts.mayEdit) return 'Only editors and owners can generate decks.';
  if (facts.running)
    return facts.paused
      ? 'Deck generation is paused. Resume or cancel it first.'
      : 'A deck is being generated.';
  if (facts.itemsRunning)
    return facts.itemsPaused
      ? 'Item generation is paused. Resume or cancel it first.'
      : 'Items are being generated. Wait until they are there.';
  if (items === null) return 'Loading the items…';
  if (items === 0) return 'There are no items to show: all of them are left out.';
  return items > LIMITS.itemsPerDeck
    ? `A deck shows up to ${LIMITS.itemsPerDeck.toLocaleString('en')} items. Leave some out on Collection Items.`
    : null;
}
