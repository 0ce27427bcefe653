/**
 * A request that changes something happens once for each idempotency key, however often it is sent.
 *
 * Source: the IETF draft "The Idempotency-Key HTTP Header Field" (draft-ietf-httpapi-idempotency-key-header).
 */
import { createHash, randomUUID } from 'node:crypto';
import { ApiProblem } from '@docket/model/api/problem';
import { paths } from '@docket/model/paths';
import { instant } from '@docket/model/time';
import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';

/** How long an answer is remembered, in milliseconds. */
const REMEMBERED_MS = 24 * 60 * 60 * 1_000;

/** After this a request that has not been answered counts as cut off, and may be begun again. Milliseconds. */
const CUT_OFF_MS = 2 * 60 * 1_000;

/** The longest answer that is remembered, in bytes: a document ends at 1 MiB. */
const REMEMBERED_BYTES = 1_000_000;

/** `workspaces/{w}/idempotency_keys/{hash}`. */
const recordSchema = z.object({
  /** Of method, address and body: the same key with anything else is a mistake. */
  fingerprint: z.string(),
  /** What ids are made of: the same whenever this request is begun again, and another one when the key is used anew. */
  seed: z.string(),
  started_at: instant,
  /** JSON; null while it is being dealt with. */
  answer: z.string().nullable(),
  status: z.number().int().nullable(),
  expires_at: instant,
});
type StoredRecord = z.infer<typeof recordSchema>;

/** A request with its key. */
export interface KeyedRequest {
  workspaceId: string;
  /** Whose key it is: others may use the same. */
  principal: string;
  key: string;
  method: string;
  address: string;
  /** What is carried, in parts. */
  content: readonly (string | Uint8Array)[];
}

/** What is to be done about it. */
export type Beginning =
  | {
      type: 'go';
      seed: string;
      settle: (status: number, answer: string) => Promise<void>;
      /** `isRefused`: nothing was done. Otherwise whoever begins it again goes on with the same ids. */
      release: (isRefused: boolean) => Promise<void>;
    }
  | { type: 'replay'; status: number; answer: string };

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}

/** Throws an ApiProblem when the key belongs to another request, or while the same one is being dealt with. */
export async function beginOnce(db: Firestore, request: KeyedRequest, clock: () => Date): Promise<Beginning> {
  const { workspaceId, principal, key, method, address, content } = request;
  const ref = db.doc(paths.idempotencyKey(workspaceId, digest(principal, key)));
  const fingerprint = digest(method, address, ...content);
  const now = clock();
  const { known, begun } = await db.runTransaction(async (transaction) => {
    const stored = recordSchema.safeParse((await transaction.get(ref)).data()).data;
    const isOver = stored === undefined || stored.expires_at <= now;
    if (!isOver && (stored.fingerprint !== fingerprint || isBusy(stored, now) || stored.answer !== null))
      return { known: stored, begun: null };
    const record: StoredRecord = {
      fingerprint,
      seed: isOver ? randomUUID() : stored.seed,
      started_at: now,
      answer: null,
      status: null,
      expires_at: new Date(now.getTime() + REMEMBERED_MS),
    };
    transaction.set(ref, record);
    return { known: null, begun: record };
  });
  if (known === null) return going(ref, begun);
  if (known.fingerprint !== fingerprint)
    throw new ApiProblem(
      'idempotency_key_reused',
      'This idempotency key was sent with another request. Use a new one for each.',
    );
  if (known.answer === null || known.status === null)
    throw new ApiProblem(
      'idempotency_in_progress',
      'The same request is being dealt with. Ask again shortly.',
      {
        retryAfterSeconds: 1,
      },
    );
  return { type: 'replay', status: known.status, answer: known.answer };
}

function isBusy({ answer, started_at: startedAt }: StoredRecord, now: Date): boolean {
  return answer === null && now.getTime() - startedAt.getTime() < CUT_OFF_MS;
}

function going(ref: DocumentReference, record: StoredRecord): Beginning {
  const cutOff = { ...record, started_at: new Date(0) };
  return {
    type: 'go',
    seed: record.seed,
    settle: async (status, answer) => {
      // One that is too long is made anew when it is asked for again, by way of the same ids.
      const isTooLong = Buffer.byteLength(answer) > REMEMBERED_BYTES;
      await ref.set(isTooLong ? cutOff : { ...record, status, answer });
    },
    release: async (isRefused) => {
      if (isRefused) await ref.delete();
      else await ref.set(cutOff);
    },
  };
}
