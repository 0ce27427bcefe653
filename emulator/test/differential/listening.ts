/**
 * A Listen stream as an SDK follows it: which documents each target has, when they are consistent, and what to come
 * back with.
 */
import type { ClientDuplexStream, ServiceError } from '@grpc/grpc-js';
import type { z } from 'zod';
import { listenResponse } from './decode.ts';
import { encodeQuery } from './encode.ts';
import { Difference } from './expectation.ts';
import { databaseName, root } from './generate/values.ts';
import type { Document, Micros, State } from './model/commit.ts';
import { type Query, results } from './model/query.ts';
import type { ProtocolClient } from './protocol.ts';

export type Target =
  | { readonly kind: 'documents'; readonly paths: readonly string[] }
  | { readonly kind: 'query'; readonly query: Query };

type Members = ReadonlyMap<string, Document>;

/** What a client has of a target at a moment, and the token with which it comes back. */
export interface Kept {
  readonly token: string;
  readonly members: Members;
}

/** What a client showed at a moment. */
export interface Snapshot {
  readonly time: Micros;
  readonly target: Target;
  readonly members: Members;
}

interface View {
  readonly target: Target;
  members: Map<string, Document>;
  isCurrent: boolean;
  /** Whether the client has something else than the server says, and has to begin anew. */
  isWrong: boolean;
  token: string | undefined;
  kept: Kept | undefined;
}

type Response = z.output<typeof listenResponse>;
type TargetChange = NonNullable<Response['targetChange']>;

/** Far longer than a message takes on a machine that is busy with other things. */
const patience = 10_000;

export class Listening {
  /** Snapshots nobody has looked at yet. */
  readonly snapshots: Snapshot[] = [];
  /** The time of the last snapshot. */
  time: Micros = 0;
  resets = 0;
  /** How often a target had to begin anew, for what was kept could not be brought up to date. */
  beginnings = 0;
  readonly #stream: ClientDuplexStream<object, unknown>;
  readonly #views = new Map<number, View>();
  readonly #refused = new Set<number>();
  #failure: Error | undefined;
  #awaken: () => void = () => {};

  constructor(client: ProtocolClient) {
    this.#stream = client.open('Listen');
    this.#stream.on('data', (message: unknown) => this.#receive(message));
    this.#stream.on('error', (error: ServiceError) => this.#fail(error));
  }

  /** Listens, from the beginning or from what was kept. Resolves when the target is current or refused. */
  async listen(id: number, target: Target, kept: Kept | undefined): Promise<'current' | 'refused'> {
    const members = new Map(kept?.members);
    const view: View = { target, members, isCurrent: false, isWrong: false, token: kept?.token, kept };
    this.#views.set(id, view);
    this.#refused.delete(id);
    const what =
      target.kind === 'query'
        ? { query: encodeQuery(target.query, root) }
        : { documents: { documents: target.paths.map((path) => `${root}/${path}`) } };
    const resume = kept ? { resumeToken: kept.token } : {};
    this.#stream.write({ database: databaseName, addTarget: { targetId: id, ...what, ...resume } });
    await this.when(
      'the target is current',
      () => this.#refused.has(id) || view.isWrong || (view.isCurrent && view.kept !== kept),
    );
    if (view.isWrong) {
      this.beginnings += 1;
      await this.unlisten(id);
      return await this.listen(id, target, undefined);
    }
    return this.#refused.has(id) ? 'refused' : 'current';
  }

