/** Where it is kept what principals use. */
import { type ApiUsage, apiUsageSchema } from '@docket/model/api-usage';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';

/** Where the usage of a principal is. */
export interface UsageKey {
  workspaceId: string;
  /** A user or a key: `user-…` or `key-…`. */
  principal: string;
}

/** How often a transaction is tried: instances that begin at once all want the same document. */
const TRIES = { maxAttempts: 10 };

export interface UsageStore {
  /**
   * Has `change` decide about what is stored, null if nothing, at a moment by the clock of the store; then stores what it
   * says, in one transaction. `change` may run several times. Rejects when the store fails.
   */
  update<T extends { usage: ApiUsage | null }>(
    key: UsageKey,
    change: (usage: ApiUsage | null, now: Date) => T,
  ): Promise<T>;
}

/** On Firestore, by whose clock all instances go. */
export class FirestoreUsageStore implements UsageStore {
  readonly #db: Firestore;

  constructor(db: Firestore) {
    this.#db = db;
  }

  async update<T extends { usage: ApiUsage | null }>(
    { workspaceId, principal }: UsageKey,
    change: (usage: ApiUsage | null, now: Date) => T,
  ): Promise<T> {
    const ref = this.#db.doc(paths.apiUsage(workspaceId, principal));
    return await this.#db.runTransaction(async (transaction) => {
      const stored = await transaction.get(ref);
      const changed = change(apiUsageSchema.safeParse(stored.data()).data ?? null, stored.readTime.toDate());
      if (changed.usage !== null) transaction.set(ref, changed.usage);
      return changed;
    }, TRIES);
  }
}
