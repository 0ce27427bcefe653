/** Runs a query on a view of the database. */
import type { StoredDocument } from '../store/document.ts';
import type { ReadView } from '../store/read-view.ts';
import { type Candidates, candidatesFor } from './candidates.ts';
import { matchesQuery } from './match.ts';
import { nearestOf } from './nearest.ts';
import { compareDocuments } from './order.ts';
import type { Query } from './query.ts';

/** The results in order, after offset and limit. Projections are left to whoever encodes them. */
export function runQuery(query: Query, view: ReadView): StoredDocument[] {
  return query.nearest
    ? nearestOf(query.nearest, runQuery({ ...query, nearest: undefined, limit: undefined }, view))
    : runPlain(query, view);
}

function runPlain(query: Query, view: ReadView): StoredDocument[] {
  const { documents, ordered } = candidatesIn(query, view);
  const enough = query.limit === undefined ? Number.POSITIVE_INFINITY : query.offset + query.limit;
  const matching: StoredDocument[] = [];
  for (const document of documents) {
    if (ordered && matching.length >= enough) {
      break;
    }
    if (matchesQuery(query, document)) {
      matching.push(document);
    }
  }
  if (!ordered) {
    matching.sort((a, b) => compareDocuments(a, b, query.orderBy));
  }
  return matching.slice(query.offset, enough);
}

/** A view of the past is the present with the documents that changed since exchanged. */
function candidatesIn(query: Query, view: ReadView): Candidates {
  const present = candidatesFor(query, view.table);
  if (view.overlay.size === 0) {
    return present;
  }
  const unchanged = Array.from(present.documents).filter(({ name }) => !view.overlay.has(name));
  const earlier = [...view.overlay.values()].filter((document) => document !== undefined);
  return { documents: [...unchanged, ...earlier], ordered: false };
}
