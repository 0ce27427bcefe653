/**
 * One Listen stream: takes addTarget and removeTarget, follows the commits of the database, and sends what each target
 * has to learn. All messages of one commit leave together and end with a consistent snapshot.
 */
import { z } from 'zod';
import type { RequestAccess } from '../access/request-access.ts';
import type { IndexGate } from '../indexes/index-gate.ts';
import { checkDatabase, parseNameWithin, parseParentName } from '../paths.ts';
import { decodeQuery, structuredQuerySchema } from '../query/structured-query.ts';
import { invalidArgument, type StatusError, toStatusError, unimplemented } from '../status.ts';
import type { StoredDocument } from '../store/document.ts';
import { type Micros, parseMicros } from '../values/timestamp.ts';
import type { ChangeFeed, Listener, News } from './change-feed.ts';
import {
  documentDeleted,
  documentRemoved,
  existenceFilter,
  type ListenMessage,
  type Mask,
  targetAdded,
  targetCurrent,
  targetRemoved,
  targetReset,
} from './messages.ts';
import { missedSince } from './resume.ts';
import { decodeResumeToken } from './resume-token.ts';
import { Snapshot } from './snapshot.ts';
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
const listenRequestSchema = z.object({
  addTarget: targetSchema.optional(),
  removeTarget: z.int().optional(),
});

type WireTarget = z.output<typeof targetSchema>;

/** Ids that the server gives begin here, where clients that count their own hardly come. */
const firstOwnId = 0x4000_0000;

interface OpenTarget {
  readonly target: Target;
  readonly unfollow: () => void;
}

/** One document that has changed, and for which targets with the same mask. */
interface Change {
  readonly effect: TargetEffect;
  readonly mask: Mask | undefined;
  readonly targetIds: number[];
  readonly removedTargetIds: number[];
}

export class ListenStream implements Listener {
  readonly #feed: ChangeFeed;
  readonly #access: RequestAccess;
  readonly #indexes: IndexGate | undefined;
  readonly #send: (messages: ListenMessage[]) => void;
  readonly #targets = new Map<number, OpenTarget>();
  /** The next id for a target that its client gave none; undefined as long as there was no such target. */
  #nextOwnId: number | undefined;

  /**
   * @param send takes messages that belong in one write to the client
   * @param indexes without it no query needs an index
   */
  constructor(
    feed: ChangeFeed,
    access: RequestAccess,
    send: (messages: ListenMessage[]) => void,
    indexes?: IndexGate,
  ) {
    this.#indexes = indexes;
    this.#feed = feed;
    this.#access = access;
    this.#send = send;
  }

  /** Handles one ListenRequest. Throws INVALID_ARGUMENT when it has the wrong shape; that ends the stream. */
  receive(request: unknown): void {
    const parsed = listenRequestSchema.safeParse(request);
    if (!parsed.success) {
      throw invalidArgument(`Invalid ListenRequest: ${z.prettifyError(parsed.error)}`);
    }
    this.#feed.flush();
    if (parsed.data.addTarget) {
      this.#add(parsed.data.addTarget);
    } else if (parsed.data.removeTarget !== undefined) {
      this.#drop(parsed.data.removeTarget);
      this.#send([targetRemoved(parsed.data.removeTarget)]);
    }
  }

  /** Ends the stream's interest in the database. */
  close(): void {
    for (const targetId of this.#targets.keys()) {
      this.#drop(targetId);
    }
  }

  tell(news: News, snapshot: Snapshot): void {
    const messages: ListenMessage[] = [];
    const effects = new Map<number, readonly TargetEffect[]>();
    for (const [targetId, { target }] of this.#targets) {
      const own = target.apply(news.get(target) ?? []);
      const refusal = target.kind === 'documents' ? this.#refusalOf(own) : undefined;
      if (refusal) {
        this.#drop(targetId);
        messages.push(targetRemoved(targetId, refusal));
      } else if (own.length > 0) {
        effects.set(targetId, own);
      }
    }
    if (effects.size > 0) {
      messages.push(...this.#describe(effects, snapshot), snapshot.end);
    }
    if (messages.length > 0) {
      this.#send(messages);
    }
  }

  /** A target that is refused does not disturb the others on the stream. */
  #add(wire: WireTarget): void {
    let { targetId } = wire;
    try {
      targetId = this.#idFor(wire);
      const target = this.#open(wire);
      const snapshot = new Snapshot(this.#feed.database, this.#feed.database.readTime);
      const { token, time } = snapshot;
      const messages = [
        targetAdded(targetId),
        ...this.#catchUp(target, targetId, wire, snapshot),
        targetCurrent(targetId, token, time),
        snapshot.end,
      ];
      if (wire.once) {
        messages.push(targetRemoved(targetId));
      } else {
        this.#targets.set(targetId, { target, unfollow: this.#feed.follow(target, this) });
      }
      this.#send(messages);
    } catch (error) {
      this.#drop(targetId);
      this.#send([targetRemoved(targetId, toStatusError(error))]);
    }
  }

  #drop(targetId: number): void {
    this.#targets.get(targetId)?.unfollow();
    this.#targets.delete(targetId);
  }

