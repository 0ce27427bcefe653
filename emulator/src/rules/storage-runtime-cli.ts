/**
 * Runs the Storage rules runtime as firebase-tools expects it: one JSON object a line, requests on stdin, answers on
 * stdout, until stdin ends or the process is told to stop. What rules debug goes to stderr, which firebase-tools shows.
 */
import { createInterface } from 'node:readline';
import { greeting, StorageRuntime } from './storage-runtime.ts';

const send = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`);

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => process.exit(0));
}

const runtime = new StorageRuntime((line) => process.stderr.write(`${line}\n`));
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const answer = runtime.handle(parseLine(line));
  if (answer) {
    send(answer);
  }
});
lines.on('close', () => process.exit(0));
send(greeting);
