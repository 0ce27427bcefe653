import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentEventData } from '../../src/transport/descriptors.ts';
import { decodeMessage } from '../../src/transport/proto-json.ts';
import { eventarcTrigger } from '../events.ts';
import { databaseName, root, wireFields } from '../fixtures.ts';
import { project } from '../servers.ts';
import { type EmulatorProcess, spawnEmulator } from './emulator-process.ts';

/** The kill comes when so many writes are acknowledged. */
const writesBefore = 150;
const lanes = ['a', 'b', 'c'];

let directory: string;
let functions: Server;
let functionsAddress: string;
let emulator: EmulatorProcess;
let port: number;
/** What the function was given of each document, in order. */
let heard: Map<string, number[]>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'docket-events-'));
  heard = new Map(lanes.map((lane) => [lane, []]));
  functions = createServer((request, response) => {
    void hear(request).then(() => response.end());
  });
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
  const address = functions.address();
  functionsAddress = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  await start();
});

afterEach(async () => {
  await emulator.kill();
  functions.closeAllConnections();
  functions.close();
  rmSync(directory, { recursive: true });
});

async function start(): Promise<void> {
  emulator = spawnEmulator(directory, ['--functions_emulator', functionsAddress]);
  port = await emulator.listening;
}

/** A function that takes its time, so that there is always something undelivered. */
async function hear(request: IncomingMessage): Promise<void> {
  const body = await text(request);
  const lane = String(request.headers['ce-document']).split('/').at(-1) ?? '';
  if (request.method === 'POST') {
    const event = JSON.stringify(decodeMessage(documentEventData, Buffer.from(body, 'base64')));
    heard.get(lane)?.push(Number(/"value":\{.*?"integerValue":"(\d+)"/.exec(event)?.[1]));
    await wait(10);
  }
}

async function post(path: string, body: unknown): Promise<void> {
  const url = `http://127.0.0.1:${port}/${path}`;
  const headers = { authorization: 'Bearer owner' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) {
    throw new Error(await response.text());
  }
}

async function register(): Promise<void> {
  const { id, body } = eventarcTrigger('written').registration;
  await post(`emulator/v1/projects/${project}/eventarcTrigger?eventarcTriggerId=${id}`, body);
}

async function write(lane: string, n: number): Promise<void> {
  const update = { name: `${root}/jobs/${lane}`, fields: wireFields({ n }) };
  await post(`v1/${databaseName}/documents:commit`, { writes: [{ update }] });
}

describe('a killed emulator', () => {
  it('tells functions of everything it has acknowledged, in order, when they are there again', async () => {
    await register();
    const acknowledged = new Map<string, number>();
    let total = 0;
    const writing = lanes.map(async (lane) => {
      for (let n = 0; ; n += 1) {
        await write(lane, n);
        acknowledged.set(lane, n);
        total += 1;
        if (total === writesBefore) {
          await emulator.kill();
        }
      }
    });
    await Promise.allSettled(writing);
    await start();
    // Before the functions are loaded again.
    for (const lane of lanes) {
      await write(lane, 1_000);
    }
    await register();
    while (!lanes.every((lane) => heard.get(lane)?.at(-1) === 1_000)) {
      await wait(10);
    }
    for (const lane of lanes) {
      const once = [...new Set(heard.get(lane))];
      const last = once.at(-2) ?? 0;
      expect(once).toEqual([...Array(last + 1).keys(), 1_000]);
      expect(last).toBeGreaterThanOrEqual(acknowledged.get(lane) ?? 0);
    }
  });
});
