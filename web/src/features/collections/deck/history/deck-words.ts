/** What is said about a deck that was made: pure. */
import { type Deck, type DeckSettings } from '@docket/model/deck';
import type { Item } from '@docket/model/item';

const slides = (count: number) => (count === 1 ? '1 slide' : `${count.toLocaleString('en')} slides`);
const items = (count: number) => (count === 1 ? '1 item' : `${count.toLocaleString('en')} items`);

/** "40 items on 18 slides, 4 a slide". */
export function contentLine({
  item_count,
  slide_count,
  layout,
}: Pick<Deck, 'item_count' | 'slide_count' | 'layout'>): string {
  return `${items(item_count)} on ${slides(slide_count)}, ${layout} a slide`;
}

/** "3 items have no picture"; null when all have one. */
export function pictureNote(without: number): string | null {
  if (without === 0) return null;
  return without === 1 ? '1 item has no picture' : `${without.toLocaleString('en')} items have no picture`;
}

/** The name under which a file is saved: the deck's title, as every system accepts it. */
export function fileName({ title, run }: Pick<Deck, 'title' | 'run'>, ending: 'pptx' | 'pdf'): string {
  const plain = title
    .replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '')
    .slice(0, 100)
    .trim();
  return `${plain === '' ? 'Deck' : plain}${run > 1 ? ` (${run})` : ''}.${ending}`;
}

/** What a deck would be made of today. */
export interface DeckToday {
  settings: Pick<DeckSettings, 'title' | 'season' | 'layout'>;
  items: readonly Pick<Item, 'edited_at'>[];
  itemCount: number;
  /** When items were last generated; null: never. */
  itemsGeneratedAt: Date | null;
}

/** What has changed since `deck` was made, as far as that can be told from times and figures; null: nothing. */
export function changeNote(deck: Deck, today: DeckToday): string | null {
  const made = deck.created_at.getTime();
  const isLater = (time: Date | null) => time !== null && time.getTime() > made;
  const itemsChanged =
    today.itemCount !== deck.item_count ||
    isLater(today.itemsGeneratedAt) ||
    today.items.some(({ edited_at: edited }) => isLater(edited));
  const { title, season, layout } = today.settings;
  const settingsChanged = title !== deck.title || season !== deck.season || layout !== deck.layout;
  if (itemsChanged && settingsChanged) return 'Items and settings have changed since this deck was made.';
  if (itemsChanged) return 'Items have changed since this deck was made.';
  return settingsChanged ? 'Settings have changed since this deck was made.' : null;
}
