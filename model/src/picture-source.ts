/** Which address shows an image best at each moment. Pure. */
import type { Derivative, Image } from './image.ts';
import { type DerivativeName, VARIANTS } from './image-derivatives.ts';

export interface PictureSource {
  src: string;
  /** Absent where there is only one size. */
  srcSet?: string;
  /** Pixels of the picture at `src`; null while they are not known. */
  width: number | null;
  height: number | null;
}

/** Makes the address of an object from its path and token. */
export type Address = (path: string, token: string) => string;

/** Formats of originals that browsers show. */
const SHOWN_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']);

/** Bytes up to which an original is shown before there is anything smaller. */
const SHOWN_BYTES = 20_000_000;

/** Derivatives that show the whole picture in a format that every browser of today reads. */
const WHOLE: ReadonlySet<DerivativeName> = new Set<DerivativeName>([
  'thumb_160',
  'thumb_320',
  'thumb_640',
  'web_1280_webp',
  'web_2048_webp',
]);

/** For `srcset`, each width once: pictures are never enlarged, so that several may be of one size. */
function sized(derivatives: readonly Derivative[]): Derivative[] {
  const byWidth = new Map<number, Derivative>();
  for (const derivative of derivatives)
    if (WHOLE.has(derivative.name) && !byWidth.has(derivative.width))
      byWidth.set(derivative.width, derivative);
  return [...byWidth.values()].toSorted((a, b) => a.width - b.width);
}

/** The middle one is what a browser without `srcset` loads. */
function ofDerivatives(list: readonly Derivative[], token: string, address: Address): PictureSource | null {
  const usual = list[Math.min(1, list.length - 1)];
  if (usual === undefined) return null;
  const src = address(usual.path, token);
  const { width, height } = usual;
  if (list.length === 1) return { src, width, height };
  const srcSet = list.map((item) => `${address(item.path, token)} ${item.width}w`).join(', ');
  return { src, srcSet, width, height };
}

function ofOriginal(image: Image, address: Address): PictureSource | null {
  const { storage_path: path, token, content_type: type, size, original } = image;
  if (path === null || token === null || !SHOWN_TYPES.has(type) || size > SHOWN_BYTES) return null;
  return { src: address(path, token), width: original?.width ?? null, height: original?.height ?? null };
}

/** Thumbnails and variants as far as there are any, else the preview drawn here, else the original; null: nothing to show. */
export function pictureSource(image: Image, preview: string | null, address: Address): PictureSource | null {
  const { thumbnails, variants, derived_token: token } = image;
  const derived = token === null ? null : ofDerivatives(sized([...thumbnails, ...variants]), token, address);
  if (derived !== null) return derived;
  if (preview !== null) return { src: preview, width: null, height: null };
  return ofOriginal(image, address);
}

/** Whether an image is shown by what was made from it, so that its file here is not needed any more. */
export function isShownByDerivatives({ thumbnails, derived_token: token }: Image): boolean {
  return thumbnails.length > 0 && token !== null;
}

/** Whether a derivative is one of the variants, rather than a thumbnail. */
export function isVariant({ name }: Derivative): boolean {
  return name in VARIANTS;
}
