/**
 * What a listener listens to: a set of named documents, or a query. A target knows which documents its client has and
 * says, for each commit, what changes for it.
 */
import { inScope, matchesQuery } from '../query/match.ts';
import { compareDocuments } from '../query/order.ts';
import type { Query } from '../query/query.ts';
import { runQuery } from '../query/run.ts';
import {
  collectionIdOf,
  collectionPathOf,
  type DocumentChange,
  type StoredDocument,
} from '../store/document.ts';
import { type ReadView, readDocument } from '../store/read-view.ts';
import { type Mask, maskOf } from './messages.ts';

/** What becomes of one document in one target. */
export type TargetEffect =
  | { readonly kind: 'in'; readonly document: StoredDocument }
  /** Still exists, but no longer belongs to the target. */
  | { readonly kind: 'out'; readonly document: StoredDocument }
  | { readonly kind: 'gone'; readonly name: string };

export interface Target {
  readonly kind: 'documents' | 'query';
  /** Where the documents lie that can ever belong to it: a change elsewhere is none of its business. */
  readonly reaches: readonly string[];
  /** The fields that its client wants; undefined for all. */
  readonly mask: Mask | undefined;
  /** The documents that belong to the target now. */
  members(): readonly StoredDocument[];
  /** Whether a document at this path can ever belong to the target. */
  covers(name: string, segments: readonly string[]): boolean;
  /** All documents that it covers, perhaps among others. */
  candidates(): Iterable<StoredDocument>;
  /** Follows a commit. */
  apply(changes: readonly DocumentChange[]): TargetEffect[];
  /** Whether membership depends on other documents, as it does in a window of the first n. */
  readonly windowed: boolean;
}

const everywhere = '*';
const reachOfName = (name: string) => `name ${name}`;
const reachOfCollection = (path: string) => `collection ${path}`;
const reachOfGroup = (id: string) => `group ${id}`;

/** The places a changed document lies in; a target is concerned when it has one of them among its own. */
export function reachesOf({ name, segments }: DocumentChange): string[] {
  return [
    reachOfName(name),
    reachOfCollection(collectionPathOf(segments)),
    reachOfGroup(collectionIdOf(segments)),
    everywhere,
  ];
}

/** A target of documents by name; those that do not exist are simply not members. */
export function documentsTarget(names: readonly string[], view: ReadView): Target {
  const wanted = new Set(names);
  const existing = () => [...wanted].flatMap((name) => readDocument(view, name) ?? []);
  return {
    kind: 'documents',
    reaches: [...wanted].map(reachOfName),
    mask: undefined,
    windowed: false,
    members: existing,
    candidates: existing,
    covers: (name) => wanted.has(name),
    apply: (changes) =>
      changes
        .filter(({ name }) => wanted.has(name))
        .map(({ name, after }) => (after ? { kind: 'in', document: after } : { kind: 'gone', name })),
  };
}

/** A target of all results of a query, in `view`, which is live. */
export function queryTarget(query: Query, view: ReadView): Target {
  let members = membersByName(runQuery(query, view));
  const windowed = query.limit !== undefined || query.offset > 0;

  const applyOne = (change: DocumentChange): TargetEffect[] => {
    const belongs = change.after !== undefined && matchesQuery(query, change.after);
    if (belongs && change.after) {
      members.set(change.name, change.after);
      return [{ kind: 'in', document: change.after }];
    }
    return members.delete(change.name) ? [leaving(change.name, change.after)] : [];
  };

  const applyToWindow = (changes: readonly DocumentChange[]): TargetEffect[] => {
    if (!changes.some((change) => touchesWindow(query, members, change))) {
      return [];
    }
    const earlier = members;
    members = membersByName(runQuery(query, view));
    const left = [...earlier.keys()].filter((name) => !members.has(name));
    const entered = [...members.values()].filter((document) => earlier.get(document.name) !== document);
    return [
      ...left.map((name) => leaving(name, readDocument(view, name))),
      ...entered.map((document): TargetEffect => ({ kind: 'in', document })),
    ];
  };

  return {
    kind: 'query',
    reaches: [reachOfQuery(query)],
    mask: maskOf(query.select),
    windowed,
    members: () => [...members.values()],
    candidates: () => documentsInReach(query, view),
    covers: (_name, segments) => inScope(query, segments),
    apply: (changes) => {
      const inReach = changes.filter(({ segments }) => inScope(query, segments));
      return windowed ? applyToWindow(inReach) : inReach.flatMap(applyOne);
    },
  };
}

function reachOfQuery({ parent, collectionId, allDescendants }: Query): string {
  if (collectionId === undefined) {
    return everywhere;
  }
  return allDescendants ? reachOfGroup(collectionId) : reachOfCollection([...parent, collectionId].join('/'));
}

function documentsInReach({ parent, collectionId, allDescendants }: Query, { table }: ReadView) {
  if (collectionId === undefined) {
    return table.everything().documents();
  }
  const set = allDescendants
    ? table.group(collectionId)
    : table.collection([...parent, collectionId].join('/'));
  return set.documents();
}

function leaving(name: string, after: StoredDocument | undefined): TargetEffect {
  return after ? { kind: 'out', document: after } : { kind: 'gone', name };
}

function membersByName(documents: readonly StoredDocument[]): Map<string, StoredDocument> {
  return new Map(documents.map((document) => [document.name, document]));
}

/** Whether a change can alter a window: it is about a member, or about a result that does not sort behind the last. */
function touchesWindow(
  query: Query,
  members: ReadonlyMap<string, StoredDocument>,
  { name, before, after }: DocumentChange,
): boolean {
  if (members.has(name)) {
    return true;
  }
  if (query.offset > 0 && before && matchesQuery(query, before)) {
    return true;
  }
  if (!after || !matchesQuery(query, after)) {
    return false;
  }
  const last = [...members.values()].at(-1);
  return !last || members.size !== query.limit || compareDocuments(after, last, query.orderBy) < 0;
}
