/** Why "Generate Deck" is disabled: pure. */
import { LIMITS } from '@docket/model/limits';

export interface DeckFacts {
  /** Items that would be shown; null while they are loading. */
  items: number | null;
  running: boolean;
  /** Items are being generated at the moment. */
  itemsRunning: boolean;
  mayEdit: boolean;
}

/** The reason as a person reads it; null when a deck can be made. */
export function deckBlock({ items, running, itemsRunning, mayEdit }: DeckFacts): string | null {
  if (!mayEdit) return 'Only editors and owners can generate decks.';
  if (running) return 'A deck is being generated.';
  if (itemsRunning) return 'Items are being generated. Wait until they are there.';
  if (items === null) return 'Loading the items…';
  if (items === 0) return 'There are no items to show: all of them are left out.';
  return items > LIMITS.itemsPerDeck
    ? `A deck shows up to ${LIMITS.itemsPerDeck.toLocaleString('en')} items. Leave some out on Collection Items.`
    : null;
}
