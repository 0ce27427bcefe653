/** Random cases against one server, one after the other, each in an empty database. */
import fc from 'fast-check';
import { type RunningServer, startServer } from '../../src/server.ts';
import { scenario } from './generate/scenario.ts';
import { databaseName } from './generate/values.ts';
import { ProtocolClient } from './protocol.ts';
import { runCase } from './run-case.ts';
import { Statistics } from './statistics.ts';

export interface Report {
  readonly seed: number;
  readonly statistics: Statistics;
  /** The smallest case in which server and model do not agree, with the seed that leads there; undefined for none. */
  readonly difference: string | undefined;
}

/** Longest search for a smaller case, in milliseconds. */
const longestShrinking = 60_000;

/** Runs `cases` random cases. */
export async function findDifference(cases: number, seed: number): Promise<Report> {
  const server = await startServer();
  const client = new ProtocolClient(server.port);
  const statistics = new Statistics();
  const shrinking = { until: Number.POSITIVE_INFINITY };
  const ignored = new Statistics();
  try {
    const property = fc.asyncProperty(scenario, async (made) => {
      fc.pre(Date.now() < shrinking.until);
      await clear(server);
      try {
        await runCase(client, made, Number.isFinite(shrinking.until) ? ignored : statistics);
      } catch (error) {
        shrinking.until = Math.min(shrinking.until, Date.now() + longestShrinking);
        throw error;
      }
    });
    const details = await fc.check(property, { numRuns: cases, seed });
    const difference = details.failed
      ? `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}`
      : undefined;
    return { seed, statistics, difference };
  } finally {
    client.close();
    await server.close();
  }
}

async function clear(server: RunningServer): Promise<void> {
  const url = `http://127.0.0.1:${server.port}/emulator/v1/${databaseName}/documents`;
  const response = await fetch(url, { method: 'DELETE' });
  await response.arrayBuffer();
}
