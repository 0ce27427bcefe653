/**
 * The server process of the churn: an emulator in memory, which tells its parent what it uses after a garbage collection
 * whenever it is asked. Sessions that nobody holds are given up after seconds, so that a pause shows what stays.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../src/server.ts';

const webChannelTimes = { keepAlive: 1_000, grace: 3_000 };
const portTimes = { firstBytes: 2_000, firstHead: 4_000 };

const server = await startServer({
  webChannelTimes,
  portTimes,
  log: (line) => process.stdout.write(`${line}\n`),
});
process.send?.({ port: server.port });

process.on('message', () => void report());
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0));

async function report(): Promise<void> {
  // Finalisers run between collections, and let go of more.
  for (let round = 0; round < 3; round += 1) {
    // The thorough kind, after which V8 gives back what it has no use for.
    await globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
    await pause(50);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapUsed, external, rss });
}
