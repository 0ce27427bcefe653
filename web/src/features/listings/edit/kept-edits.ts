/**
 * What was typed in a form when its page went, kept in this browser tab: a page that is reloaded between two key presses is
 * gone before the database has written anything.
 */
import { listingValuesSchema } from '@docket/model/listing/listing';
import { type Edits, editsOf, ownValues } from './form-state.ts';

/** Where texts are kept: `sessionStorage`. Asking for it throws where it is forbidden. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (form: string) => `docket.edits.${form}`;

const keptSchema = listingValuesSchema.partial();

/** Keeps what the server has not confirmed, if there is anything. `form` names the listing, and the person who typed. */
export function keepEdits(shelf: () => Shelf, form: string, edits: Partial<Edits>): void {
  const values = ownValues(edits);
  if (Object.keys(values).length === 0) return;
  try {
    shelf().setItem(keyOf(form), JSON.stringify(values));
  } catch {
    // No room, or storage is forbidden: then only what was typed in the last moment is lost.
  }
}

/** What was kept, once; null when nothing was. */
export function takeEdits(shelf: () => Shelf, form: string): Partial<Edits> | null {
  try {
    const text = shelf().getItem(keyOf(form));
    if (text === null) return null;
    shelf().removeItem(keyOf(form));
    return editsOf(keptSchema.parse(JSON.parse(text)));
  } catch {
    return null;
  }
}
