/**
 * What a document contains, independent of its file format: the hand-over between reading (phases 1–3) and
 * understanding (phases 4–6). Stored between phases as JSON, so everything here is plain data.
 */
import { boxSchema, placeSchema } from '@docket/model/geometry';
import { z } from 'zod';

/** A stretch of text in one font and colour on one line of a page. */
export const textRunSchema = z.object({
  text: z.string(),
  box: boxSchema,
  /** Height of the font in points. */
  size: z.number(),
  bold: z.boolean(),
  italic: z.boolean(),
  /** `#rrggbb`; null when unknown. */
  color: z.string().nullable(),
  /** Crossed out by a line: an old price. */
  struck: z.boolean(),
  /** 0–1 for text recognised on a picture; 1 for text of the document itself. */
  confidence: z.number().min(0).max(1),
});
export type TextRun = z.infer<typeof textRunSchema>;

/** A straight horizontal or vertical line, or the edge of a filled area: what tables are drawn with. */
export const ruledLineSchema = z.object({ x1: z.number(), y1: z.number(), x2: z.number(), y2: z.number() });
export type RuledLine = z.infer<typeof ruledLineSchema>;

/** One page: text in reading order as far as the file gives it, boxes in points from the top left as displayed. */
export const pageContentSchema = z.object({
  number: z.number().int().positive(),
  width: z.number(),
  height: z.number(),
  runs: z.array(textRunSchema),
  lines: z.array(ruledLineSchema),
  /** True when the page is only a picture and its text was recognised. */
  recognised: z.boolean(),
});
export type PageContent = z.infer<typeof pageContentSchema>;

/** A cell with content. `row` and `column` are 1-based. A merged cell stands at its top left and says how far it reaches. */
export const cellSchema = z.object({
  row: z.number().int().positive(),
  column: z.number().int().positive(),
  /** As a person sees it in the sheet, with its number format applied. */
  text: z.string(),
  /** The number behind it, when it is one. */
  number: z.number().nullable(),
  bold: z.boolean(),
  row_span: z.number().int().positive(),
  column_span: z.number().int().positive(),
});
export type Cell = z.infer<typeof cellSchema>;

/** A visible sheet of a workbook, or a whole CSV file. Cells by row, then column. */
export const sheetContentSchema = z.object({ name: z.string(), cells: z.array(cellSchema) });
export type SheetContent = z.infer<typeof sheetContentSchema>;

/** The text of a document: pages or sheets. */
export const documentContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pages'), pages: z.array(pageContentSchema) }),
  z.object({ kind: z.literal('sheets'), sheets: z.array(sheetContentSchema) }),
]);
export type DocumentContent = z.infer<typeof documentContentSchema>;

/** A distinct picture of a document: the same picture used twice is one image with two places. */
export const extractedImageSchema = z.object({
  /** From the content: the first 20 hex digits of the SHA-256 of the decoded pixels. */
  image_id: z.string(),
  /** Pixels of the original. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Everywhere it is used. On pages the box where it is painted, in sheets the cell of its anchor. */
  places: z.array(placeSchema),
  /** 64-bit difference hash as 16 hex digits, to find near duplicates. */
  fingerprint: z.string(),
  /** 0–1: share of the picture in its most common colour (quantised). */
  flatness: z.number().min(0).max(1),
  /** Standard deviation of luminance, 0–127. */
  contrast: z.number().nonnegative(),
  /** Number of distinct quantised colours (of 512) that cover at least 0.1 % each. */
  colors: z.number().int().nonnegative(),
  /** True when parts of it are transparent. */
  transparent: z.boolean(),
});
export type ExtractedImage = z.infer<typeof extractedImageSchema>;

/** Why a picture is not a product picture. */
export const DROP_REASONS = [
  'logo',
  'swatch',
  'background',
  'decoration',
  'duplicate',
  'too_small',
  'page_scan',
] as const;

/** The judgement on one picture. */
export const filteredImageSchema = extractedImageSchema.extend({
  verdict: z.discriminatedUnion('keep', [
    z.object({ keep: z.literal(true) }),
    z.object({
      keep: z.literal(false),
      reason: z.enum(DROP_REASONS),
      /** For duplicates: the image that is kept instead. */
      same_as: z.string().nullable(),
    }),
  ]),
});
export type FilteredImage = z.infer<typeof filteredImageSchema>;
