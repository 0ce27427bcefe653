/** What is made from every image: the sizes and formats, in one place for those who make, show and test them. */

export type DerivativeFormat = 'webp' | 'avif' | 'jpeg';

interface DerivativeDefinition {
  format: DerivativeFormat;
  /** Of the encoder. */
  quality: number;
  /** `inside`: the longest edge is at most `edge` pixels, never enlarged. `square`: cut to the part that draws attention. */
  fit: 'inside' | 'square';
  edge: number;
  /** Whether moving pictures keep moving. */
  moves: boolean;
}

/** For lists, grids and previews. */
export const THUMBNAILS = {
  thumb_160: { format: 'webp', quality: 72, fit: 'inside', edge: 160, moves: false },
  thumb_320: { format: 'webp', quality: 75, fit: 'inside', edge: 320, moves: false },
  thumb_640: { format: 'webp', quality: 78, fit: 'inside', edge: 640, moves: false },
} as const satisfies Record<string, DerivativeDefinition>;

/** For pages, shops and documents. */
export const VARIANTS = {
  web_1280_webp: { format: 'webp', quality: 80, fit: 'inside', edge: 1280, moves: true },
  web_1280_avif: { format: 'avif', quality: 55, fit: 'inside', edge: 1280, moves: false },
  web_1280_jpeg: { format: 'jpeg', quality: 82, fit: 'inside', edge: 1280, moves: false },
  web_2048_webp: { format: 'webp', quality: 80, fit: 'inside', edge: 2048, moves: false },
  square_1080_jpeg: { format: 'jpeg', quality: 85, fit: 'square', edge: 1080, moves: false },
} as const satisfies Record<string, DerivativeDefinition>;

export type ThumbnailName = keyof typeof THUMBNAILS;
export type VariantName = keyof typeof VARIANTS;
export type DerivativeName = ThumbnailName | VariantName;

/** How each derivative is made. */
export const DERIVATIVES: Readonly<Record<DerivativeName, DerivativeDefinition>> = {
  ...THUMBNAILS,
  ...VARIANTS,
};

export const DERIVATIVE_NAMES = [
  'thumb_160',
  'thumb_320',
  'thumb_640',
  'web_1280_webp',
  'web_1280_avif',
  'web_1280_jpeg',
  'web_2048_webp',
  'square_1080_jpeg',
] as const satisfies readonly DerivativeName[];

/** Rises when anything above changes, so that images made before count as not up to date. */
const RECIPE_VERSION = 1;

/** Behind transparent pictures in formats that have no transparency, unless another colour is asked for. */
export const DEFAULT_BACKGROUND = '#ffffff';

/** Names how derivatives are made, with the background `flatten` (`#rrggbb` or null). Part of their paths. */
export function recipeFor(flatten: string | null): string {
  return flatten === null ? `v${RECIPE_VERSION}` : `v${RECIPE_VERSION}-${flatten.slice(1)}`;
}

/** The id of the backfill that brings all images of a workspace to the present recipe. */
export const CURRENT_BACKFILL = `images-v${RECIPE_VERSION}`;

const ENDINGS: Record<DerivativeFormat, string> = { webp: 'webp', avif: 'avif', jpeg: 'jpg' };
const CONTENT_TYPES: Record<DerivativeFormat, string> = {
  webp: 'image/webp',
  avif: 'image/avif',
  jpeg: 'image/jpeg',
};

/** The name of a derivative's file: `thumb_160.webp`. */
export function derivativeFileName(name: DerivativeName): string {
  return `${name}.${ENDINGS[DERIVATIVES[name].format]}`;
}

/** The MIME type of a derivative. */
export function derivativeContentType(name: DerivativeName): string {
  return CONTENT_TYPES[DERIVATIVES[name].format];
}

/** The formats that are read, as a person is told. */
export const READABLE_IMAGES = 'a JPEG, PNG, WebP, AVIF, GIF or TIFF image';

/** What is advised when somebody has a HEIC photo. */
export const HEIC_ADVICE =
  'JPEG: on an iPhone choose Settings › Camera › Formats › Most Compatible, or export the photo as JPEG';
