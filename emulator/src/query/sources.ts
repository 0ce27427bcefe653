/**
 * What the indexes of a collection say of a filter: a list of documents that contains all which satisfy it, and how long
 * that list is. The caller filters.
 */
import type { StoredDocument } from '../store/document.ts';
import type { DocumentSet } from '../store/document-table.ts';
import { documentIdField, type FieldPath } from '../values/field-path.ts';
import type { Value } from '../values/value.ts';
import type { FieldFilter, Filter } from './query.ts';

export interface Source {
  /** How many documents there are, those in several lists counted several times. */
  readonly count: number;
  /** Whether they come in order of their names. */
  readonly byName: boolean;
  /** Each document once, from the last to the first if `backwards`. */
  read(backwards: boolean): Iterable<StoredDocument>;
}

/** So few documents that looking for fewer, perhaps building an index for it, is not worth it. */
const few = 64;

/** The shortest list for a filter; undefined when the indexes say nothing of it. */
export function sourceFor(filter: Filter, set: DocumentSet): Source | undefined {
  switch (filter.kind) {
    case 'field':
      return sourceForField(filter, set);
    case 'and':
      return shortest(filter.filters, set);
    case 'or': {
      const sources = filter.filters.map((each) => sourceFor(each, set) ?? sourceForRange(each, set));
      return sources.every((source) => source !== undefined) ? union(sources) : undefined;
    }
  }
}

/** Names first: they need no index. */
function shortest(filters: readonly Filter[], set: DocumentSet): Source | undefined {
  const namesFirst = filters.toSorted((a, b) => Number(isByName(b)) - Number(isByName(a)));
  let best: Source | undefined;
  for (const filter of namesFirst) {
    const source = sourceFor(filter, set);
    best = source && (!best || source.count < best.count) ? source : best;
    if (best && best.count <= few) {
      return best;
    }
  }
  return best;
}

function sourceForField({ path, op, value }: FieldFilter, set: DocumentSet): Source | undefined {
  switch (op) {
    case 'EQUAL':
      return path[0] === documentIdField ? named(set, [value]) : equal(set, path, value);
    case 'IN':
      return path[0] === documentIdField
        ? named(set, elementsOf(value))
        : union(elementsOf(value).map((each) => equal(set, path, each)));
    case 'ARRAY_CONTAINS':
      return containing(set, path, value);
    case 'ARRAY_CONTAINS_ANY':
      return union(elementsOf(value).map((each) => containing(set, path, each)));
    case 'NOT_EQUAL':
    case 'NOT_IN':
    case 'LESS_THAN':
    case 'LESS_THAN_OR_EQUAL':
    case 'GREATER_THAN':
    case 'GREATER_THAN_OR_EQUAL':
      return undefined;
  }
}

/** A range, for one alternative of several; alone it is rather followed in its order. */
function sourceForRange(filter: Filter, set: DocumentSet): Source | undefined {
  if (filter.kind !== 'field') {
    return undefined;
  }
  const { path, op, value } = filter;
  if (op === 'LESS_THAN' || op === 'LESS_THAN_OR_EQUAL') {
    const index = set.indexBy(path);
    return range(index.entries(), 0, index.position(value, op === 'LESS_THAN_OR_EQUAL'), false);
  }
  if (op === 'GREATER_THAN' || op === 'GREATER_THAN_OR_EQUAL') {
    const index = set.indexBy(path);
    const entries = index.entries();
    return range(entries, index.position(value, op === 'GREATER_THAN'), entries.length, false);
  }
  return undefined;
}

function equal(set: DocumentSet, path: FieldPath, value: Value): Source {
  const index = set.indexBy(path);
  // Within one value an index is in order of names.
  return range(index.entries(), index.position(value, false), index.position(value, true), true);
}

function range(entries: readonly StoredDocument[], from: number, to: number, byName: boolean): Source {
  return {
    count: Math.max(0, to - from),
    byName,
    read: (backwards) => walk(entries, from, to, backwards),
  };
}

function containing(set: DocumentSet, path: FieldPath, element: Value): Source {
  const found = set.elementsOf(path).find(element);
  return { count: found.size, byName: false, read: () => found.values() };
}

function named(set: DocumentSet, names: readonly Value[]): Source {
  const found = new Set(
    names.flatMap((name) => (name.kind === 'reference' ? (set.get(name.value) ?? []) : [])),
  );
  return { count: found.size, byName: false, read: () => found };
}

function union(sources: readonly Source[]): Source {
  const [first, ...more] = sources;
  return first && more.length === 0
    ? first
    : {
        count: sources.reduce((sum, { count }) => sum + count, 0),
        byName: false,
        read: () => new Set(sources.flatMap((source) => [...source.read(false)])),
      };
}

/** The entries of a list from one position to before another, or the same backwards. */
export function* walk(
  entries: readonly StoredDocument[],
  from: number,
  to: number,
  backwards: boolean,
): Generator<StoredDocument> {
  for (let step = 0; step < to - from; step += 1) {
    const entry = entries[backwards ? to - 1 - step : from + step];
    if (entry) {
      yield entry;
    }
  }
}

function elementsOf(list: Value): readonly Value[] {
  return list.kind === 'array' ? list.values : [];
}

function isByName(filter: Filter): boolean {
  return filter.kind === 'field' && filter.path[0] === documentIdField;
}
