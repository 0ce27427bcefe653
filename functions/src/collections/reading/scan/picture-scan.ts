/** A picture file that was uploaded as a document: one page. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import sharp from '../pictures/sharp.ts';
import { toRaw } from '../pictures/raw-picture.ts';
import type { SourceFile } from '../source-file.ts';
import type { PageScan } from './page-scan.ts';

/** Resolutions that scanners write; what cameras write says nothing about paper. */
const SCANNER_RESOLUTION = { least: 100, most: 1200 };
/** The longer edge of a page of unknown size, in points: A4. */
const USUAL_EDGE = 842;
/** More pixels than this show no more of a page. */
const LONGEST_EDGE = 5000;

/** Throws `file_corrupt` for pictures that cannot be decoded and `file_too_large` above the pixel limit. */
export async function openPictureScan(source: SourceFile): Promise<PageScan> {
  const { width, height, density } = await readMetadata(source);
  if (width * height > LIMITS.imagePixels) {
    const found = `${Math.round((width * height) / 1_000_000)} megapixels large`;
    throw new DocketError('file_too_large', { file: source.name, found });
  }
  try {
    const picture = await toRaw(
      sharp(source.bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'truncated' })
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb'),
    );
    const points =
      pointsPerPixel(Math.max(width, height), density) * (Math.max(width, height) / longEdge(picture));
    return { number: 1, width: picture.width * points, height: picture.height * points, picture };
  } catch (error) {
    throw corrupt(source, error);
  }
}

async function readMetadata(source: SourceFile) {
  try {
    return await sharp(source.bytes).metadata();
  } catch (error) {
    throw corrupt(source, error);
  }
}

function corrupt(source: SourceFile, error: unknown): DocketError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DocketError('file_corrupt', { file: source.name }, `sharp: ${reason}`, { cause: error });
}

const longEdge = ({ width, height }: { width: number; height: number }) => Math.max(width, height);

function pointsPerPixel(edge: number, density: number | undefined): number {
  const { least, most } = SCANNER_RESOLUTION;
  return density !== undefined && density >= least && density <= most ? 72 / density : USUAL_EDGE / edge;
}
