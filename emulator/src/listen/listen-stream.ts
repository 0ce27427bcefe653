/**
 * One Listen stream: takes addTarget and removeTarget, follows the commits of the database, and sends what each target
 * has to learn. All messages of one commit leave together and end with a consistent snapshot.
 */
import { z } from 'zod';
import type { RequestAccess } from '../access/request-access.ts';
import { checkDatabase, parseNameWithin, parseParentName } from '../paths.ts';
import { decodeQuery, structuredQuerySchema } from '../query/structured-query.ts';
import type { ServerDatabase } from '../service/server-state.ts';
import { invalidArgument, toStatusError } from '../status.ts';
import type { Commit } from '../store/database.ts';
import type { DocumentChange } from '../store/document.ts';
import { type Micros, parseMicros } from '../values/timestamp.ts';
import {
  consistentSnapshot,
  documentChanged,
  documentDeleted,
  documentRemoved,
  existenceFilter,
  type ListenMessage,
  targetAdded,
  targetCurrent,
  targetRemoved,
  targetReset,
} from './messages.ts';
import { missedSince } from './resume.ts';
import { decodeResumeToken, encodeResumeToken } from './resume-token.ts';
import { documentsTarget, queryTarget, type Target, type TargetEffect } from './target.ts';

const targetSchema = z.object({
  query: z.object({ parent: z.string(), structuredQuery: structuredQuerySchema }).optional(),
  documents: z.object({ documents: z.array(z.string()).default([]) }).optional(),
  targetId: z.int().default(0),
  resumeToken: z.string().optional(),
  readTime: z.string().optional(),
  once: z.boolean().default(false),
});

/** The shape of a ListenRequest; its `database` field is read by whoever opens the stream. */
export const listenRequestSchema = z.object({
  addTarget: targetSchema.optional(),
  removeTarget: z.int().optional(),
});

type WireTarget = z.output<typeof targetSchema>;

export class ListenStream {
  readonly #database: ServerDatabase;
  readonly #access: RequestAccess;
  readonly #send: (messages: ListenMessage[]) => void;
  readonly #targets = new Map<number, Target>();
  readonly #stopObserving: () => void;
  /** Commits not yet told: several in one turn of the event loop (a batch write) make one snapshot. */
  #untold: Array<Commit<unknown>> = [];

  /** @param send takes messages that belong in one write to the client */
  constructor(database: ServerDatabase, access: RequestAccess, send: (messages: ListenMessage[]) => void) {
    this.#database = database;
    this.#access = access;
    this.#send = send;
    this.#stopObserving = database.observe((commit) => this.#note(commit));
  }

  /** Handles one ListenRequest. Throws INVALID_ARGUMENT when it has the wrong shape; that ends the stream. */
  receive(request: unknown): void {
    const parsed = listenRequestSchema.safeParse(request);
    if (!parsed.success) {
      throw invalidArgument(`Invalid ListenRequest: ${z.prettifyError(parsed.error)}`);
    }
    this.#tell();
    if (parsed.data.addTarget) {
      this.#add(parsed.data.addTarget);
    } else if (parsed.data.removeTarget !== undefined) {
      this.#targets.delete(parsed.data.removeTarget);
      this.#send([targetRemoved(parsed.data.removeTarget)]);
    }
  }

  /** Ends the stream's interest in the database. */
  close(): void {
    this.#stopObserving();
    this.#targets.clear();
  }

  /** A target that is refused does not disturb the others on the stream. */
  #add(wire: WireTarget): void {
    const { targetId } = wire;
    try {
      const target = this.#open(wire);
      const time = this.#database.readTime;
      const token = encodeResumeToken(this.#database.epoch, time);
      const messages = [
        targetAdded(targetId),
        ...this.#catchUp(target, wire, time),
        targetCurrent(targetId, token, time),
        consistentSnapshot(token, time),
      ];
      if (wire.once) {
        messages.push(targetRemoved(targetId));
      } else {
        this.#targets.set(targetId, target);
      }
      this.#send(messages);
    } catch (error) {
      this.#targets.delete(targetId);
      this.#send([targetRemoved(targetId, toStatusError(error))]);
    }
  }

