/** Figures of the embedded Firestore emulator on its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureCommits } from './emulator-commits.ts';
import { measureKills } from './emulator-kills.ts';
import { measureListeners } from './emulator-listeners.ts';
import { startEmulator } from './emulator-process.ts';
import { measureQueries } from './emulator-queries.ts';
import { formatMs, type Measure, percentile } from './measure.ts';
import { timeRow } from './runs.ts';

const STARTS = 5;
const START_BUDGET_MS = 1_000;

/** Starts emulators one after the other and measures each for itself. */
export async function measureEmulator(): Promise<Measure[]> {
  const data = await mkdtemp(path.join(tmpdir(), 'docket-bench-'));
  try {
    return [
      await measureStart(),
      await measureCommits(path.join(data, 'commits'), 'written to disk'),
      await measureCommits(null, 'in memory'),
      ...(await measureListeners()),
      ...(await measureQueries(path.join(data, 'queries'))),
      await measureKills(),
    ];
  } finally {
    await rm(data, { recursive: true });
  }
}

/** The first start may have to compile what the others find compiled. */
async function measureStart(): Promise<Measure> {
  const [first = Number.NaN, ...times] = await startTimes(STARTS + 1);
  return timeRow(
    `embedded Firestore: from the start of the process to its first answer, p50 of ${STARTS} (slowest ${formatMs(Math.max(...times))}, the one before them ${formatMs(first)})`,
    percentile(times, 0.5),
    START_BUDGET_MS,
  );
}

async function startTimes(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start < count; start++) {
    const emulator = await startEmulator(null);
    times.push(emulator.started);
    await emulator.stop();
  }
  return times;
}
