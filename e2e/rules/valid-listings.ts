/** Well-formed listings as the app writes them, for seeds and for writes alike. */
import { LISTING_FIELDS, NO_VALUES } from '@docket/model/listing/listing';
import { type Person, uidOf } from './people.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;

/** Fields of a document. */
type Fields = Record<string, unknown>;

/** A draft of which a person has said nothing yet. */
export function newListing(by: SignedIn, now: unknown): Fields {
  return {
    ...NO_VALUES,
    touched: [],
    photos: ['f-1', 'f-2'],
    own_photos: ['f-2'],
    language: 'en',
    published_at: null,
    created_by: uidOf(by),
    created_at: now,
    updated_at: now,
  };
}

/** What publishing one writes. */
export function publication(now: unknown): Fields {
  return { title: 'Bosch PSB 500', touched: LISTING_FIELDS, published_at: now, updated_at: now };
}
