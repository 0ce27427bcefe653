/**
 * What people and programs do to the workspace data, as writes: built here, by pure functions, and committed by whoever has a
 * database, so that a page and the HTTP API leave the same documents behind.
 */

/** The fields of a document to be written. May hold markers of a database, such as the one for its own time. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * One change. `create` must not overwrite; the security rules refuse it where the SDK cannot. `set` creates or replaces
 * the whole document. `update` changes the named fields; one within a map is named with dots.
 */
export type Write =
  | { kind: 'create'; path: string; fields: Fields }
  | { kind: 'set'; path: string; fields: Fields }
  | { kind: 'update'; path: string; fields: Fields }
  | { kind: 'delete'; path: string };

/** Who does something in which workspace, and the marker for the server's time. */
export interface Actor {
  workspaceId: string;
  uid: string;
  serverTime: unknown;
}
