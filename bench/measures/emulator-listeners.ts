/** How soon many listeners of the embedded Firestore learn of a write. */
import { setTimeout as pause } from 'node:timers/promises';
import { commitFrame, type Connection, connectTo, DATABASE, requestFrame } from './emulator-client.ts';
import { startEmulator } from './emulator-process.ts';
import { formatMs, type Measure, percentile } from './measure.ts';
import { timeRow } from './runs.ts';

const CONNECTIONS = 20;
const STREAMS_EACH = 10;
const LISTENERS = CONNECTIONS * STREAMS_EACH;
const WRITES = 60;
const WARM_UP = 20;
const BETWEEN_MS = 40;
const BUDGET_MS = 20;

/** Half of the listeners listen to the document that is written, the others to a query that has it. */
const documentTarget = { documents: { documents: [`${DATABASE}/documents/jobs/job-1`] } };
const queryTarget = {
  query: {
    parent: `${DATABASE}/documents`,
    structuredQuery: {
      from: [{ collectionId: 'jobs' }],
      where: {
        fieldFilter: { field: { fieldPath: 'status' }, op: 'EQUAL', value: { stringValue: 'processing' } },
      },
    },
  },
};

/** What tells a version of the document from the others, wherever it is encoded. */
const markOf = (write: number) => `mark-${String(write).padStart(6, '0')}`;

export async function measureListeners(): Promise<Measure[]> {
  const emulator = await startEmulator(null);
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connectTo(emulator.port)));
  const writer = await connectTo(emulator.port);
  try {
    const arrivals = new Arrivals();
    connections.forEach((connection, index) => {
      for (let stream = 0; stream < STREAMS_EACH; stream++) {
        listen(connection, index % 2 === 0 ? documentTarget : queryTarget, arrivals);
      }
    });
    const delays: number[] = [];
    const slowest: number[] = [];
    for (let write = 0; write < WARM_UP + WRITES; write++) {
      const all = arrivals.expect(markOf(write));
      const begun = performance.now();
      await writer.call('Commit', frameOf(write));
      const own = (await all).map((time) => time - begun);
      if (write >= WARM_UP) {
        delays.push(...own);
        slowest.push(Math.max(...own));
      }
      await pause(BETWEEN_MS);
    }
    const p95 = formatMs(percentile(delays, 0.95));
    const last = formatMs(percentile(slowest, 0.5));
    return [
      timeRow(
        `embedded Firestore: a write told to ${LISTENERS} listeners over gRPC, p50 of ${delays.length} (p95 ${p95}; the last of ${LISTENERS}: p50 ${last})`,
        percentile(delays, 0.5),
        BUDGET_MS,
      ),
    ];
  } finally {
    await Promise.all([writer, ...connections].map((connection) => connection.close()));
    await emulator.stop();
  }
}

function frameOf(write: number): Buffer {
  return commitFrame('jobs/job-1', {
    mark: { stringValue: markOf(write) },
    status: { stringValue: 'processing' },
    pages: { integerValue: String(write) },
    tags: { arrayValue: { values: ['a', 'b', 'c'].map((stringValue) => ({ stringValue })) } },
  });
}

/** When a mark has come to each listener. */
class Arrivals {
  #mark = '';
  #times: number[] = [];
  #all = Promise.withResolvers<number[]>();

  /** Resolves with the time at which each listener had the mark. */
  async expect(mark: string): Promise<number[]> {
    this.#mark = mark;
    this.#times = [];
    this.#all = Promise.withResolvers<number[]>();
    return await this.#all.promise;
  }

  /** Takes what has come to one listener. */
  take(chunk: Buffer): void {
    if (!chunk.includes(this.#mark)) return;
    this.#times.push(performance.now());
    if (this.#times.length === LISTENERS) this.#all.resolve(this.#times);
  }
}

function listen(connection: Connection, target: object, arrivals: Arrivals): void {
  const stream = connection.open('Listen');
  stream.on('error', () => {});
  stream.on('data', (chunk: Buffer) => arrivals.take(chunk));
  stream.write(requestFrame('Listen', { database: DATABASE, addTarget: { targetId: 2, ...target } }));
}
