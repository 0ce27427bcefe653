/** `docket images`: a folder of photos in; thumbnails, variants and a report out. */
import { getBytes, ref } from 'firebase/storage';
import type { Client } from './client.ts';
import { CommandError } from './command-error.ts';
import { lookAtFolder } from './image-files.ts';
import { type Download, reportOn, summaryOf } from './image-report.ts';
import { imageService } from './image-service.ts';
import { inParallel } from './in-parallel.ts';
import { writeJson, writeOutput } from './output.ts';
import { type BarContent, ProgressBar } from './progress-bar.ts';
import { type SendingProgress, sendImages } from './send-images.ts';

/** The folder to be read, and the one to be written into. */
export interface ImagesOptions {
  folder: string;
  out: string;
}

const DOWNLOADS_AT_ONCE = 8;

/**
 * Runs the command on a connected client. Throws a CommandError when an image has failed, or no file is one; the report
 * is written all the same.
 */
export async function processImages(client: Client, { folder, out }: ImagesOptions): Promise<string> {
  const files = await lookAtFolder(folder, out);
  const images = files.flatMap((file) => (file.kind === 'image' ? [file.image] : []));
  const bar = new ProgressBar(process.stderr);
  const outcomes = await sendImages(imageService(client), images, {
    now: () => performance.now(),
    schedule,
    onProgress: (progress) => bar.show(barOf(progress)),
  }).finally(() => bar.end());
  const { rows, downloads } = reportOn(files, outcomes);
  await inParallel(downloads, DOWNLOADS_AT_ONCE, (download) => fetchFile(client, download, out));
  await writeJson(out, 'report.json', rows);
  const summary = summaryOf(rows, out);
  const hasFailed = rows.some(({ status }) => status !== 'completed' && status !== 'refused');
  if (hasFailed || images.length === 0) throw new CommandError(summary);
  return summary;
}

function schedule(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

/** Arriving is the first half of the way, being processed the second. */
function barOf({ of, arrived, ended }: SendingProgress): BarContent {
  const percentage = of === 0 ? 100 : Math.round(((arrived + ended) / (2 * of)) * 100);
  return {
    percentage,
    label: `${arrived} of ${of} images uploaded, ${ended} finished`,
    step: String(Math.floor(percentage / 10)),
  };
}

async function fetchFile({ storage }: Client, { file, path }: Download, out: string): Promise<void> {
  await writeOutput(out, file, new Uint8Array(await getBytes(ref(storage, path))));
}
