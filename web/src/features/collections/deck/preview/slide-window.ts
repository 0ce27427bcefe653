/** Which slides a preview shows: pure. All numbers are 0-based places in the deck. */
import type { DeckSettings } from '@docket/model/deck';
import type { DeckSlide } from '@docket/model/deck/elements';

/** Slides beside each other in the strip. */
export const STRIP = 5;

/** The places shown in the strip: `current` in the middle, as far as the deck goes. `end` is not included. */
export function stripAround(current: number, count: number): { start: number; end: number } {
  const start = Math.max(0, Math.min(current - Math.floor(STRIP / 2), count - STRIP));
  return { start, end: Math.min(count, start + STRIP) };
}

/** Where a key leads from `current`; null for a key that turns no slides. */
export function placeAfterKey(key: string, current: number, count: number): number | null {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return Math.min(last, current + 1);
    case 'ArrowLeft':
    case 'PageUp':
      return Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** A cover and a divider. */
const MOST_BEFORE_ITEMS = 2;

/** Settings that only a cover shows, and those that only slides with items show. */
const ON_COVER: readonly (keyof DeckSettings)[] = ['title', 'season', 'logo'];
const ON_ITEMS: readonly (keyof DeckSettings)[] = ['layout', 'fields', 'currency', 'sort', 'highlighted'];

/**
 * The slide to turn to so that a change is seen; null when the slide at `place` shows it, or when any slide does.
 * `kindsOf` is asked for the kinds of slides from one place up to another only where it matters: not while somebody types
 * a title.
 */
export function slideOfChange(
  changes: Partial<DeckSettings>,
  place: number,
  kindsOf: (start: number, end: number) => readonly DeckSlide['kind'][],
): number | null {
  const has = (fields: readonly (keyof DeckSettings)[]) =>
    fields.some((field) => changes[field] !== undefined);
  if (has(ON_COVER)) return place === 0 ? null : 0;
  if (!has(ON_ITEMS) || kindsOf(place, place + 1).includes('items')) return null;
  const first = kindsOf(0, MOST_BEFORE_ITEMS + 1).indexOf('items');
  return first < 0 ? null : first;
}
