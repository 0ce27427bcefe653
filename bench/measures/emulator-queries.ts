/** How long the embedded Firestore takes for a query by one field, among many documents that are being written. */
import { commitFrame, type Connection, connectTo, DATABASE, requestFrame } from './emulator-client.ts';
import { startEmulator } from './emulator-process.ts';
import { formatMs, type Measure, percentile } from './measure.ts';
import { timeRow } from './runs.ts';

const DOCUMENTS = 100_000;
const RESULTS = 20;
const GROUPS = DOCUMENTS / RESULTS;
const PER_COMMIT = 500;
const QUERIES = 400;
const WARM_UP = 20;
const BUDGET_MS = 10;
const START_BUDGET_MS = 2_000;

/** @param data where the emulator keeps its data */
export async function measureQueries(data: string): Promise<Measure[]> {
  const figures = await measureAsking(data);
  // They have all been read once it answers: that is part of its start.
  const again = await startEmulator(data);
  await again.stop();
  return [
    ...figures,
    timeRow(
      `embedded Firestore: from the start of the process to its first answer, with ${DOCUMENTS} documents on disk`,
      again.started,
      START_BUDGET_MS,
    ),
  ];
}

async function measureAsking(data: string): Promise<Measure[]> {
  const emulator = await startEmulator(data);
  const connection = await connectTo(emulator.port);
  try {
    await fill(connection);
    const first = await timed(connection, 0);
    const times: number[] = [];
    for (let query = 1; query <= WARM_UP + QUERIES; query++) {
      await connection.call('Commit', commitFrame(nameOf(query), fieldsOf(query, 'changed')));
      const time = await timed(connection, (query * 37) % GROUPS);
      if (query > WARM_UP) times.push(time);
    }
    const what = `embedded Firestore: equality on one field, ${DOCUMENTS} documents, ${RESULTS} results, a write before each, over gRPC`;
    return [
      timeRow(
        `${what}, p50 of ${QUERIES} (the first, which builds the index: ${formatMs(first)})`,
        percentile(times, 0.5),
        BUDGET_MS,
      ),
      timeRow(`${what}, p95 of ${QUERIES}`, percentile(times, 0.95), BUDGET_MS),
    ];
  } finally {
    await connection.close();
    await emulator.stop();
  }
}

const nameOf = (index: number) => `parts/part-${String(index).padStart(6, '0')}`;

function fieldsOf(index: number, state: string): object {
  return {
    group: { stringValue: `group-${index % GROUPS}` },
    name: { stringValue: `Part ${index}` },
    state: { stringValue: state },
    price: { doubleValue: index / 100 },
    stock: { integerValue: String(index % 50) },
  };
}

async function fill(connection: Connection): Promise<void> {
  for (let start = 0; start < DOCUMENTS; start += PER_COMMIT) {
    const writes = Array.from({ length: PER_COMMIT }, (_, offset) => ({
      update: {
        name: `${DATABASE}/documents/${nameOf(start + offset)}`,
        fields: fieldsOf(start + offset, 'new'),
      },
    }));
    await connection.call('Commit', requestFrame('Commit', { database: DATABASE, writes }));
  }
}

/** Milliseconds from asking to the end of the answer. Throws when it is not what was asked for. */
async function timed(connection: Connection, group: number): Promise<number> {
  const request = requestFrame('RunQuery', {
    parent: `${DATABASE}/documents`,
    structuredQuery: {
      from: [{ collectionId: 'parts' }],
      where: {
        fieldFilter: {
          field: { fieldPath: 'group' },
          op: 'EQUAL',
          value: { stringValue: `group-${group}` },
        },
      },
    },
  });
  const begun = performance.now();
  const answer = await connection.call('RunQuery', request);
  const time = performance.now() - begun;
  const results = answer.toString('latin1').split(`${DATABASE}/documents/parts/`).length - 1;
  if (results !== RESULTS) throw new Error(`A query had ${results} results instead of ${RESULTS}.`);
  return time;
}
