/** The methods that run queries. */
import { z } from 'zod';
import { aggregate, aggregatedFields, aggregationSchema } from '../query/aggregate.ts';
import { withDistance } from '../query/nearest.ts';
import type { Query } from '../query/query.ts';
import { runQuery as runOnView } from '../query/run.ts';
import { decodeQuery, structuredQuerySchema } from '../query/structured-query.ts';
import { unimplemented } from '../status.ts';
import type { StoredDocument } from '../store/document.ts';
import { formatMicros } from '../values/timestamp.ts';
import { encodeFields } from '../values/wire.ts';
import { defineMethod } from './method.ts';
import { projectDocument } from './projection.ts';
import { consistencySchema, type Read, withRead } from './reads.ts';
import type { RequestContext } from './server-state.ts';

export const runQuery = defineMethod({
  streaming: true,
  schema: z.object({
    parent: z.string(),
    structuredQuery: structuredQuerySchema,
    explainOptions: z.unknown().optional(),
    ...consistencySchema,
  }),
  within: (request) => request.parent,
  run: (context, request) =>
    withRead(context, request, async (read) => {
      refuseExplain(request.explainOptions);
      const query = decodeQuery(request.parent, request.structuredQuery);
      context.access.checkList(query, request.structuredQuery);
      context.indexes?.check(query);
      const documents = await lockAndRun(context, read, query);
      context.usage.countReads(documents);
      const readTime = formatMicros(read.time());
      const messages: object[] = documents.map((document) => ({
        document: projectDocument(withDistance(query.nearest, document), query.select),
        readTime,
      }));
      if (messages.length === 0) {
        messages.push({ readTime });
      }
      return read.begun ? [{ transaction: read.begun, readTime }, ...messages] : messages;
    }),
});

export const runAggregationQuery = defineMethod({
  streaming: true,
  schema: z.object({
    parent: z.string(),
    structuredAggregationQuery: z.object({
      structuredQuery: structuredQuerySchema,
      aggregations: z.array(aggregationSchema).min(1).max(5),
    }),
    explainOptions: z.unknown().optional(),
    ...consistencySchema,
  }),
  within: (request) => request.parent,
  run: (context, request) =>
    withRead(context, request, async (read) => {
      refuseExplain(request.explainOptions);
      const { structuredQuery, aggregations } = request.structuredAggregationQuery;
      const query = decodeQuery(request.parent, structuredQuery);
      context.access.checkList(query, structuredQuery);
      context.indexes?.check(query, aggregatedFields(aggregations));
      const documents = await lockAndRun(context, read, query);
      const aggregateFields = encodeFields(aggregate(aggregations, documents));
      return [
        {
          result: { aggregateFields },
          readTime: formatMicros(read.time()),
          ...(read.begun ? { transaction: read.begun } : {}),
        },
      ];
    }),
});

/** The results of a query; in a read-write transaction they are locked first. */
export async function lockAndRun(
  context: RequestContext,
  read: Read,
  query: Query,
): Promise<StoredDocument[]> {
  return read.transaction?.kind === 'readWrite'
    ? await context.transactions.runLocked(read.transaction, query, read.view)
    : runOnView(query, read.view);
}

function refuseExplain(explainOptions: unknown): void {
  if (explainOptions !== undefined) {
    throw unimplemented('Query explain');
  }
}
