/** What there is of the HTTP API before each test of the rules. */
import { paths } from '@docket/model/paths';
import { uidOf, WORKSPACE } from './people.ts';
import { API_KEY, newApiKey, REVOKED_API_KEY, usage } from './valid-api.ts';

const at = new Date('2026-01-01T00:00:00Z');

/** Documents by their paths. */
export const API_SEED: readonly [string, object][] = [
  [paths.apiKey(WORKSPACE, API_KEY), newApiKey('owner', at)],
  [
    paths.apiKey(WORKSPACE, REVOKED_API_KEY),
    { ...newApiKey('owner', at), revoked_at: at, revoked_by: uidOf('owner') },
  ],
  [paths.apiUsage(WORKSPACE, `key-${API_KEY}`), usage(at)],
];