  #open(wire: WireTarget): Target {
    const view = this.#database.present();
    if (wire.documents) {
      for (const name of wire.documents.documents) {
        const { segments } = parseNameWithin(this.#database.name, name);
        this.#access.checkGet(segments, this.#database.get(name));
      }
      return documentsTarget(wire.documents.documents, view);
    }
    if (wire.query) {
      checkDatabase(this.#database.name, parseParentName(wire.query.parent));
      const query = decodeQuery(wire.query.parent, wire.query.structuredQuery);
      this.#access.checkList(query, wire.query.structuredQuery);
      return queryTarget(query, view);
    }
    throw invalidArgument('A target must be a query or documents.');
  }

  /** The first messages of a target: all of it, or for a client that was here before what it missed. */
  #catchUp(target: Target, wire: WireTarget, time: Micros): ListenMessage[] {
    const since = this.#resumePoint(wire);
    const deleted = since === undefined ? undefined : this.#database.deletedSince(since);
    const returning = wire.resumeToken !== undefined || wire.readTime !== undefined;
    const { targetId } = wire;
    if (since !== undefined && deleted !== undefined) {
      const everything = this.#database.present().table.everything().documents();
      const effects = missedSince(since, target, deleted, everything);
      return [
        ...this.#describe(new Map([[targetId, effects]]), time),
        existenceFilter(targetId, target.members().length),
      ];
    }
    const missing = (wire.documents?.documents ?? []).filter((name) => !this.#database.get(name));
    return [
      ...(returning ? [targetReset(targetId)] : []),
      ...target.members().map((document) => documentChanged(document, [targetId], [])),
      ...missing.map((name) => documentDeleted(name, [targetId], time)),
    ];
  }

  #resumePoint(wire: WireTarget): Micros | undefined {
    if (wire.resumeToken) {
      return decodeResumeToken(wire.resumeToken, this.#database.epoch);
    }
    return wire.readTime ? parseMicros(wire.readTime) : undefined;
  }

  #note(commit: Commit<unknown>): void {
    if (this.#targets.size === 0) {
      return;
    }
    if (this.#untold.length === 0) {
      // Whoever has committed is answered first: the SDKs take in what comes first, and a person waits for the answer.
      // That is done in microtasks; a tick asked for by one of them comes when there are no more.
      queueMicrotask(() => process.nextTick(() => this.#tell()));
    }
    this.#untold.push(commit);
  }

  #tell(): void {
    const commits = this.#untold;
    const time = commits.at(-1)?.time;
    if (time === undefined) {
      return;
    }
    this.#untold = [];
    const changes = mergeChanges(commits.flatMap((commit) => commit.changes));
    const effects = new Map<number, TargetEffect[]>();
    for (const [targetId, target] of this.#targets) {
      const own = target.apply(changes);
      if (own.length > 0) {
        effects.set(targetId, own);
      }
    }
    if (effects.size > 0) {
      const token = encodeResumeToken(this.#database.epoch, time);
      this.#send([...this.#describe(effects, time), consistentSnapshot(token, time)]);
    }
  }

  /** One message per document, however many targets it concerns. */
  #describe(effectsByTarget: ReadonlyMap<number, readonly TargetEffect[]>, time: Micros): ListenMessage[] {
    const documents = new Map<
      string,
      { effect: TargetEffect; targetIds: number[]; removedTargetIds: number[] }
    >();
    for (const [targetId, effects] of effectsByTarget) {
      for (const effect of effects) {
        const name = effect.kind === 'gone' ? effect.name : effect.document.name;
        const entry = documents.get(name) ?? { effect, targetIds: [], removedTargetIds: [] };
        (effect.kind === 'in' ? entry.targetIds : entry.removedTargetIds).push(targetId);
        documents.set(name, entry);
      }
    }
    return Array.from(documents, ([name, { effect, targetIds, removedTargetIds }]) => {
      if (effect.kind === 'gone') {
        return documentDeleted(name, removedTargetIds, time);
      }
      return targetIds.length > 0 || this.#access.mayGet(effect.document)
        ? documentChanged(effect.document, targetIds, removedTargetIds)
        : documentRemoved(name, removedTargetIds, time);
    });
  }
}

/** What several commits did in sum: for each document the first state and the last. */
function mergeChanges(changes: readonly DocumentChange[]): DocumentChange[] {
  const merged = new Map<string, DocumentChange>();
  for (const change of changes) {
    const earlier = merged.get(change.name);
    merged.set(change.name, earlier ? { ...change, before: earlier.before } : change);
  }
  return [...merged.values()].filter(({ before, after }) => before !== after);
}
