/** The methods that enumerate: documents of a collection page by page, and collections below a document. */
import { z } from 'zod';
import { compareIds, parseParentName } from '../paths.ts';
import { documentIdOrder, type Query } from '../query/query.ts';
import { runQuery } from '../query/run.ts';
import { structuredQuerySchema } from '../query/structured-query.ts';
import { invalidArgument, unimplemented } from '../status.ts';
import type { DocumentTable } from '../store/document-table.ts';
import { maskSchema } from './documents.ts';
import { defineMethod } from './method.ts';
import { projectDocument } from './projection.ts';
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
      context.access.checkList(query, collectionWire(request.collectionId));
      const documents = new Map(
        runQuery(query, read.view).map((document) => [document.segments.at(-1), document]),
      );
      const missing = request.showMissing ? missingIds(context.database.present().table, query) : [];
      const ids = [...new Set([...documents.keys(), ...missing])]
        .filter((id) => id !== undefined)
        .sort(compareIds);
      const { page, nextPageToken } = pageOf(ids, request.pageSize, request.pageToken);
      context.usage.countReads(page.flatMap((id) => documents.get(id) ?? []));
      return [
        {
          documents: page.map((id) => {
            const document = documents.get(id);
            return document
              ? projectDocument(document, request.mask)
              : { name: `${request.parent}/${request.collectionId}/${id}` };
          }),
          ...(nextPageToken ? { nextPageToken } : {}),
        },
      ];
    }),
});

export const listCollectionIds = defineMethod({
  schema: z.object({ parent: z.string(), ...pageSchema }),
  within: (request) => request.parent,
  run(context, request) {
    context.access.checkOwner('Listing collections');
    const { segments } = parseParentName(request.parent);
    const ids = new Set<string>();
    for (const path of context.database.present().table.collectionPaths()) {
      const inside = path.split('/');
      const id = inside[segments.length];
      if (id !== undefined && segments.every((segment, index) => inside[index] === segment)) {
        ids.add(id);
      }
    }
    const { page, nextPageToken } = pageOf([...ids].sort(compareIds), request.pageSize, request.pageToken);
    return [{ collectionIds: page, ...(nextPageToken ? { nextPageToken } : {}) }];
  },
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
      const [from] = request.structuredQuery.from;
      if (!from?.allDescendants) {
        throw invalidArgument('Only collection group queries can be partitioned.');
      }
      const { segments } = parseParentName(request.parent);
      const names = runQuery(
        { ...collectionQuery(segments, from.collectionId), allDescendants: true },
        read.view,
      ).map(({ name }) => name);
      return [{ partitions: splitPoints(names, request.partitionCount).map(partitionCursor) }];
    }),
});

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
    select: undefined,
  };
}

function collectionWire(collectionId: string) {
  return structuredQuerySchema.parse({ from: [{ collectionId }] });
}

/** Ids under which there is no document, but collections with documents below. */
function missingIds(table: DocumentTable, { parent, collectionId }: Query): string[] {
  const prefix = [...parent, collectionId].join('/');
  const ids = new Set<string>();
  for (const path of table.collectionPaths()) {
    const id = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1).split('/')[0] : undefined;
    if (id) {
      ids.add(id);
    }
  }
  return [...ids];
}

/** Page tokens are the last id of the page before, so deleting while listing skips nothing. */
function pageOf(ids: readonly string[], pageSize: number, pageToken: string) {
  const after = Buffer.from(pageToken, 'base64').toString();
  const rest = pageToken ? ids.filter((id) => compareIds(id, after) > 0) : ids;
  const page = rest.slice(0, pageSize || defaultPage);
  const last = page.at(-1);
  const nextPageToken = page.length < rest.length && last ? Buffer.from(last).toString('base64') : undefined;
  return { page, nextPageToken };
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
