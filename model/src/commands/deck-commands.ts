/** Changes to a collection's deck settings and decks, as the writes that make them. */
import { type DeckSettings, deckSettingsSchema } from '../deck.ts';
import { paths } from '../paths.ts';
import type { Write } from './write.ts';

/** Replaces the settings as a whole. Throws a ZodError for settings that the rules would refuse. */
export function setDeckSettings(workspaceId: string, collectionId: string, settings: DeckSettings): Write[] {
  const fields = deckSettingsSchema.parse(settings);
  return [{ kind: 'set', path: paths.deckSettings(workspaceId, collectionId), fields }];
}

/** The functions remove the files of a deck that is gone. */
export function removeDeck(workspaceId: string, collectionId: string, deckId: string): Write[] {
  return [{ kind: 'delete', path: paths.deck(workspaceId, collectionId, deckId) }];
}
