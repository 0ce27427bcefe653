/** What may be done with API keys and the record of their use, and by whom. */
import { paths } from '@docket/model/paths';
import { doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { type AccessRow, author, noWrites } from './firestore-access.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { API_KEY, NEW_API_KEY, newApiKey, usage } from './valid-api.ts';

const now = serverTimestamp;
const administered = { get: 'administer', list: 'administer' } as const;

export const API_ACCESS: readonly AccessRow[] = [
  {
    pattern: 'workspaces/{workspace}/api_keys/{key}',
    existing: paths.apiKey(WORKSPACE, API_KEY),
    create: (db, by) => setDoc(doc(db, paths.apiKey(WORKSPACE, NEW_API_KEY)), newApiKey(author(by), now())),
    change: (db, by) =>
      updateDoc(doc(db, paths.apiKey(WORKSPACE, API_KEY)), {
        revoked_at: now(),
        revoked_by: uidOf(author(by)),
      }),
    allowed: { ...administered, ...noWrites, create: 'administer', update: 'administer' },
  },
  {
    pattern: 'workspaces/{workspace}/api_usage/{principal}',
    existing: paths.apiUsage(WORKSPACE, `key-${API_KEY}`),
    create: (db) => setDoc(doc(db, paths.apiUsage(WORKSPACE, 'user-me')), usage(now())),
    change: { 'reserved.requests': 0 },
    allowed: { ...administered, ...noWrites },
  },
];
