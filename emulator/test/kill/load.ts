/** Clients that write in every way there is, as fast as they are answered, until the emulator is gone. */
import { status } from '@grpc/grpc-js';
import { z } from 'zod';
import type { JsonObject } from '../../src/values/wire.ts';
import { accounts, type Ledger, numberIn, startingBalance, together } from './ledger.ts';
import { database, RawClient, root } from './raw-client.ts';

const batchSize = 10;
export const lanes = 5;

const transactionSchema = z.object({ transaction: z.string() });
const foundSchema = z.object({
  found: z.object({ name: z.string(), fields: z.record(z.string(), z.unknown()) }),
});
const batchSchema = z.object({ status: z.array(z.object({ code: z.number().default(0) })) });

/** Numbers in [0, 1). */
export type Random = () => number;

/** Puts there what the clients work on. */
export async function prepare(port: number): Promise<void> {
  const client = new RawClient(port);
  const balances = Array.from({ length: accounts }, (_, account) =>
    put(`accounts/${account}`, { n: startingBalance }),
  );
  await client.call('Commit', { database, writes: [...balances, put('counters/shared', { n: 0 })] });
  client.close();
}

/** Works as one client until `stopped` or until there is no answer any more. Rejects when an answer is wrong. */
export async function work(
  port: number,
  id: number,
  ledger: Ledger,
  random: Random,
  stopped: () => boolean,
): Promise<void> {
  const client = new RawClient(port);
  const operations = [writeOne, writeTogether, transfer, increment, writeBatch, deleteOne, readTogether];
  try {
    while (!stopped()) {
      const operation = operations[Math.floor(random() * operations.length)] ?? writeOne;
      await operation({ client, id, ledger, random });
    }
  } catch (error) {
    if (!stopped() || !isLost(error)) {
      throw error;
    }
  } finally {
    client.close();
  }
}

interface Worker {
  readonly client: RawClient;
  readonly id: number;
  readonly ledger: Ledger;
  readonly random: Random;
}

async function writeOne({ client, id, ledger }: Worker): Promise<void> {
  const path = `single/${id}`;
  const n = ledger.countOf(path) + 1;
  await client.call('Commit', { database, writes: [put(path, { n })] });
  ledger.counted(path, n, 1);
}

async function writeTogether({ client, id, ledger }: Worker): Promise<void> {
  const paths = Array.from({ length: together }, (_, index) => `together/${id}-${index}`);
  const n = ledger.countOf(`together/${id}-0`) + 1;
  await client.call('Commit', { database, writes: paths.map((path) => put(path, { n, lane: id })) });
  for (const path of paths) {
    ledger.counted(path, n, 1);
  }
}

/** What one commit has written is seen together, or not at all. */
async function readTogether({ client, id }: Worker): Promise<void> {
  const seen = await client.query({
    from: [{ collectionId: 'together' }],
    where: isEqual('lane', id),
  });
  if (new Set(seen.map((document) => numberIn(document, 'n'))).size > 1) {
    throw new Error(`A half commit was seen: ${JSON.stringify(seen)}`);
  }
}

/** Moves money in a transaction, with a receipt. Others move it as well, so this may be refused. */
async function transfer({ client, id, ledger, random }: Worker): Promise<void> {
  const from = Math.floor(random() * accounts);
  const to = (from + 1 + Math.floor(random() * (accounts - 1))) % accounts;
  const receipt = `transfers/${id}-${Math.floor(random() * 2 ** 40)}`;
  try {
    const { transaction } = transactionSchema.parse(
      await client.call('BeginTransaction', { database, options: { readWrite: {} } }),
    );
    const names = [from, to].map((account) => `${root}/accounts/${account}`);
    const answers = await client.stream('BatchGetDocuments', { database, documents: names, transaction });
    const balances = new Map(
      answers.flatMap((answer) => {
        const read = foundSchema.safeParse(answer);
        return read.success ? [[read.data.found.name, numberIn(read.data.found, 'n')]] : [];
      }),
    );
    const balanceOf = (account: number) => balances.get(`${root}/accounts/${account}`) ?? Number.NaN;
    const amount = 1 + Math.floor(random() * 5);
    await client.call('Commit', {
      database,
      transaction,
      writes: [
        put(`accounts/${from}`, { n: balanceOf(from) - amount }),
        put(`accounts/${to}`, { n: balanceOf(to) + amount }),
        create(receipt, { amount, from: String(from), to: String(to) }),
      ],
    });
    ledger.created(receipt);
  } catch (error) {
    if (codeOf(error) !== status.ABORTED) {
      throw error;
    }
  }
}

async function increment({ client, id, ledger, random }: Worker): Promise<void> {
  const receipt = `increments/${id}-${Math.floor(random() * 2 ** 40)}`;
  const counter = {
    update: { name: `${root}/counters/shared` },
    updateMask: { fieldPaths: [] },
    updateTransforms: [{ fieldPath: 'n', increment: { integerValue: '1' } }],
  };
  await client.call('Commit', { database, writes: [counter, create(receipt, {})] });
  ledger.created(receipt);
}

async function writeBatch({ client, id, ledger, random }: Worker): Promise<void> {
  const paths = Array.from({ length: batchSize }, () => `batch/${id}-${Math.floor(random() * 2 ** 40)}`);
  const writes = paths.map((path, n) => create(path, { n, lane: n % lanes }));
  const answer = batchSchema.parse(await client.call('BatchWrite', { database, writes }));
  for (const [index, path] of paths.entries()) {
    if (answer.status[index]?.code === 0) {
      ledger.created(path);
    }
  }
}

async function deleteOne({ client, id, ledger }: Worker): Promise<void> {
  const path = ledger.anyPresent(`batch/${id}-`);
  if (path !== undefined) {
    ledger.deleting(path);
    await client.call('Commit', { database, writes: [{ delete: `${root}/${path}` }] });
    ledger.deleted(path);
  }
}

/** A filter for one whole number. */
export function isEqual(field: string, value: number): JsonObject {
  return {
    fieldFilter: { field: { fieldPath: field }, op: 'EQUAL', value: { integerValue: String(value) } },
  };
}

function put(path: string, data: Record<string, number | string>): JsonObject {
  const fields = Object.entries(data).map(([field, value]) => [
    field,
    typeof value === 'number' ? { integerValue: String(value) } : { stringValue: value },
  ]);
  return { update: { name: `${root}/${path}`, fields: Object.fromEntries(fields) } };
}

function create(path: string, data: Record<string, number | string>): JsonObject {
  return { ...put(path, data), currentDocument: { exists: false } };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whether there was no answer. */
function isLost(error: unknown): boolean {
  return codeOf(error) === status.UNAVAILABLE || codeOf(error) === status.CANCELLED;
}
