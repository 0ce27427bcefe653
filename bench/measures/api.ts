/** Figures of the HTTP API: how soon it answers while a run is under way, and while files are sent. */
import { setTimeout as pause } from 'node:timers/promises';
import { API_BASE } from '@docket/model/api/address';
import { z } from 'zod';
import { sampleCollection } from '../../e2e/engine/runs.ts';
import { type Client, startProcessing } from '../../scripts/docket/client.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { drawPhoto } from '../fixtures/photos.ts';
import { formatMs, type Measure, percentile } from './measure.ts';

const STATUS_BUDGET_MS = 500;
const PER_SECOND = 20;
const SECONDS = 30;
const WARM_UP = 5;
const AT_ONCE = 4;
const UPLOADS = 10;
/** That of an image from its upload to being visible. */
const UPLOAD_BUDGET_MS = 500;

/** Asks for the status of a collection that rests, and of one whose documents are being processed, then uploads photos. */
export async function measureApi(stack: Stack, client: Client): Promise<Measure[]> {
  const base = `${stack.url}${API_BASE}/workspaces/${client.workspace}`;
  const headers = { authorization: `Bearer ${await client.idToken()}` };
  const collection = 'bench-api';
  const documentIds = await sampleCollection(client, collection);
  const status = `${base}/collections/${collection}/processing-status`;
  const ask = async () => await timed(async () => await fetch(status, { headers }));
  // Locally a request has a process to itself: as many as are asked at once have been started before.
  for (let index = 0; index < WARM_UP; index += 1) await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const resting = await atRate(ask);
  await startProcessing(client, collection, documentIds);
  const running = await atRate(ask);
  const uploads: number[] = [];
  for (let index = 0; index < UPLOADS; index += 1) uploads.push(await upload(base, headers, index));
  const asked = `asked ${PER_SECOND} times a second for ${SECONDS} s`;
  return [
    row(`processing-status ${asked}`, resting, STATUS_BUDGET_MS),
    row(`processing-status ${asked}, while a run takes the machine`, running, STATUS_BUDGET_MS),
    row(
      `upload of a photo of ${UPLOAD_PIXELS.width} × ${UPLOAD_PIXELS.height} pixels, one after the other`,
      uploads,
      UPLOAD_BUDGET_MS,
    ),
  ];
}

function row(what: string, times: readonly number[], budget: number): Measure {
  const p95 = percentile(times, 0.95);
  return {
    what,
    figure: `p50 ${formatMs(percentile(times, 0.5))}, p95 ${formatMs(p95)}, max ${formatMs(Math.max(...times))}, of ${times.length}`,
    budget: `p95 < ${budget} ms`,
    kept: p95 < budget,
  };
}

/** Milliseconds until the whole answer is there. Throws unless it is a success. */
async function timed(send: () => Promise<Response>): Promise<number> {
  const started = performance.now();
  const answer = await send();
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The API answered ${answer.status}: ${text}`);
  z.looseObject({}).parse(JSON.parse(text));
  return performance.now() - started;
}

/** Begins one every so often, whether the one before has been answered or not. */
async function atRate(request: () => Promise<number>): Promise<number[]> {
  const begun: Promise<number>[] = [];
  const started = performance.now();
  for (let index = 0; index < PER_SECOND * SECONDS; index += 1) {
    await pause(Math.max(0, started + (index * 1_000) / PER_SECOND - performance.now()));
    begun.push(request());
  }
  return await Promise.all(begun);
}

const UPLOAD_PIXELS = { width: 4_000, height: 3_000 } as const;

async function upload(base: string, headers: Record<string, string>, seed: number): Promise<number> {
  const name = `api-${seed}.jpg`;
  const photo = await drawPhoto({
    format: 'jpeg',
    ...UPLOAD_PIXELS,
    orientation: 1,
    name,
    seed: 90_000 + seed,
  });
  const body = new FormData();
  body.set('file', new File([new Uint8Array(photo)], name, { type: 'image/jpeg' }));
  return await timed(async () => await fetch(`${base}/images`, { method: 'POST', headers, body }));
}
