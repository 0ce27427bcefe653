/** How components read data: each hook shares its subscription with everybody who asks for the same. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Client } from './client.ts';
import { allLive, LOADING, type Live, mapLive } from './live.ts';
import type { Query, StoredDocument, User } from './ports.ts';
import type { Reader, Stored, StoredList } from './reader.ts';
import type { Session } from './session.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import { looks } from './ticker.ts';

/** Provides the client to the tree: `<ClientContext value={client}>`. */
export const ClientContext = createContext<Client | null>(null);

/** The client of the surrounding tree. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientContext above it');
  return client;
}

export function useSession(): Session {
  return useStore(useClient().session);
}

/** The signed-in user. Only for pages behind sign-in. */
export function useUser(): User {
  const session = useSession();
  if (session.state !== 'signed-in') throw new Error('useUser is only for pages behind sign-in');
  return session.user;
}

/** How soon changes are drawn: each at once, or, where they come by the dozen, together a few times a second. */
type Pace = 'at once' | 'calm';

/** Holds `keys` while mounted and yields their states; the array is the same as long as its elements are. */
function useStates<T>(
  subscriptions: SharedSubscriptions<T>,
  keys: readonly string[],
  pace: Pace = 'at once',
): readonly Live<T>[] {
  const joined = keys.join('\n');
  const stable = useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined]);
  const cache = useRef<readonly Live<T>[]>([]);

  useEffect(() => {
    const releases = stable.map((key) => subscriptions.hold(key));
    return () => {
      for (const release of releases) release();
    };
  }, [subscriptions, stable]);

  const subscribe = useCallback(
    (changed: () => void) => {
      const tell = pace === 'calm' ? () => looks.request(changed) : changed;
      const stops = stable.map((key) => subscriptions.store(key).subscribe(tell));
      return () => {
        looks.withdraw(changed);
        for (const stop of stops) stop();
      };
    },
    [subscriptions, stable, pace],
  );
  const snapshot = () => {
    const next = stable.map((key) => subscriptions.store(key).getState());
    const same = next.length === cache.current.length && next.every((live, i) => live === cache.current[i]);
    if (!same) cache.current = next;
    return cache.current;
  };
  return useSyncExternalStore(subscribe, snapshot);
}

/** A document, null when it does not exist. A null `path` loads for ever: what to ask for is not known yet. */
export function useDocument<T>(path: string | null, reader: Reader<T>): Live<Stored<T> | null> {
  const { documents } = useClient();
  const [live] = useStates(documents, path === null ? [] : [path]);
  return useMemo(() => {
    if (live === undefined || live.state !== 'ready') return live ?? LOADING;
    if (live.value === null) return { state: 'ready', value: null };
    const result = reader.read(live.value);
    if (result.ok) return { state: 'ready', value: result.record };
    return { state: 'error', message: `This record is damaged (${result.malformed.reason}).` };
  }, [live, reader]);
}

/** Several documents, in the order of their paths; those that do not exist are left out. */
export function useDocuments<T>(wanted: readonly string[], reader: Reader<T>): Live<StoredList<T>> {
  const { documents } = useClient();
  const lives = useStates(documents, wanted);
  return useMemo(
    () => mapLive(allLive(lives), (found) => reader.readAll(found.filter((document) => document !== null))),
    [lives, reader],
  );
}

/** The documents of several queries together, in the order of the queries. */
export function useQueries<T>(
  queries: readonly Query[],
  reader: Reader<T>,
  pace?: Pace,
): Live<StoredList<T>> {
  const client = useClient();
  const lives = useStates<readonly StoredDocument[]>(client.queries, queries.map(client.queryKey), pace);
  return useMemo(() => mapLive(allLive(lives), (lists) => reader.readAll(lists.flat())), [lives, reader]);
}

const NONE: readonly Query[] = [];

/** The documents of a query. A null `query` loads for ever: what to ask for is not known yet. */
export function useQuery<T>(query: Query | null, reader: Reader<T>): Live<StoredList<T>> {
  const result = useQueries(query === null ? NONE : [query], reader);
  return query === null ? LOADING : result;
}