  /**
   * The id of a new target, or one of ours when the client leaves that to the server, as it then must for all that follow.
   *
   * @see https://firebase.google.com/docs/firestore/reference/rpc/google.firestore.v1#target
   */
  #idFor({ targetId }: WireTarget): number {
    if (targetId < 0) {
      throw invalidArgument('The id of a target must not be negative.');
    }
    if (targetId === 0) {
      const own = this.#nextOwnId ?? firstOwnId;
      this.#nextOwnId = own + 1;
      return own;
    }
    if (this.#nextOwnId !== undefined) {
      throw invalidArgument('After a target without an id no other may have one.');
    }
    if (this.#targets.has(targetId)) {
      throw invalidArgument(`There is a target ${targetId} already.`);
    }
    return targetId;
  }

  #open(wire: WireTarget): Target {
    const { database } = this.#feed;
    const view = database.present();
    if (wire.documents) {
      for (const name of wire.documents.documents) {
        this.#access.checkGet(parseNameWithin(database.name, name).segments, database.get(name));
      }
      return documentsTarget(wire.documents.documents, view);
    }
    if (wire.query) {
      checkDatabase(database.name, parseParentName(wire.query.parent));
      const query = decodeQuery(wire.query.parent, wire.query.structuredQuery);
      if (query.nearest) {
        throw unimplemented('Listening to findNearest (vector search)');
      }
      this.#access.checkList(query, wire.query.structuredQuery);
      this.#indexes?.check(query);
      return queryTarget(query, view);
    }
    throw invalidArgument('A target must be a query or documents.');
  }

  /** The first messages of a target: all of it, or for a client that was here before what it missed. */
  #catchUp(target: Target, targetId: number, wire: WireTarget, snapshot: Snapshot): ListenMessage[] {
    const { database } = this.#feed;
    const since = this.#resumePoint(wire);
    const deleted = since === undefined ? undefined : database.deletedSince(since);
    const returning = wire.resumeToken !== undefined || wire.readTime !== undefined;
    if (since !== undefined && deleted !== undefined) {
      const effects = missedSince(since, target, deleted, this.#writtenSince(since, target));
      return [
        ...this.#describe(new Map([[targetId, effects]]), snapshot, target.mask),
        existenceFilter(targetId, target.members().length),
      ];
    }
    const missing = (wire.documents?.documents ?? []).filter((name) => !database.get(name));
    return [
      ...(returning ? [targetReset(targetId)] : []),
      ...target.members().map((document) => snapshot.changed(document, target.mask, [targetId], [])),
      ...missing.map((name) => documentDeleted(name, [targetId], snapshot.time)),
    ];
  }

  /** Documents written since a moment: those that the recent past names, or all that the target might cover. */
  #writtenSince(since: Micros, target: Target): Iterable<StoredDocument> {
    const { database } = this.#feed;
    try {
      return [...database.past(since).overlay.keys()].flatMap((name) => database.get(name) ?? []);
    } catch {
      return target.candidates();
    }
  }

  #resumePoint(wire: WireTarget): Micros | undefined {
    if (wire.resumeToken) {
      return decodeResumeToken(wire.resumeToken, this.#feed.database.epoch);
    }
    return wire.readTime ? parseMicros(wire.readTime) : undefined;
  }

  /** Why the client may not have what has become of its documents; undefined when it may. */
  #refusalOf(effects: readonly TargetEffect[]): StatusError | undefined {
    try {
      for (const effect of effects) {
        if (effect.kind === 'in') {
          this.#access.checkGet(effect.document.segments, effect.document);
        }
      }
      return undefined;
    } catch (error) {
      return toStatusError(error);
    }
  }

  /** One message per document, however many targets it concerns, unless they want different fields of it. */
  #describe(
    effectsByTarget: ReadonlyMap<number, readonly TargetEffect[]>,
    snapshot: Snapshot,
    maskOfNew?: Mask,
  ): ListenMessage[] {
    const changes = new Map<string, Change>();
    for (const [targetId, effects] of effectsByTarget) {
      const open = this.#targets.get(targetId);
      const mask = open ? open.target.mask : maskOfNew;
      for (const effect of effects) {
        const name = effect.kind === 'gone' ? effect.name : effect.document.name;
        const key = mask && effect.kind !== 'gone' ? `${name} ${mask.key}` : name;
        const change = changes.get(key) ?? { effect, mask, targetIds: [], removedTargetIds: [] };
        (effect.kind === 'in' ? change.targetIds : change.removedTargetIds).push(targetId);
        changes.set(key, change);
      }
    }
    return Array.from(changes.values(), ({ effect, mask, targetIds, removedTargetIds }) => {
      if (effect.kind === 'gone') {
        return documentDeleted(effect.name, removedTargetIds, snapshot.time);
      }
      return targetIds.length > 0 || this.#access.mayGet(effect.document)
        ? snapshot.changed(effect.document, mask, targetIds, removedTargetIds)
        : documentRemoved(effect.document.name, removedTargetIds, snapshot.time);
    });
  }
}
