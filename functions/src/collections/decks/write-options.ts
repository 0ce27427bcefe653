/** What both writers of decks are given besides the deck. */
import type { ReadMedia } from './media.ts';

/** What a file says about itself. */
export interface DeckProperties {
  title: string;
  /** What the deck is of: its season. */
  subject: string;
  createdAt: Date;
}

export interface WriteOptions {
  properties: DeckProperties;
  media: ReadMedia;
  signal: AbortSignal;
  /** Called after each slide. */
  onSlide: (done: number) => void;
}
