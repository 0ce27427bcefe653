/** How API keys are put into words and order. Pure. */
import type { ApiKey, ApiKeyState } from '@docket/model/api-key';
import { apiKeyState } from '@docket/model/api-key';
import type { Capability } from '@docket/model/roles';
import type { Stored } from '../../data/reader.ts';
import type { StatusLook } from '../../ui/status.ts';
import { when } from '../collections/history/history-words.ts';

export const KEY_LOOKS: Record<ApiKeyState, StatusLook> = {
  active: { label: 'Active', color: 'green', live: false },
  expired: { label: 'Expired', color: 'yellow', live: false },
  revoked: { label: 'Revoked', color: 'ink', live: false },
};

/** What a key may do, for the person who decides it. */
export const SCOPE_WORDS: Record<Capability, { label: string; description: string }> = {
  read: {
    label: 'Read',
    description: 'See collections, items, images, inventory and fitments, and how runs go. Every key may.',
  },
  review: { label: 'Review', description: 'Approve and reject fitments.' },
  edit: { label: 'Edit', description: 'Upload files, add and change records; start, cancel and retry runs.' },
  administer: {
    label: 'Administer',
    description: 'See, pause and resume the processing queue, and retry all that has failed.',
  },
};

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "May read, review and edit" */
export function scopeSentence(scopes: readonly Capability[]): string {
  return `May ${LIST.format(scopes.map((scope) => SCOPE_WORDS[scope].label.toLowerCase()))}`;
}

/** What has become, or will become, of a key: "Expires 3 Mar 2027, 09:12". `nameOf` knows the members. */
export function endSentence(
  { expires_at: expires, revoked_at: revoked, revoked_by: by }: ApiKey,
  nameOf: (uid: string) => string,
  now: Date,
): string {
  if (revoked !== null) return `Revoked by ${by === null ? 'an owner' : nameOf(by)} on ${when(revoked)}`;
  if (expires === null) return 'Does not expire';
  return `${expires.getTime() <= now.getTime() ? 'Expired' : 'Expires'} ${when(expires)}`;
}

/** "Never used" or when it was, to a minute. */
export function usedSentence(lastUsed: Date | null): string {
  return lastUsed === null ? 'Never used' : `Last used ${when(lastUsed)}`;
}

/** Those that are valid first, of these the latest first. */
export function inOrder(keys: readonly Stored<ApiKey>[], now: Date): Stored<ApiKey>[] {
  const rank = ({ data }: Stored<ApiKey>) => (apiKeyState(data, now) === 'active' ? 0 : 1);
  return keys.toSorted(
    (a, b) => rank(a) - rank(b) || b.data.created_at.getTime() - a.data.created_at.getTime(),
  );
}

/** A first request with a key, for a command line. `origin` is where the app is. */
export function curlExample(origin: string, workspaceId: string, key: string): string {
  return `curl '${origin}/api/v1/workspaces/${workspaceId}/collections' \\\n  -H 'Authorization: Bearer ${key}'`;
}
