/** Figures of images: 137 photos through the client path, against a bare loop that makes the same files, and once more. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { paths } from '@docket/model/paths';
import { z } from 'zod';
import type { Client } from '../../scripts/docket/client.ts';
import { lookAtFolder } from '../../scripts/docket/image-files.ts';
import { imageService } from '../../scripts/docket/image-service.ts';
import { type ImageOutcome, sendImages } from '../../scripts/docket/send-images.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { photos } from '../fixtures/photos.ts';
import { formatMs, type Measure, percentile } from './measure.ts';
import { timeRow } from './runs.ts';
import { describeCounts, resetUsage, total, type Usage, usageOf } from './usage.ts';

const VISIBLE_BUDGET_MS = 20_000;
const VISIBLE_P95_BUDGET_MS = 500;
const RATIO_BUDGET = 0.7;
const WRITES_BUDGET = 5;
const SETTLE_LIMIT_MS = 60_000;

/** A folder that has been sent. Times are milliseconds from the first look at it. */
export interface SentFolder {
  outcomes: readonly ImageOutcome[];
  allVisibleMs: number;
  allDoneMs: number;
  usage: Usage;
  /** In Storage, of all images. */
  objects: number;
}

/** Sends the photos twice; the bare loop has the machine to itself in between. */
export async function measureImages(stack: Stack, client: Client): Promise<Measure[]> {
  const folder = await photos();
  const first = await sendFolder(stack, client, folder);
  const bare = await deriveBare(folder);
  const stored = await deriveBare(folder, stack.admin.bucket.name);
  await stack.admin.bucket.deleteFiles({ prefix: 'bare-loop/' });
  const again = await sendFolder(stack, client, folder);
  return [...firstRows(first, bare), storedRow(bare, stored), ...againRows(first, again)];
}

async function sendFolder(stack: Stack, client: Client, folder: string): Promise<SentFolder> {
  await resetUsage(stack);
  const started = performance.now();
  let allVisibleMs = Number.NaN;
  const files = await lookAtFolder(folder, null);
  const images = files.flatMap((file) => (file.kind === 'image' ? [file.image] : []));
  const outcomes = await sendImages(imageService(client), images, {
    now: () => performance.now(),
    schedule(task, ms) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onProgress({ arrived, of }) {
      if (arrived === of && Number.isNaN(allVisibleMs)) allVisibleMs = performance.now() - started;
    },
  });
  const allDoneMs = performance.now() - started;
  await jobsEnded(stack, client);
  const prefix = `${paths.images(client.workspace)}/`;
  const [objects] = await stack.admin.bucket.getFiles({ prefix });
  return { outcomes, allVisibleMs, allDoneMs, usage: await usageOf(stack), objects: objects.length };
}

/** The last writes of a run come after those of its images. */
async function jobsEnded(stack: Stack, client: Client): Promise<void> {
  const open = stack.admin.db.collection(paths.jobs(client.workspace)).where('open', '==', true).count();
  const limit = performance.now() + SETTLE_LIMIT_MS;
  while ((await open.get()).data().count > 0) {
    if (performance.now() > limit) throw new Error('Runs on images have not ended.');
    await pause(100);
  }
}

const bareReport = z.object({ ms: z.number(), files: z.number() });

/** A bare loop over the same photos, in a process of its own. */
export type BareLoop = z.infer<typeof bareReport>;

async function deriveBare(folder: string, bucket?: string): Promise<BareLoop> {
  const loop = path.resolve(import.meta.dirname, 'derive-once.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    loop,
    folder,
    ...(bucket === undefined ? [] : [bucket]),
  ]);
  return bareReport.parse(JSON.parse(stdout));
}

/** What the first run has shown. */
export function firstRows(sent: SentFolder, bare: BareLoop): Measure[] {
  const { outcomes, usage, allVisibleMs, allDoneMs } = sent;
  const images = outcomes.flatMap(({ image }) => (image?.processing_status === 'completed' ? [image] : []));
  const files = images.reduce(
    (sum, { thumbnails, variants }) => sum + thumbnails.length + variants.length,
    0,
  );
  const visible = outcomes.flatMap(({ visibleMs }) => (visibleMs === null ? [] : [visibleMs]));
  const p95 = percentile(visible, 0.95);
  const ratio = bare.ms / allDoneMs;
  const writes = total(usage.writes) / outcomes.length;
  return [
    timeRow(`${outcomes.length} photos: all uploaded and visible`, allVisibleMs, VISIBLE_BUDGET_MS),
    timeRow(
      `image visible after upload, p95 of ${visible.length} (p50 ${formatMs(percentile(visible, 0.5))})`,
      p95,
      VISIBLE_P95_BUDGET_MS,
    ),
    {
      what: `photos with all files made, and files, those of the bare loop beside them`,
      figure: `${images.length}, ${files} (${bare.files})`,
      budget: `${outcomes.length}, ${bare.files}`,
      kept: images.length === outcomes.length && files === bare.files,
    },
    {
      what: 'all files made: throughput against a bare loop that makes the same ones',
      figure: `${ratio.toFixed(2)} × (${formatMs(allDoneMs)}, the loop ${formatMs(bare.ms)})`,
      budget: `≥ ${RATIO_BUDGET} ×`,
      kept: ratio >= RATIO_BUDGET,
    },
    {
      what: `documents written an image (${describeCounts(usage.writes)}; read: ${describeCounts(usage.reads)})`,
      figure: writes.toFixed(1),
      budget: `≤ ${WRITES_BUDGET}`,
      kept: writes <= WRITES_BUDGET,
    },
  ];
}

/** What Storage alone costs a bare loop, for comparison: the emulator of it runs on the same processors. */
export function storedRow(bare: BareLoop, stored: BareLoop): Measure {
  return {
    what: 'for comparison: a bare loop with its photos and files in the Storage of the stack',
    figure: `${(bare.ms / stored.ms).toFixed(2)} × (${formatMs(stored.ms)})`,
    budget: 'none',
    kept: stored.files === bare.files,
  };
}

/** What the second run has made. */
export function againRows(first: SentFolder, again: SentFolder): Measure[] {
  const written = total(again.usage.writes);
  const made = again.objects - first.objects;
  return [
    {
      what: `the same photos again (${formatMs(again.allDoneMs)}): documents written`,
      figure: String(written),
      budget: '0',
      kept: written === 0,
    },
    {
      what: `the same photos again: objects made beside the ${first.objects}`,
      figure: String(made),
      budget: '0',
      kept: made === 0,
    },
  ];
}
