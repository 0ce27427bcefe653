/**
 * The bare loop that the processing of images is measured against: makes the same files from the photos of a folder, two
 * photos at a time, with nothing around it. In a fresh process; prints the time in milliseconds as JSON. With the name of a
 * bucket, each photo is stored there and read from there, and its files are stored there too: as much as any way of
 * processing has to do.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encoded } from '@docket/functions/images/derive/encode';
import { planThumbnails, planVariants } from '@docket/functions/images/derive/plan-derivatives';
import { DERIVATIVES } from '@docket/model/image-derivatives';
import sharp from 'sharp';
import { initializeApp } from 'firebase-admin/app';
import { getStorage } from 'firebase-admin/storage';
import { inParallel } from '../../scripts/docket/in-parallel.ts';

/** As many as the machine has cores for: the budget is for two. */
const AT_ONCE = 2;

/** Enough for all files of a photo that is not much longer than it is high. */
const LONGEST_EDGE = 2048;

sharp.concurrency(1);
sharp.cache(false);

const [folder = '', bucketName] = process.argv.slice(2);
const out = await mkdtemp(path.join(tmpdir(), 'docket-derive-'));
const names = (await readdir(folder)).toSorted();
const { read, write } = bucketName === undefined ? onDisk() : inBucket(bucketName);
let files = 0;
const started = performance.now();
await inParallel(names, AT_ONCE, derive);
process.stdout.write(JSON.stringify({ ms: performance.now() - started, files }));
await rm(out, { recursive: true });

function onDisk() {
  return {
    read: async (name: string) => await readFile(path.join(folder, name)),
    write: async (name: string, bytes: Uint8Array) => await writeFile(path.join(out, name), bytes),
  };
}

function inBucket(storageBucket: string) {
  const bucket = getStorage(initializeApp({ storageBucket })).bucket();
  const write = async (name: string, bytes: Buffer) =>
    await bucket.file(`bare-loop/${name}`).save(bytes, { resumable: false, validation: 'md5' });
  return {
    read: async (name: string) => {
      await write(name, await readFile(path.join(folder, name)));
      const [bytes] = await bucket.file(`bare-loop/${name}`).download({ validation: 'md5' });
      return bytes;
    },
    write,
  };
}

async function derive(name: string): Promise<void> {
  const { data, info } = await sharp(await read(name))
    .autoOrient()
    .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  for (const file of [...planThumbnails(info), ...planVariants(info)]) {
    const isSquare = DERIVATIVES[file.name].fit === 'square';
    const resized = sharp(data, { raw: { width, height, channels } }).resize({
      width: file.width,
      height: file.height,
      ...(isSquare ? { fit: 'cover', position: sharp.strategy.attention } : { fit: 'fill' }),
    });
    await write(`${name}-${file.name}`, await encoded(resized, file.name).toBuffer());
    files += 1;
  }
}
