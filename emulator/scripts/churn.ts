/**
 * `npm run churn -w emulator -- --minutes 10`: clients of all kinds, good and bad, come and go; at the end the emulator
 * must be back at the memory it had after the first minute. Measured at rest: clients gone, data cleared, garbage
 * collected. Ends with code 1 when more than a tenth has stayed, or when the emulator failed.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { database } from '../test/robustness/names.ts';
import { kinds } from './churn/clients.ts';

const warmUp = 60_000;
const between = 30_000;
/** Long enough for everything that has a time limit in the server process. */
const settling = 12_000;
const tolerated = 1.1;

const memorySchema = z.object({ heapUsed: z.number(), external: z.number(), rss: z.number() });
type Memory = z.output<typeof memorySchema>;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = z.coerce.number().positive().parse(values.minutes);

const server = fork(fileURLToPath(new URL('churn/server.ts', import.meta.url)), {
  execArgv: ['--expose-gc'],
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const logged: string[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);
server.stdout?.on('data', (chunk) => logged.push(String(chunk)));
server.on('exit', (code) => {
  if (code !== 0 && code !== null) {
    say(`The emulator ended with code ${code}.`);
    process.exit(1);
  }
});

function nextMessage(): Promise<unknown> {
  return new Promise((resolve) => server.once('message', resolve));
}

async function memory(): Promise<Memory> {
  const message = nextMessage();
  server.send('report');
  return memorySchema.parse(await message);
}

const { port } = z.object({ port: z.number() }).parse(await nextMessage());
const start = Date.now();
const lives: Record<string, number> = {};
let cutShort = 0;

async function churn(until: number): Promise<void> {
  const lanes = kinds.flatMap(({ name, live, atOnce, rest }) =>
    Array.from({ length: atOnce }, async () => {
      while (Date.now() < until) {
        // On a busy machine a client may give up connecting; the others go on.
        await live(port).catch(() => {
          cutShort += 1;
        });
        lives[name] = (lives[name] ?? 0) + 1;
        await pause(rest);
      }
    }),
  );
  await Promise.all(lanes);
}

async function atRest(): Promise<Memory> {
  await fetch(`http://127.0.0.1:${port}/emulator/v1/${database}/documents`, { method: 'DELETE' });
  await pause(settling);
  return await memory();
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

function print(moment: string, { heapUsed, external, rss }: Memory): void {
  const seconds = Math.round((Date.now() - start) / 1_000);
  say(
    `${String(seconds).padStart(5)} s  ${moment.padEnd(14)} heap ${megabytes(heapUsed)}, external ${megabytes(external)}, rss ${megabytes(rss)}`,
  );
}

await churn(Date.now() + Math.min(warmUp, minutes * 30_000));
const before = await atRest();
print('after warm-up', before);

const end = start + minutes * 60_000;
const watch = setInterval(() => void memory().then((now) => print('under load', now)), between);
await churn(end);
clearInterval(watch);
const after = await atRest();
print('at the end', after);
say(
  `Lives: ${Object.entries(lives)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}; cut short ${cutShort}`,
);

const live = (after.heapUsed + after.external) / (before.heapUsed + before.external);
const resident = after.rss / before.rss;
const back = Math.max(live, resident) <= tolerated;
const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`;
say(
  `Memory at the end, of that after the warm-up: in use ${percent(live)}, resident ${percent(resident)}. ${back ? 'It is back.' : 'It is not back.'}`,
);
if (logged.length > 0) {
  say(`The emulator logged:\n${logged.join('')}`);
}
server.kill();
process.exit(back && logged.length === 0 ? 0 : 1);
