/** How many commits of one document each the embedded Firestore carries out and answers in a second. */
import { commitFrame, type Connection, connectTo } from './emulator-client.ts';
import { startEmulator } from './emulator-process.ts';
import { type Measure, percentile } from './measure.ts';

const CLIENTS = 4;
/** Commits that each client has sent and not been answered. */
const IN_FLIGHT = 16;
const DOCUMENTS = 4_000;
const WARM_UP_MS = 2_000;
const ROUND_MS = 2_000;
const ROUNDS = 5;
const BUDGET = 3_000;

/** @param data where the emulator keeps its data; null: in memory  @param where the same in words */
export async function measureCommits(data: string | null, where: string): Promise<Measure> {
  const emulator = await startEmulator(data);
  const connections = await Promise.all(Array.from({ length: CLIENTS }, () => connectTo(emulator.port)));
  try {
    const frames = Array.from({ length: DOCUMENTS * 2 }, (_, index) => frameOf(index));
    await commitFor(WARM_UP_MS, connections, frames);
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rates.push((await commitFor(ROUND_MS, connections, frames)) / (ROUND_MS / 1000));
    }
    const rate = percentile(rates, 0.5);
    const span = `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`;
    return {
      what: `embedded Firestore: commits of one document over gRPC, ${where}, ${CLIENTS} clients with ${IN_FLIGHT} each on the way (${ROUNDS} rounds: ${span})`,
      figure: `${Math.round(rate)} a second`,
      budget: `≥ ${BUDGET} a second`,
      kept: rate >= BUDGET,
    };
  } finally {
    await Promise.all(connections.map((connection) => connection.close()));
    await emulator.stop();
  }
}

/** Two versions of each document, so that every commit changes something. */
function frameOf(index: number): Buffer {
  return commitFrame(`jobs/job-${String(index % DOCUMENTS).padStart(5, '0')}`, {
    name: { stringValue: `Job ${index}` },
    status: { stringValue: index % 3 === 0 ? 'completed' : 'processing' },
    pages: { integerValue: String(index) },
    share: { doubleValue: index / DOCUMENTS },
    started_at: { timestampValue: '2026-01-01T10:00:00.123456Z' },
    done: { booleanValue: index < DOCUMENTS },
    error: { nullValue: null },
    tags: { arrayValue: { values: ['a', 'b', 'c'].map((stringValue) => ({ stringValue })) } },
    counts: { mapValue: { fields: { read: { integerValue: '12' }, failed: { integerValue: '0' } } } },
  });
}

/** How many commits were answered in so many milliseconds. */
async function commitFor(
  milliseconds: number,
  connections: readonly Connection[],
  frames: readonly Buffer[],
): Promise<number> {
  const end = performance.now() + milliseconds;
  let sent = 0;
  let answered = 0;
  const lane = async (connection: Connection) => {
    while (performance.now() < end) {
      const frame = frames[sent++ % frames.length];
      if (frame) await connection.call('Commit', frame);
      if (performance.now() < end) answered++;
    }
  };
  await Promise.all(
    connections.flatMap((connection) =>
      Array.from({ length: IN_FLIGHT }, async () => await lane(connection)),
    ),
  );
  return answered;
}
