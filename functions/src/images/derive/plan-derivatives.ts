/** Which files are made from a picture, and how large each becomes. */
import {
  DERIVATIVES,
  DERIVATIVE_NAMES,
  type DerivativeName,
  THUMBNAILS,
} from '@docket/model/image-derivatives';

/** A file to be made; width and height in pixels. */
export interface PlannedFile {
  name: DerivativeName;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** The thumbnails of a picture of this size, smallest first. */
export function planThumbnails(size: Size): PlannedFile[] {
  return withoutRepeats(
    DERIVATIVE_NAMES.filter((name) => name in THUMBNAILS).map((name) => planned(name, size)),
  );
}

/** The variants of a picture of this size. */
export function planVariants(size: Size): PlannedFile[] {
  return withoutRepeats(
    DERIVATIVE_NAMES.filter((name) => !(name in THUMBNAILS)).map((name) => planned(name, size)),
  );
}

/** Nothing is enlarged: a square of a smaller picture has its shorter edge. */
function planned(name: DerivativeName, { width, height }: Size): PlannedFile {
  const { fit, edge } = DERIVATIVES[name];
  if (fit === 'square') {
    const side = Math.min(edge, width, height);
    return { name, width: side, height: side };
  }
  const scale = Math.min(1, edge / Math.max(width, height));
  return {
    name,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * Leaves out what would only repeat a smaller one: of several with the same format, fit and size the one that was meant
 * to be smallest remains. A picture of 300 pixels has `thumb_160` and `thumb_320` but no `thumb_640`, and of the two web
 * sizes in WebP only `web_1280_webp`. Thumbnails and variants do not replace each other, and the square is always made.
 */
function withoutRepeats(files: readonly PlannedFile[]): PlannedFile[] {
  const ascending = files.toSorted((a, b) => DERIVATIVES[a.name].edge - DERIVATIVES[b.name].edge);
  const kept = new Map<string, PlannedFile>();
  for (const file of ascending) {
    const { format, fit } = DERIVATIVES[file.name];
    const key = `${format} ${fit} ${file.width}x${file.height}`;
    if (!kept.has(key)) kept.set(key, file);
  }
  return files.filter((file) => [...kept.values()].includes(file));
}
