/** Well-formed settings and records as the app writes them, for seeds and for writes alike. */
import { defaultDeckSettings } from '@docket/model/deck';
import { type Person, uidOf } from './people.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;

/** Fields of a document. */
type Fields = Record<string, unknown>;

export function newDeckSettings(): Fields {
  return { ...defaultDeckSettings({ name: 'Spring', season: 'SS27' }) };
}

/** What somebody has said about the columns of a table with these headers, at `now`. */
export function newMapping(by: SignedIn, now: unknown): Fields {
  return { headers: ['Style', 'Qty'], roles: ['sku', null], used: null, by: uidOf(by), at: now };
}

export function newWebhook(by: SignedIn, now: unknown): Fields {
  return {
    url: 'https://hooks.example.com/docket',
    events: ['job.completed'],
    active: true,
    secret: 'ab'.repeat(32),
    created_by: uidOf(by),
    created_at: now,
  };
}
