/** Where a read looks: the present, a moment of the past, or a transaction, begun by the read itself if it asks so. */
import { z } from 'zod';
import { invalidArgument, StatusError } from '../status.ts';
import type { ReadView } from '../store/read-view.ts';
import type { Transaction } from '../transactions/transactions.ts';
import { type Micros, parseMicros } from '../values/timestamp.ts';
import type { RequestContext } from './server-state.ts';

const transactionOptionsSchema = z.object({
  readOnly: z.object({ readTime: z.string().optional() }).optional(),
  readWrite: z.object({ retryTransaction: z.string().optional() }).optional(),
});

/** The fields of a request that choose what it reads. */
export const consistencySchema = {
  transaction: z.string().optional(),
  newTransaction: transactionOptionsSchema.optional(),
  readTime: z.string().optional(),
};

/** The shape of TransactionOptions. */
export const transactionOptions = transactionOptionsSchema;

interface Consistency {
  readonly transaction?: string | undefined;
  readonly newTransaction?: z.output<typeof transactionOptionsSchema> | undefined;
  readonly readTime?: string | undefined;
}

/** A read about to happen. */
export interface Read {
  readonly view: ReadView;
  /** The moment the read shows, once any locks it needs are held. */
  readonly time: () => Micros;
  readonly transaction: Transaction | undefined;
  /** The id to tell the client first, when the read began a transaction. */
  readonly begun: string | undefined;
}

/** Begins a transaction. Throws for a moment in the future, or too long ago, like {@link withRead}. */
export function beginTransaction(
  context: RequestContext,
  options: z.output<typeof transactionOptionsSchema> | undefined,
): Transaction {
  if (!options?.readOnly) {
    return context.transactions.beginReadWrite(context.connection, options?.readWrite?.retryTransaction);
  }
  const { readTime } = options.readOnly;
  const shown = readTime ? pastTime(context, readTime) : context.database.readTime;
  context.database.past(shown);
  return context.transactions.beginReadOnly(shown, context.connection);
}

/**
 * Carries out a read. When it fails, a transaction that it began ends again, for the client will never know the id; and
 * one that is aborted ends at once, so that those who wait for its locks need not wait for the client to notice. Throws
 * FAILED_PRECONDITION for a past too long gone, INVALID_ARGUMENT for the future and for an ended transaction.
 */
export async function withRead<Result>(
  context: RequestContext,
  request: Consistency,
  carryOut: (read: Read) => Promise<Result>,
): Promise<Result> {
  const read = openRead(context, request);
  try {
    return await carryOut(read);
  } catch (error) {
    const aborted = error instanceof StatusError && error.status === 'ABORTED';
    if (read.transaction && (read.begun || aborted)) {
      context.transactions.end(read.transaction.id);
    }
    throw error;
  }
}

function openRead(context: RequestContext, request: Consistency): Read {
  const { database, transactions } = context;
  if (request.readTime) {
    return readAt(context, pastTime(context, request.readTime), undefined, undefined);
  }
  const transaction = request.newTransaction
    ? beginTransaction(context, request.newTransaction)
    : request.transaction
      ? transactions.get(request.transaction)
      : undefined;
  const begun = request.newTransaction ? transaction?.id : undefined;
  return transaction?.kind === 'readOnly'
    ? readAt(context, transaction.readTime, transaction, begun)
    : { view: database.present(), time: () => database.readTime, transaction, begun };
}

function readAt(
  context: RequestContext,
  time: Micros,
  transaction: Transaction | undefined,
  begun: string | undefined,
): Read {
  return { view: context.database.past(time), time: () => time, transaction, begun };
}

/** The moment a client asks for. Throws INVALID_ARGUMENT for the future. */
function pastTime({ database }: RequestContext, text: string): Micros {
  const time = parseMicros(text);
  if (time > database.readTime) {
    throw invalidArgument('The read time must not be in the future.');
  }
  return time;
}
