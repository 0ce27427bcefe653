/**
 * The messages by which listeners learn of one state of the database. Those that say the same are one object, so that
 * whoever encodes them need do it only once, however many listen.
 */
import type { ServerDatabase } from '../service/server-state.ts';
import type { StoredDocument } from '../store/document.ts';
import type { Micros } from '../values/timestamp.ts';
import { consistentSnapshot, documentChanged, type ListenMessage, type Mask } from './messages.ts';
import { encodeResumeToken } from './resume-token.ts';

export class Snapshot {
  readonly time: Micros;
  /** What a listener sends when it comes back, to learn only what has happened since. */
  readonly token: string;
  /** The message that ends those of the snapshot. */
  readonly end: ListenMessage;
  readonly #changed = new Map<StoredDocument, Map<string, ListenMessage>>();

  /** @param time the time that readers are told  */
  constructor(database: ServerDatabase, time: Micros) {
    this.time = time;
    this.token = encodeResumeToken(database.epoch, database.lastCommit);
    this.end = consistentSnapshot(this.token, time);
  }

  /** See {@link documentChanged}. */
  changed(
    document: StoredDocument,
    mask: Mask | undefined,
    targetIds: number[],
    removedTargetIds: number[],
  ): ListenMessage {
    const messages = this.#changed.get(document) ?? new Map<string, ListenMessage>();
    const key = `${targetIds.join()}-${removedTargetIds.join()}-${mask?.key ?? ''}`;
    const message = messages.get(key) ?? documentChanged(document, mask, targetIds, removedTargetIds);
    this.#changed.set(document, messages.set(key, message));
    return message;
  }
}
