/** The methods that change documents, and the one way in which all transports commit. */
import { z } from 'zod';
import { checkBatch } from '../commit/limits.ts';
import type { CommitPlan } from '../commit/plan.ts';
import { decodeWrite, type Write, wireWrite } from '../commit/write.ts';
import { grpcCode, invalidArgument, toStatusError } from '../status.ts';
import { newLockHolder } from '../transactions/lock-table.ts';
import { formatMicros } from '../values/timestamp.ts';
import { encodeValue, type JsonObject } from '../values/wire.ts';
import { defineMethod } from './method.ts';
import { beginTransaction, transactionOptions } from './reads.ts';
import type { RequestContext } from './server-state.ts';

/** Commits writes, all or none, in a transaction or outside of any. Waits for documents that others have locked. */
export async function commitWrites(
  context: RequestContext,
  writes: readonly Write[],
  transactionId?: string,
): Promise<CommitPlan> {
  return transactionId
    ? await commitTransaction(context, writes, transactionId)
    : await commitAlone(context, writes);
}

async function commitTransaction(
  context: RequestContext,
  writes: readonly Write[],
  transactionId: string,
): Promise<CommitPlan> {
  const { transactions, database } = context;
  const transaction = transactions.get(transactionId);
  try {
    if (transaction.kind === 'readOnly' && writes.length > 0) {
      throw invalidArgument('Cannot modify entities in a read-only transaction.');
    }
    if (transaction.kind === 'readWrite') {
      refuseUnauthorized(context, writes);
      await transactions.locks.acquire(transaction.holder, names(writes), 'write');
    }
    transactions.checkQueries(transaction, database.present());
    return commitNow(context, writes);
  } finally {
    transactions.end(transactionId);
  }
}

async function commitAlone(context: RequestContext, writes: readonly Write[]): Promise<CommitPlan> {
  const { locks } = context.transactions;
  if (locks.idle) {
    return commitNow(context, writes);
  }
  refuseUnauthorized(context, writes);
  const holder = newLockHolder();
  try {
    await locks.acquire(holder, names(writes), 'write');
    return commitNow(context, writes);
  } finally {
    locks.release(holder);
  }
}

/** Whoever may not write must not keep others waiting: the rules are asked before any lock, and again at the commit. */
function refuseUnauthorized({ database, access }: RequestContext, writes: readonly Write[]): void {
  if (access.caller.kind === 'owner') {
    return;
  }
  let plan: CommitPlan;
  try {
    plan = database.plan(writes);
  } catch {
    // What cannot be planned now may be possible once the locks are held.
    return;
  }
  access.checkCommit(plan);
}

function commitNow({ database, access, usage }: RequestContext, writes: readonly Write[]): CommitPlan {
  const plan = database.commit(writes, access.caller, (planned) => access.checkCommit(planned));
  usage.countWrites(plan.changes);
  return plan;
}

function names(writes: readonly Write[]): string[] {
  return writes.map(({ name }) => name);
}

/** The results of a commit in proto3 JSON, one per write. */
export function encodeResults(plan: CommitPlan): JsonObject[] {
  return plan.results.map(({ updateTime, transformResults }) => ({
    ...(updateTime === undefined ? {} : { updateTime: formatMicros(updateTime) }),
    ...(transformResults.length === 0 ? {} : { transformResults: transformResults.map(encodeValue) }),
  }));
}

export const commit = defineMethod({
  schema: z.object({
    database: z.string(),
    writes: z.array(wireWrite).default([]),
    transaction: z.string().optional(),
  }),
  within: (request) => request.database,
  async run(context, request) {
    const writes = request.writes.map((write) => decodeWrite(write, context.database.name));
    const plan = await commitWrites(context, writes, request.transaction);
    return [{ writeResults: encodeResults(plan), commitTime: formatMicros(plan.time) }];
  },
});

export const batchWrite = defineMethod({
  schema: z.object({ database: z.string(), writes: z.array(wireWrite).default([]) }),
  within: (request) => request.database,
  async run(context, request) {
    checkBatch(request.writes.length);
    const writes = request.writes.map((write) => decodeWrite(write, context.database.name));
    if (new Set(names(writes)).size < writes.length) {
      throw invalidArgument('A batch write may name each document once.');
    }
    const outcomes = await Promise.all(writes.map((write) => commitOne(context, write)));
    return [
      {
        writeResults: outcomes.map(({ result }) => result),
        status: outcomes.map(({ status }) => status),
      },
    ];
  },
});

async function commitOne(context: RequestContext, write: Write) {
  try {
    const [result] = encodeResults(await commitWrites(context, [write]));
    return { result: result ?? {}, status: { code: 0 } };
  } catch (error) {
    const { status, message } = toStatusError(error);
    return { result: {}, status: { code: grpcCode(status), message } };
  }
}

export const begin = defineMethod({
  schema: z.object({ database: z.string(), options: transactionOptions.optional() }),
  within: (request) => request.database,
  run: (context, request) => [{ transaction: beginTransaction(context, request.options).id }],
});

export const rollback = defineMethod({
  schema: z.object({ database: z.string(), transaction: z.string() }),
  within: (request) => request.database,
  run(context, request) {
    context.transactions.rollback(request.transaction);
    return [{}];
  },
});
