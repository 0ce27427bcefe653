/**
 * Makes all files of every image in a folder and draws them on one sheet, to look at them:
 *
 *   node functions/scripts/contact-sheet.ts DIR OUT.png
 *
 * A row for each image: its name, format and size, then each file with its name, size in pixels and bytes; or the
 * sentence that says why it is refused.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type SKRSContext2D, createCanvas, loadImage } from '@napi-rs/canvas';
import { DocketError } from '@docket/model/errors';
import { formatBytes } from '@docket/model/limits';
import sharp from '../src/collections/reading/pictures/sharp.ts';
import { type DerivedFile, deriveThumbnails, deriveVariants } from '../src/images/derive/derive-image.ts';
import { openImage } from '../src/images/derive/open-image.ts';

const CELL = { width: 190, picture: 170, height: 206 } as const;
const HEAD_WIDTH = 260;
const COLUMNS = 8;

interface Row {
  name: string;
  about: string;
  files: readonly DerivedFile[];
  refused: string | null;
}

async function rowOf(file: string): Promise<Row> {
  const name = path.basename(file);
  const options = { flatten: null, signal: new AbortController().signal };
  try {
    const bytes = await readFile(file);
    const image = await openImage(bytes, name, options.signal);
    const { format, width, height, frames } = image.facts;
    const about = `${format} ${width}×${height}${frames > 1 ? `, ${frames} frames` : ''}, ${formatBytes(bytes.length)}`;
    const files = [...(await deriveThumbnails(image, options)), ...(await deriveVariants(image, options))];
    return { name, about, files, refused: null };
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    return { name, about: error.code, files: [], refused: error.userMessage };
  }
}

function text(context: SKRSContext2D, line: string, x: number, y: number, colour = '#222'): void {
  context.fillStyle = colour;
  context.fillText(line, x, y);
}

/** A light chequer, so that transparency can be seen. */
function chequer(context: SKRSContext2D, x: number, y: number, width: number, height: number): void {
  const square = 10;
  for (let top = 0; top < height; top += square) {
    for (let left = 0; left < width; left += square) {
      context.fillStyle = (top + left) % (square * 2) === 0 ? '#e8d8f0' : '#ffffff';
      context.fillRect(x + left, y + top, Math.min(square, width - left), Math.min(square, height - top));
    }
  }
}

async function drawFile(context: SKRSContext2D, file: DerivedFile, x: number, y: number): Promise<void> {
  const scale = Math.min(1, CELL.picture / Math.max(file.width, file.height));
  const [width, height] = [file.width * scale, file.height * scale];
  chequer(context, x, y + 34, width, height);
  // The last frame of what moves, so that moving and resting files differ.
  const { pages = 1 } = await sharp(file.bytes).metadata();
  const shown = await sharp(file.bytes, { page: pages - 1 })
    .png()
    .toBuffer();
  context.drawImage(await loadImage(shown), x, y + 34, width, height);
  text(context, `${file.name}${pages > 1 ? ` (${pages} frames)` : ''}`, x, y + 12);
  text(context, `${file.width}×${file.height} ${formatBytes(file.bytes.length)}`, x, y + 27, '#777');
}

async function drawRow(context: SKRSContext2D, row: Row, y: number): Promise<void> {
  text(context, row.name.slice(0, 40), 10, y + 14);
  text(context, row.about, 10, y + 30, '#777');
  if (row.refused !== null) text(context, row.refused, HEAD_WIDTH, y + 14, '#a02020');
  for (const [column, file] of row.files.entries()) {
    await drawFile(context, file, HEAD_WIDTH + column * CELL.width, y);
  }
}

const rowHeight = ({ refused }: Row) => (refused === null ? CELL.height : 44);

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, out] = positionals;
  if (folder === undefined || out === undefined) {
    throw new Error('Usage: node functions/scripts/contact-sheet.ts DIR OUT.png');
  }
  const entries = await readdir(folder, { withFileTypes: true });
  const rows: Row[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    rows.push(await rowOf(path.join(folder, entry.name)));
  }
  const height = rows.reduce((sum, row) => sum + rowHeight(row), 20);
  const canvas = createCanvas(HEAD_WIDTH + COLUMNS * CELL.width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fafafa';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '12px Arimo, Arial, sans-serif';
  let y = 10;
  for (const row of rows) {
    await drawRow(context, row, y);
    y += rowHeight(row);
  }
  await sharp(await canvas.encode('png')).toFile(out);
  console.log(`${rows.length} images on ${out}`);
}

await main();
