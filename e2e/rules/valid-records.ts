/** Well-formed settings and records as the app writes them, for seeds and for writes alike. */
import { defaultDeckSettings } from '@docket/model/deck';
import { importedImageId, uploadedImageId } from '@docket/model/image';
import { expiryOf, USUAL_INVITATION_DAYS } from '@docket/model/members/invitation';
import { storagePaths } from '@docket/model/paths';
import { type Person, uidOf, WORKSPACE } from './people.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;

/** Fields of a document. */
type Fields = Record<string, unknown>;

/** An image that is not there before the tests write it, uploaded; and one that is to be fetched. */
export const NEW_IMAGE = uploadedImageId('b'.repeat(64));
export const NEW_IMPORT = importedImageId('b'.repeat(64));

const justCreated = {
  processing_status: 'queued',
  thumbnail_status: 'pending',
  variant_status: 'pending',
};

/** The uploaded image `id`, as its client writes it. */
export function newImage(by: SignedIn, now: unknown, id: string = NEW_IMAGE): Fields {
  return {
    file_name: 'IMG 0042 (final).jpg',
    storage_path: storagePaths.libraryOriginal(WORKSPACE, id, 'IMG 0042 (final).jpg'),
    token: '9f4a',
    content_type: 'image/jpeg',
    size: 1234,
    source: { kind: 'upload' },
    flatten: null,
    batch_id: 'batch',
    uploaded_by: uidOf(by),
    uploaded_at: now,
    ...justCreated,
  };
}

/** An image that is to be fetched. */
export function newImport(by: SignedIn, now: unknown): Fields {
  return {
    file_name: 'jacket.webp',
    storage_path: null,
    token: null,
    content_type: '',
    size: 0,
    source: { kind: 'url', url: 'https://pictures.example.com/jacket.webp?w=2000' },
    flatten: null,
    batch_id: 'batch',
    uploaded_by: uidOf(by),
    uploaded_at: now,
    ...justCreated,
  };
}

export function newDeckSettings(): Fields {
  return { ...defaultDeckSettings({ name: 'Spring', season: 'SS27' }) };
}

/** What somebody has said about the columns of a table with these headers, at `now`. */
export function newMapping(by: SignedIn, now: unknown): Fields {
  return { headers: ['Style', 'Qty'], roles: ['sku', null], used: null, by: uidOf(by), at: now };
}

/** A test of the webhook `w1` at `now`, as an owner has it sent. */
export function newPing(now: unknown): Fields {
  return {
    webhook_id: 'w1',
    url: 'https://hooks.example.com/docket',
    payload: { event: 'ping', workspace_id: WORKSPACE, webhook_id: 'w1' },
    state: 'pending',
    open: true,
    next_attempt_at: now,
    attempts: [],
    created_at: now,
  };
}

/** What has a delivery sent again for the `number`-th time at `now`. */
export function sentAgain(by: SignedIn, now: unknown, number: number): Fields {
  return {
    state: 'pending',
    open: true,
    next_attempt_at: now,
    replay: { number, by: uidOf(by), at: now },
    expires_at: null,
  };
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

/** An invitation that holds for a week from when the tests run. */
export function newInvitation(by: SignedIn, now: unknown): Fields {
  return {
    role: 'editor',
    email: 'ines@docket.example',
    label: 'Ines, from the studio',
    hash: '0f'.repeat(32),
    created_by: uidOf(by),
    created_at: now,
    expires_at: expiryOf(new Date(), USUAL_INVITATION_DAYS),
    state: { kind: 'open' },
  };
}
