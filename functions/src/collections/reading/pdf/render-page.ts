/** Paints a page, for pages whose text has to be recognised. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { fromRaw, toRaw } from '../pictures/raw-picture.ts';
import type { PageScan } from '../scan/page-scan.ts';
import type { OpenPage } from './each-page.ts';

/** Dots per inch: letters of 8 points get 22 pixels. */
const RESOLUTION = 200;
/** Posters are painted more coarsely. */
const MOST_PIXELS = 12_000_000;

/** Null for a damaged page. */
export async function renderPage({ page }: Pick<OpenPage, 'page'>): Promise<PageScan | null> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(RESOLUTION / 72, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale });
  const canvas: Canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  );
  try {
    await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  } catch {
    return null;
  }
  const painted = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint8Array(painted.data.buffer, painted.data.byteOffset, painted.data.byteLength);
  const picture = await toRaw(
    fromRaw({ width: canvas.width, height: canvas.height, channels: 4, pixels }).removeAlpha(),
  );
  return { number: page.pageNumber, width, height, picture };
}
