/** What the handlers of the HTTP API work with. */
import type { Answer, Given, Operation } from '@docket/model/api/operation';
import type { OperationId, OPERATIONS } from '@docket/model/api/operations';
import type { Actor, Write } from '@docket/model/commands/write';
import type { Capability, Role } from '@docket/model/roles';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { Log } from '../engine/ports.ts';
import type { Decided } from './commit.ts';

/** Whoever calls, as far as they were recognised. */
export type Caller =
  | { kind: 'person'; uid: string; email: string | null; role: Role | null }
  | { kind: 'key'; keyId: string; capabilities: readonly Capability[] };

/** What is the same for all requests. */
export interface ApiServices {
  db: Firestore;
  bucket: Bucket;
  /** The address that opens an object of the bucket by its download token. */
  download: (path: string, token: string) => string;
  clock: () => Date;
  log: Log;
}

/** What belongs to one request. */
export interface RequestContext extends ApiServices {
  caller: Caller;
  /** Empty for operations outside workspaces. */
  workspaceId: string;
  /** Who signs what is written. */
  actor: Actor;
  /**
   * The id of something new. The same for the same `label` of the same request when it is repeated with its idempotency key,
   * so that a request that was cut off makes nothing twice.
   */
  newId: (label: string) => string;
  /** Writes all or nothing. What this very request has written before is left as it is. */
  commit: (writes: readonly Write[]) => Promise<void>;
  /** Writes what is decided on what was read, all or nothing: as `commit`, where something must not change in between. */
  transact: <T>(decide: (transaction: Transaction) => Promise<Decided<T>>) => Promise<T>;
  /** Whether the request has an idempotency key, and so may have been here before. */
  isKeyed: boolean;
}

export type Handler<O extends Operation> = (given: Given<O>, context: RequestContext) => Promise<Answer<O>>;

/** A handler for each operation: one that is missing does not compile. */
export type Handlers<Id extends OperationId = OperationId> = { [K in Id]: Handler<(typeof OPERATIONS)[K]> };
