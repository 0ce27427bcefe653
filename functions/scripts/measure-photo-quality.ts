/**
 * Measures what the limits of photo quality rest on, with photos of a folder and made ones, and copies of them:
 *
 *   node functions/scripts/measure-photo-quality.ts [DIR]
 *
 * Prints the tables of docs/accuracy.md: for each kind of copy the figures, and how many are judged as they should be.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { likeness } from '../src/listings/analysis/photo/duplicates.ts';
import { findIssues } from '../src/listings/analysis/photo/judge-quality.ts';
import { measureQuality } from '../src/listings/analysis/photo/measure-quality.ts';
import type { PhotoFacts } from '../src/listings/analysis/photo/photo-facts.ts';
import type { PhotoReader } from '../src/listings/analysis/photo/photo-reader.ts';
import { preparePhoto } from '../src/listings/analysis/photo/prepare-photo.ts';
import { openEmbeddedReader } from '../src/listings/analysis/photo/read-embedded.ts';
import {
  COPIES,
  type CopyKind,
  MADE_LABELS,
  copyOf,
  photoOfLabel,
} from '../src/listings/analysis/testing/made-photos.ts';

const { signal } = new AbortController();

/** What copies are not read for: their words are those of the original. */
const UNREAD = { labels: [], objects: [], lines: [], colours: [], coloursOfItem: false, safe: null };

/** A photo as far as its quality goes; with its words if there is a reader. */
async function factsOf(name: string, bytes: Uint8Array, reader: PhotoReader | null): Promise<PhotoFacts> {
  const photo = await preparePhoto({ id: name, name, bytes }, signal);
  const { id, file, width, height, caption, picture } = photo;
  const reading = reader === null ? UNREAD : await reader.read(photo, signal);
  return { id, file, width, height, caption, reading, quality: await measureQuality(picture) };
}

async function photosOf(folder: string | undefined): Promise<{ name: string; bytes: Uint8Array }[]> {
  const made = MADE_LABELS.map(async (label, index) => ({
    name: `made-${index}.png`,
    bytes: await photoOfLabel(label, index),
  }));
  const names = folder === undefined ? [] : await readdir(folder);
  const read = names.map(async (name) => ({ name, bytes: await readFile(path.join(folder ?? '', name)) }));
  return Promise.all([...made, ...read]);
}

/** Least, middle and most. */
function spread(values: readonly number[], digits = 0): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(digits);
  return `${at(0)} / ${at(0.5)} / ${at(1)}`;
}

function has(facts: PhotoFacts, kind: 'blurred' | 'dark' | 'burnt_out'): boolean {
  return (findIssues([facts])[0] ?? []).some((issue) => issue.kind === kind);
}

function row(name: string, facts: readonly PhotoFacts[]): string {
  const sharpness = facts.flatMap(({ quality }) => quality.sharpness ?? []);
  const count = (kind: Parameters<typeof has>[1]) => facts.filter((one) => has(one, kind)).length;
  return `| ${[
    name,
    facts.length,
    spread(sharpness),
    spread(facts.map(({ quality }) => quality.brightest)),
    spread(
      facts.map(({ quality }) => quality.burntOut),
      2,
    ),
    count('blurred'),
    count('dark'),
    count('burnt_out'),
  ].join(' | ')} |`;
}

function pairRow(name: string, pairs: readonly (readonly [PhotoFacts, PhotoFacts])[]): string {
  const figures = pairs.map(([one, other]) => likeness(one.quality.thumbnail, other.quality.thumbnail));
  const duplicates = pairs.filter((pair) =>
    (findIssues(pair)[1] ?? []).some(({ kind }) => kind === 'duplicate'),
  );
  return `| ${[name, pairs.length, spread(figures, 2), duplicates.length].join(' | ')} |`;
}

async function main(): Promise<void> {
  const [folder] = parseArgs({ allowPositionals: true }).positionals;
  const photos = await photosOf(folder);
  const originals: PhotoFacts[] = [];
  const reader = openEmbeddedReader();
  for (const { name, bytes } of photos) originals.push(await factsOf(name, bytes, reader));
  await reader.close();
  const copies = new Map<CopyKind, PhotoFacts[]>();
  for (const kind of Object.keys(COPIES).filter((name): name is CopyKind => name in COPIES)) {
    const facts: PhotoFacts[] = [];
    for (const { name, bytes } of photos)
      facts.push(await factsOf(`${name} ${kind}`, await copyOf(bytes, kind), null));
    copies.set(kind, facts);
  }
  console.log('| photos | number | sharpness | brightest tenth | burnt out | blurred | dark | burnt out |');
  console.log('|---|---|---|---|---|---|---|---|');
  console.log(row('as they are', originals));
  for (const [kind, facts] of copies) console.log(row(kind, facts));
  console.log('\n| pairs | number | likeness | duplicates |\n|---|---|---|---|');
  for (const [kind, facts] of copies) {
    const pairs = facts.flatMap((copy, index) => {
      const original = originals[index];
      return original === undefined ? [] : [[original, copy] as const];
    });
    console.log(pairRow(`${kind} copy`, pairs));
  }
  const different = originals.flatMap((one, index) =>
    originals.slice(index + 1).map((other) => [one, other] as const),
  );
  console.log(pairRow('different photos', different));
}

await main();
