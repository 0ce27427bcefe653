/**
 * The messages of a Listen stream, in proto3 JSON.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rpc/google.firestore.v1#listenresponse
 */

import { grpcCode, type StatusError } from '../status.ts';
import { projectDocument } from '../service/projection.ts';
import type { StoredDocument, WireDocument } from '../store/document.ts';
import { type FieldPath, formatFieldPath } from '../values/field-path.ts';
import { formatMicros, type Micros } from '../values/timestamp.ts';

export interface TargetChange {
  targetChangeType?: 'ADD' | 'REMOVE' | 'CURRENT' | 'RESET';
  targetIds?: number[];
  cause?: { code: number; message: string };
  resumeToken?: string;
  readTime?: string;
}

export type ListenMessage =
  | { targetChange: TargetChange }
  | { documentChange: { document: WireDocument; targetIds: number[]; removedTargetIds: number[] } }
  | { documentDelete: { document: string; removedTargetIds: number[]; readTime: string } }
  | { documentRemove: { document: string; removedTargetIds: number[]; readTime: string } }
  | { filter: { targetId: number; count: number } };

/** The fields of documents that a client wants to have. */
export interface Mask {
  readonly paths: readonly FieldPath[];
  /** Equal for masks of the same fields. */
  readonly key: string;
}

/** A projection as a mask; undefined for all fields. */
export function maskOf(select: readonly FieldPath[] | undefined): Mask | undefined {
  return select && { paths: select, key: select.map(formatFieldPath).sort().join() };
}

/** The document is (still) in some targets and has left others. All of them want the fields of `mask`. */
export function documentChanged(
  document: StoredDocument,
  mask: Mask | undefined,
  targetIds: number[],
  removedTargetIds: number[],
): ListenMessage {
  const projected = projectDocument(document, mask?.paths);
  return { documentChange: { document: projected, targetIds, removedTargetIds } };
}

/** The document does not exist. */
export function documentDeleted(name: string, removedTargetIds: number[], time: Micros): ListenMessage {
  return { documentDelete: { document: name, removedTargetIds, readTime: formatMicros(time) } };
}

/** The document has left the targets, and its content is not for this client. */
export function documentRemoved(name: string, removedTargetIds: number[], time: Micros): ListenMessage {
  return { documentRemove: { document: name, removedTargetIds, readTime: formatMicros(time) } };
}

export function targetAdded(targetId: number): ListenMessage {
  return { targetChange: { targetChangeType: 'ADD', targetIds: [targetId] } };
}

export function targetReset(targetId: number): ListenMessage {
  return { targetChange: { targetChangeType: 'RESET', targetIds: [targetId] } };
}

/** The target is up to date as of `time`. */
export function targetCurrent(targetId: number, resumeToken: string, time: Micros): ListenMessage {
  return {
    targetChange: {
      targetChangeType: 'CURRENT',
      targetIds: [targetId],
      resumeToken,
      readTime: formatMicros(time),
    },
  };
}

/** The target is no more; with a cause when the server ended it. */
export function targetRemoved(targetId: number, cause?: StatusError): ListenMessage {
  const change: TargetChange = { targetChangeType: 'REMOVE', targetIds: [targetId] };
  if (cause) {
    change.cause = { code: grpcCode(cause.status), message: cause.message };
  }
  return { targetChange: change };
}

/** Everything before this message belongs together: the client raises its snapshots now. */
export function consistentSnapshot(resumeToken: string, time: Micros): ListenMessage {
  return { targetChange: { resumeToken, readTime: formatMicros(time) } };
}

/** How many documents the target should have at the client; it re-reads the target if it counts otherwise. */
export function existenceFilter(targetId: number, count: number): ListenMessage {
  return { filter: { targetId, count } };
}
