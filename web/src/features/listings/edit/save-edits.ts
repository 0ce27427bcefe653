/** Saving what was done in the form of a listing. */
import type { FormListing } from '@docket/model/listing/form-view';
import { LISTING_FIELDS } from '@docket/model/listing/listing';
import { changeListing } from '@docket/model/commands/listing-commands';
import type { Actor } from '@docket/model/commands/write';
import type { Write } from '@docket/model/commands/write';
import { type Edits, edited, ownValues } from './form-state.ts';

/**
 * `listing` is the stored one. `including` makes the database's marker for adding to a list: what two people touch at once
 * is touched. A field can only be let go by naming those that remain.
 */
export function saveEdits(
  actor: Actor,
  id: string,
  listing: FormListing,
  edits: Partial<Edits>,
  including: (names: readonly string[]) => unknown,
): Write[] {
  const changed = LISTING_FIELDS.filter((field) => edits[field] !== undefined);
  const released = changed.some((field) => edits[field]?.kind === 'released');
  const touched = released ? edited(listing, edits).touched : including(changed);
  return changeListing(actor, id, ownValues(edits), touched);
}
