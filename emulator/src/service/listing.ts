/** The methods that enumerate: documents of a collection page by page, and collections below a document. */
import { z } from 'zod';
import { compareIds, compareNames, parseParentName } from '../paths.ts';
import { documentIdOrder, type Query } from '../query/query.ts';
import { runQuery } from '../query/run.ts';
import { decodeQuery, structuredQuerySchema } from '../query/structured-query.ts';
import { invalidArgument, unimplemented } from '../status.ts';
import { collectionPathOf } from '../store/document.ts';
import type { ReadView } from '../store/read-view.ts';
import { documentIdField } from '../values/field-path.ts';
import { maskSchema } from './documents.ts';
import { defineMethod } from './method.ts';
import { projectDocument } from './projection.ts';
import { lockAndRun } from './queries.ts';
import { consistencySchema, withRead } from './reads.ts';

const defaultPage = 100;
const pageSchema = { pageSize: z.int().nonnegative().default(0), pageToken: z.string().default('') };

export const listDocuments = defineMethod({
  schema: z.object({
    parent: z.string(),
    collectionId: z.string(),
    orderBy: z.string().default(''),
    mask: maskSchema.optional(),
    showMissing: z.boolean().default(false),
    ...pageSchema,
    ...consistencySchema,
  }),
  within: (request) => request.parent,
  run: (context, request) =>
    withRead(context, request, async (read) => {
      if (request.orderBy) {
        throw unimplemented('ListDocuments with orderBy');
      }
      const query = collectionQuery(parseParentName(request.parent).segments, request.collectionId);
      const limit = request.pageSize || undefined;
      context.access.checkList({ ...query, limit }, collectionWire(request.collectionId));
      const after = lastOfPageBefore(request.pageToken);
      const collectionName = `${request.parent}/${request.collectionId}`;
      const pageQuery: Query = {
        ...query,
        // One more than the page holds tells whether there is another.
        limit: (limit ?? defaultPage) + 1,
        startAt:
          after === undefined
            ? undefined
            : { values: [{ kind: 'reference', value: `${collectionName}/${after}` }], before: false },
      };
      const documents = new Map(
        (await lockAndRun(context, read, pageQuery)).map((document) => [document.segments.at(-1), document]),
      );
      const missing = request.showMissing ? missingIds(read.view, query) : [];
      const ids = [...new Set([...documents.keys(), ...missing])].filter((id) => id !== undefined);
      const { page, nextPageToken } = pageOf(ids.sort(compareIds), request);
      context.usage.countReads(page.flatMap((id) => documents.get(id) ?? []));
      return [
        {
          documents: page.map((id) => {
            const document = documents.get(id);
            return document ? projectDocument(document, request.mask) : { name: `${collectionName}/${id}` };
          }),
          ...nextPageToken,
        },
      ];
    }),
});

export const listCollectionIds = defineMethod({
  schema: z.object({ parent: z.string(), ...pageSchema, readTime: z.string().optional() }),
  within: (request) => request.parent,
  run: (context, request) =>
    withRead(context, { readTime: request.readTime }, async (read) => {
      context.access.checkOwner('Listing collections');
      const { segments } = parseParentName(request.parent);
      const ids = new Set<string>();
      for (const path of collectionPathsIn(read.view)) {
        const inside = path.split('/');
        const id = inside[segments.length];
        if (id !== undefined && segments.every((segment, index) => inside[index] === segment)) {
          ids.add(id);
        }
      }
      const { page, nextPageToken } = pageOf([...ids].sort(compareIds), request);
      return [{ collectionIds: page, ...nextPageToken }];
    }),
});