  /** Stops listening; what the client keeps of the target, once the server has agreed. */
  async unlisten(id: number): Promise<Kept | undefined> {
    const view = this.#views.get(id);
    this.#stream.write({ database: databaseName, removeTarget: id });
    await this.when('the target is removed', () => !this.#views.has(id));
    return view?.kept;
  }

  /** What the client keeps of a target that is listened to. */
  keptOf(id: number): Kept | undefined {
    return this.#views.get(id)?.kept;
  }

  close(): void {
    this.#stream.removeAllListeners('data');
    this.#stream.on('error', () => {});
    this.#stream.cancel();
  }

  /** Resolves when something has come true by the messages that arrive. */
  async when(what: string, isTrue: () => boolean): Promise<void> {
    const late = setTimeout(
      () => this.#fail(new Difference(`Waited in vain until ${what}.`, '', '')),
      patience,
    );
    try {
      while (!isTrue() && !this.#failure) {
        await new Promise<void>((resolve) => {
          this.#awaken = resolve;
        });
      }
    } finally {
      clearTimeout(late);
    }
    if (this.#failure) {
      throw this.#failure;
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#awaken();
  }

  #receive(message: unknown): void {
    try {
      this.#take(listenResponse.parse(message));
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
    this.#awaken();
  }

  #take(response: Response): void {
    const { targetChange, documentChange, filter } = response;
    if (targetChange) {
      this.#takeTargetChange(targetChange);
    } else if (documentChange) {
      const { document, targetIds, removedTargetIds } = documentChange;
      for (const id of targetIds) {
        this.#view(id).members.set(document.path, document);
      }
      this.#leave(document.path, removedTargetIds);
    } else if (filter) {
      this.#takeFilter(this.#view(filter.targetId), filter.count);
    } else {
      const gone = response.documentDelete ?? response.documentRemove;
      this.#leave(gone?.document.slice(root.length + 1) ?? '', gone?.removedTargetIds ?? []);
    }
  }

  /** What has been pushed out of a window by others is not told. In other targets nothing may be missing. */
  #takeFilter(view: View, count: number): void {
    view.isWrong = view.members.size !== count;
    if (view.isWrong && (view.target.kind === 'documents' || view.target.query.limit === undefined)) {
      throw new Difference('An existence filter does not count what was sent.', count, view.members.size);
    }
  }

  #leave(path: string, ids: readonly number[]): void {
    for (const id of ids) {
      this.#view(id).members.delete(path);
    }
  }

  #takeTargetChange(change: TargetChange): void {
    const { targetChangeType, targetIds, resumeToken, readTime } = change;
    const views = targetIds.length > 0 ? targetIds.map((id) => this.#view(id)) : [...this.#views.values()];
    for (const view of views) {
      view.token = resumeToken ?? view.token;
    }
    switch (targetChangeType) {
      case 'ADD':
        return;
      case 'CURRENT':
        for (const view of views) {
          view.isCurrent = true;
        }
        return;
      case 'RESET':
        for (const view of views) {
          this.resets += 1;
          view.members.clear();
          view.isCurrent = false;
        }
        return;
      case 'REMOVE':
        for (const id of targetIds) {
          this.#views.delete(id);
          if (change.cause) {
            this.#refused.add(id);
          }
        }
        return;
      case 'NO_CHANGE':
        if (targetIds.length === 0 && readTime !== undefined) {
          this.#raise(readTime);
        }
    }
  }

  #raise(time: Micros): void {
    if (time < this.time) {
      throw new Difference('Snapshots go back in time.', time, this.time);
    }
    this.time = time;
    for (const view of this.#views.values()) {
      if (view.isCurrent && !view.isWrong) {
        const members = new Map(view.members);
        view.kept = view.token === undefined ? view.kept : { token: view.token, members };
        this.snapshots.push({ time, target: view.target, members });
      }
    }
  }

  #view(id: number): View {
    const view = this.#views.get(id);
    if (!view) {
      throw new Difference('A message is about a target that is not listened to.', id, [
        ...this.#views.keys(),
      ]);
    }
    return view;
  }
}

/** The documents that belong to a target in a state of the database. */
export function membersOf(target: Target, state: State): Document[] {
  return target.kind === 'query'
    ? results(target.query, state, root)
    : target.paths.flatMap((path) => state.get(path) ?? []);
}
