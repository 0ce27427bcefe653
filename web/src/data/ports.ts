/**
 * What the app needs of the outside world. `firebase/` implements it for real, `fixtures/memory-backend.ts` in memory;
 * everything else in the app is written against these interfaces, so only this folder knows Firebase.
 */
import type { Write } from '@docket/model/commands/write';

/** Ends a subscription. Calling it twice is harmless. */
export type Unsubscribe = () => void;

/** Receives what a subscription yields. After `error` nothing follows. */
export interface Observer<T> {
  next(value: T): void;
  error(error: unknown): void;
}

/** A document as it comes from the database: unchecked. The object is the same as long as the document is. */
export interface StoredDocument {
  id: string;
  path: string;
  data: unknown;
}

/**
 * Documents of one collection, or of all collections of one name (`group`), whose fields equal given values. A field
 * within a map is named with dots: `subject.id`. With `orderBy` they come in that order, without those that lack the field.
 */
export interface Query {
  from: 'collection' | 'group';
  path: string;
  where: Readonly<Record<string, string | number | boolean | null>>;
  orderBy?: { field: string; direction: 'asc' | 'desc' };
  limit: number | null;
}

export interface Database {
  /** A fresh random document id. */
  newId(): string;
  /** A marker that the server replaces by its own time. */
  serverTime(): unknown;
  /** A marker for `update` that takes a field away. */
  removed(): unknown;
  /** A marker for `update` that adds `by` to whatever number the server has: of two people at once both count. */
  increment(by: number): unknown;
  /** A marker for `update` that adds to a list what it does not have: of two people at once both count. */
  including(elements: readonly string[]): unknown;
  /** Yields the document now and on each change; null while it does not exist. */
  watchDocument(path: string, observer: Observer<StoredDocument | null>): Unsubscribe;
  /**
   * The document as the server has it, whatever is stored here; null where it does not exist. Rejects with the code
   * `unavailable` while the server cannot be reached.
   */
  fetchDocument(path: string): Promise<StoredDocument | null>;
  /** Those of the documents of a collection with these ids that the server has. Rejects like `fetchDocument`. */
  fetchExisting(collection: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Yields all matching documents now and on each change. */
  watchQuery(query: Query, observer: Observer<readonly StoredDocument[]>): Unsubscribe;
  /**
   * All matching documents as the server has them: what this browser has stored may be a few of them. Rejects with the code
   * `unavailable` while the server cannot be reached.
   */
  fetchQuery(query: Query): Promise<readonly StoredDocument[]>;
  /** How many documents match at this moment, without reading them. `limit` and order mean nothing to it. */
  count(query: Query): Promise<number>;
  /**
   * Writes all or nothing. Local subscriptions see it at once; the promise settles when the server has answered, which
   * takes until the connection is back when offline.
   */
  commit(writes: readonly Write[]): Promise<void>;
}

/** How an upload goes. `sent` and `total` are bytes. */
export interface UploadObserver {
  progress(sent: number, total: number): void;
  done(): void;
  failed(error: unknown): void;
}

/** An upload under way. `cancel` ends it without a further call of its observer. */
export interface UploadHandle {
  pause(): void;
  resume(): void;
  cancel(): void;
}

export interface Files {
  upload(path: string, file: Blob, contentType: string, observer: UploadObserver): UploadHandle;
  /** The content of an object, as a member of its workspace may have it. */
  read(path: string): Promise<Blob>;
  /** Deletes an object. Succeeds when there is none. */
  remove(path: string): Promise<void>;
  /** The download token of an object that this person has uploaded. */
  token(path: string): Promise<string>;
  /** The address of an object, opened by its download token. */
  address(path: string, token: string): string;
}

export interface User {
  uid: string;
  email: string;
  /** Whether they have shown that the address is theirs. */
  emailVerified: boolean;
  displayName: string;
}

/** Sign-in. The promises reject with an error that `accountErrorMessage` puts into words. */
export interface Accounts {
  /** Yields the signed-in user, or null, now and on each change. */
  watch(next: (user: User | null) => void): Unsubscribe;
  signIn(email: string, password: string): Promise<void>;
  create(email: string, password: string): Promise<void>;
  signInWithGoogle(): Promise<void>;
  /** Mails whoever is signed in a link that proves that the address is theirs. */
  sendVerification(): Promise<void>;
  /** Has the server say anew who is signed in, such as that the address is verified now. */
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

/** Functions that answer. */
export interface Functions {
  /** Calls the function deployed as `name`; its answer is unchecked. Rejects with an error for `dataErrorMessage`. */
  call(name: string, data: unknown): Promise<unknown>;
}

/** The outside world as a whole. */
export interface Backend {
  database: Database;
  files: Files;
  functions: Functions;
  accounts: Accounts;
  demo: { email: string; password: string } | null;
}