export const partitionQuery = defineMethod({
  schema: z.object({
    parent: z.string(),
    structuredQuery: structuredQuerySchema,
    partitionCount: z.coerce.number().int().positive(),
    ...pageSchema,
    readTime: z.string().optional(),
  }),
  within: (request) => request.parent,
  run: (context, request) =>
    withRead(context, { readTime: request.readTime }, async (read) => {
      context.access.checkOwner('Partitioning a query');
      const query = decodeQuery(request.parent, request.structuredQuery);
      checkPartitionable(query);
      const names = runQuery(query, read.view).map(({ name }) => name);
      const points = splitPoints(names, request.partitionCount);
      const { page, nextPageToken } = pageOf(points, request, compareNames);
      return [{ partitions: page.map(partitionCursor), ...nextPageToken }];
    }),
});

/** Throws INVALID_ARGUMENT for a query that is more than all documents of a collection group. */
function checkPartitionable(query: Query): void {
  const [order, ...more] = query.orderBy;
  const byName = order?.path[0] === documentIdField && !order.descending && more.length === 0;
  const whole =
    query.where === undefined &&
    query.limit === undefined &&
    query.offset === 0 &&
    query.startAt === undefined &&
    query.endAt === undefined;
  if (query.collectionId === undefined || !query.allDescendants || !byName || !whole) {
    throw invalidArgument(
      'Only queries of a whole collection group, ordered by nothing but __name__, can be partitioned.',
    );
  }
}

function collectionQuery(parent: readonly string[], collectionId: string): Query {
  return {
    parent,
    collectionId: collectionId || undefined,
    allDescendants: false,
    where: undefined,
    orderBy: [documentIdOrder],
    startAt: undefined,
    endAt: undefined,
    offset: 0,
    limit: undefined,
    nearest: undefined,
    select: undefined,
  };
}

function collectionWire(collectionId: string) {
  return structuredQuerySchema.parse({ from: [{ collectionId }] });
}

/** Ids under which there is no document, but collections with documents below. */
function missingIds(view: ReadView, { parent, collectionId }: Query): string[] {
  const prefix = [...parent, collectionId].join('/');
  const ids = new Set<string>();
  for (const path of collectionPathsIn(view)) {
    const id = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1).split('/')[0] : undefined;
    if (id) {
      ids.add(id);
    }
  }
  return [...ids];
}

/** The paths of all collections that hold a document in the view. */
function collectionPathsIn({ table, overlay }: ReadView): Iterable<string> {
  if (overlay.size === 0) {
    return table.collectionPaths();
  }
  const unchanged = Iterator.from(table.everything().documents()).filter(({ name }) => !overlay.has(name));
  const earlier = [...overlay.values()].filter((document) => document !== undefined);
  return new Set([...unchanged, ...earlier].map(({ segments }) => collectionPathOf(segments)));
}

interface PageRequest {
  readonly pageSize: number;
  readonly pageToken: string;
}

/** Page tokens are the last entry of the page before, so deleting while listing skips nothing. */
function lastOfPageBefore(pageToken: string): string | undefined {
  return pageToken ? Buffer.from(pageToken, 'base64').toString() : undefined;
}

/** A page of entries in order, and the token of the next one if there is any. */
function pageOf(entries: readonly string[], { pageSize, pageToken }: PageRequest, compare = compareIds) {
  const after = lastOfPageBefore(pageToken);
  const rest = after === undefined ? entries : entries.filter((entry) => compare(entry, after) > 0);
  const page = rest.slice(0, pageSize || defaultPage);
  const last = page.at(-1);
  const more = page.length < rest.length && last !== undefined;
  return { page, nextPageToken: more ? { nextPageToken: Buffer.from(last).toString('base64') } : {} };
}

/** Up to `count` names that cut the list into parts of about the same length. */
function splitPoints(names: readonly string[], count: number): string[] {
  const positions = Array.from({ length: count }, (_, part) =>
    Math.floor(((part + 1) * names.length) / (count + 1)),
  );
  return [...new Set(positions)].flatMap((position) => (position > 0 ? (names[position] ?? []) : []));
}

function partitionCursor(name: string) {
  return { values: [{ referenceValue: name }], before: true };
}
