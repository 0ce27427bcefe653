/** Who is signed in. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Accounts, User } from './ports.ts';

/** `unknown` until the browser's stored session has been checked. */
export type Session = { state: 'unknown' } | { state: 'signed-out' } | { state: 'signed-in'; user: User };

/** Follows `accounts`; `onChange` runs whenever another person, or nobody, is signed in. */
export function createSessionStore(accounts: Accounts, onChange: () => void): StoreApi<Session> {
  const store = createStore<Session>(() => ({ state: 'unknown' }));
  accounts.watch((user) => {
    const before = store.getState();
    const uidBefore = before.state === 'signed-in' ? before.user.uid : null;
    if (before.state !== 'unknown' && uidBefore !== (user?.uid ?? null)) onChange();
    store.setState(user === null ? { state: 'signed-out' } : { state: 'signed-in', user }, true);
  });
  return store;
}
