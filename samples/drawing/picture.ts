/** From a drawing to the bytes of a picture: SVG rendering, film grain and JPEG compression. */
import sharp from 'sharp';
import { drawGarment, type Garment } from './garment.ts';
import { seededRandom } from './random.ts';
import { type Frame, type Look, type Surface, sceneSvg } from './scene.ts';

export interface PictureRequest {
  garment: Garment;
  look: Look;
  surface: Surface;
  frame: Frame;
  /** Chooses the grain; pictures with different seeds differ in every pixel. */
  seed: number;
  /** Strength of the grain, 0–255: a few for a clean studio picture, twenty for a phone. */
  grain: number;
  /** JPEG quality, 1–100. */
  quality: number;
}

/** Grey noise with a mean of 128, tiled over the picture: cheap, and fine enough not to repeat visibly. */
async function grainTile(seed: number, strength: number): Promise<Buffer> {
  const size = 256;
  const random = seededRandom(seed);
  const pixels = Uint8Array.from({ length: size * size }, () => 128 + (random() + random() - 1) * strength);
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** A JPEG of the garment. The same request gives the same bytes with the same version of sharp. */
export async function drawPicture(request: PictureRequest): Promise<Buffer> {
  const svg = sceneSvg(drawGarment(request.garment), request.look, request.surface, request.frame);
  const tile = await grainTile(request.seed, request.grain);
  return sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .composite([{ input: tile, tile: true, blend: 'soft-light' }])
    .jpeg({ quality: request.quality, mozjpeg: true })
    .toBuffer();
}
