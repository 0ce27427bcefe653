/**
 * Makes a deck of items as the pipeline does, without a stack, to look at it and to measure it:
 *
 *   node functions/scripts/make-deck.ts ITEMS.json --images DIR --out DIR [--layout 4] [--title T] [--season S] [--logo F]
 *
 * ITEMS.json is what `docket process` writes as items.json; pictures are named relative to `--images`. The directory
 * `--out` gets deck.pptx, deck.pdf and the pictures in them. Prints times, sizes and the most memory that was used.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DECK_FIELDS, deckLayoutSchema, defaultDeckSettings, type DeckSettings } from '@docket/model/deck';
import type { DeckItem } from '@docket/model/deck/deck-items';
import { type DeckInput, layOutDeck } from '@docket/model/deck/lay-out';
import { formatBytes } from '@docket/model/limits';
import { z } from 'zod';
import { mediaName } from '../src/collections/decks/media.ts';
import { writePdf } from '../src/collections/decks/pdf/write-pdf.ts';
import { type PlannedPicture, planPictures } from '../src/collections/decks/picture-plan.ts';
import { writePresentation } from '../src/collections/decks/pptx/write-presentation.ts';
import { preparePicture } from '../src/collections/decks/prepare-picture.ts';
import type { WriteOptions } from '../src/collections/decks/write-options.ts';
import sharp from '../src/collections/reading/pictures/sharp.ts';

const text = z.string().nullable().default(null);
const amount = z.number().nullable().default(null);

const itemsSchema = z.array(
  z.object({
    sku: text,
    name: text,
    category: text,
    color: text,
    color_code: text,
    sizes: z.record(z.string(), z.number()).default({}),
    quantity: z.number().default(0),
    unit_price: amount,
    wholesale_price: amount,
    msrp: amount,
    currency: text,
    material: text,
    origin: text,
    season: text,
    delivery: text,
    image: text,
  }),
);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      images: { type: 'string' },
      out: { type: 'string' },
      layout: { type: 'string', default: '4' },
      title: { type: 'string', default: 'Collection' },
      season: { type: 'string', default: '' },
      logo: { type: 'string' },
      highlight: { type: 'string', default: '0' },
    },
  });
  const [path] = positionals;
  const { images, out, logo } = values;
  if (path === undefined || images === undefined || out === undefined) {
    throw new Error(
      'Usage: node functions/scripts/make-deck.ts ITEMS.json --images DIR --out DIR [--layout N]',
    );
  }
  await mkdir(join(out, 'media'), { recursive: true });
  const items = await readItems(path, images);
  const settings: DeckSettings = {
    ...defaultDeckSettings({ name: values.title, season: values.season }),
    layout: deckLayoutSchema.parse(Number(values.layout)),
    fields: [...DECK_FIELDS],
    logo: logo === undefined ? null : { path: logo, token: '', ...(await sizeOf(logo)) },
    highlighted: items.slice(0, Number(values.highlight)).map(({ id }) => id),
  };
  const categories = [...new Set(items.flatMap(({ category }) => category ?? []))];
  await makeFiles({ settings, items, categories }, out);
}

async function makeFiles(input: DeckInput, out: string): Promise<void> {
  const started = performance.now();
  const deck = layOutDeck(input);
  const pictures = join(out, 'media');
  await preparePictures(planPictures(deck), input, pictures);
  const options: WriteOptions = {
    properties: { title: deck.title, subject: input.settings.season, createdAt: new Date() },
    media: async (source) => await readFile(join(pictures, mediaName(source))),
    signal: new AbortController().signal,
    onSlide: () => undefined,
  };
  console.log(`${deck.slideCount} slides, their pictures: ${since(started)}`);
  await stream(join(out, 'deck.pptx'), async (to) => writePresentation(deck, to, options));
  await stream(join(out, 'deck.pdf'), async (to) => writePdf(deck, to, options));
  const memory = formatBytes(process.resourceUsage().maxRSS * 1024);
  console.log(`all: ${since(started)}; at most ${memory} of memory`);
}

/** Where the pictures are, by their ids. */
const pictureFiles = new Map<string, string>();

async function pictureOf(file: string): Promise<DeckItem['image']> {
  const image_id = createHash('sha256').update(file).digest('hex').slice(0, 20);
  pictureFiles.set(image_id, file);
  return { image_id, ...(await sizeOf(file)) };
}

/** The items with the sizes of their pictures. */
async function readItems(path: string, images: string): Promise<DeckItem[]> {
  const items = itemsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  return await Promise.all(
    items.map(async ({ image, sizes, ...item }, index) => ({
      ...item,
      id: String(index),
      name: item.name ?? item.sku ?? 'Item',
      sizes: Object.entries(sizes).map(([size, quantity]) => ({ size, quantity })),
      image: image === null ? null : await pictureOf(join(images, image)),
    })),
  );
}

async function sizeOf(file: string): Promise<{ width: number; height: number }> {
  return (await sharp(file).metadata()).autoOrient;
}

/** Converts the pictures into the directory `to`, four at a time. */
async function preparePictures(
  plans: readonly PlannedPicture[],
  { settings }: DeckInput,
  to: string,
): Promise<void> {
  const waiting = plans.values();
  const work = async () => {
    for (const plan of waiting) {
      const { source } = plan;
      const file = source.kind === 'logo' ? settings.logo?.path : pictureFiles.get(source.image_id);
      if (file === undefined) continue;
      const picture = await preparePicture(await readFile(file), plan);
      if (picture === null) throw new Error(`${file} is no picture that can be read`);
      await writeFile(join(to, mediaName(source)), picture.bytes);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

async function stream(path: string, write: (to: Writable) => Promise<void>): Promise<void> {
  const started = performance.now();
  const to = createWriteStream(path);
  await Promise.all([write(to), finished(to)]);
  console.log(`${path}: ${since(started)}, ${formatBytes((await stat(path)).size)}`);
}

function since(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

await main();
