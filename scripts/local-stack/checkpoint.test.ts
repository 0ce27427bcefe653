import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportStack, latestCheckpoint } from './checkpoint.ts';

let data: string;
let hub: Server;
let hubPort: number;
let refuse: boolean;

/** Does what the hub of the Emulator Suite does: puts an export with its metadata into the folder it is given. */
async function exportFor(request: IncomingMessage): Promise<void> {
  const { path: folder } = z.object({ path: z.string() }).parse(await json(request));
  await mkdir(folder, { recursive: true });
  const metadata = { version: '15', auth: { path: 'auth_export' }, firestore: { path: 'firestore_export' } };
  await writeFile(path.join(folder, 'firebase-export-metadata.json'), JSON.stringify(metadata));
}

beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'docket-checkpoint-'));
  refuse = false;
  hub = createServer((request, response) => {
    void exportFor(request).then(() => response.writeHead(refuse ? 500 : 200).end());
  });
  hubPort = await new Promise((resolve) => {
    hub.listen(0, '127.0.0.1', () => {
      const address = hub.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
});

afterEach(async () => {
  hub.close();
  await rm(data, { recursive: true });
});

async function newest(): Promise<unknown> {
  const folder = (await latestCheckpoint(data)) ?? '';
  return JSON.parse(await readFile(path.join(folder, 'firebase-export-metadata.json'), 'utf8'));
}

describe('a checkpoint', () => {
  it('leaves Firestore out when that keeps its own data', async () => {
    await exportStack({ data, hubPort, firestoreKeepsItself: true });
    expect(await newest()).toEqual({ version: '15', auth: { path: 'auth_export' } });
  });

  it('holds Firestore too when that is Google’s emulator, which forgets', async () => {
    await exportStack({ data, hubPort, firestoreKeepsItself: false });
    expect(await newest()).toHaveProperty('firestore');
  });

  it('goes into two folders by turns, and counts only when it is whole', async () => {
    const place = { data, hubPort, firestoreKeepsItself: true };
    await exportStack(place);
    const first = await latestCheckpoint(data);
    await exportStack(place);
    const second = await latestCheckpoint(data);
    refuse = true;
    await expect(exportStack(place)).rejects.toThrow('could not be exported');
    expect([await latestCheckpoint(data), first === second]).toEqual([second, false]);
  });
});
