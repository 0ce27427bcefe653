/** What Cloud Vision says of a picture, as its client library hands it over, checked and without gaps. */
import { z } from 'zod';

const number = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const share = number.transform((value) => Math.min(1, Math.max(0, value)));
/** 0–255. */
const shade = number.transform((value) => Math.min(255, Math.max(0, value)));
/** The name of an enum's value; a number for one that the library does not know. */
const enumName = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? 'UNKNOWN'));

function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** A corner: what is 0 is left out on the wire. */
const vertexSchema = z.object({ x: number, y: number });

const symbolSchema = z.object({
  text,
  property: z
    .object({
      detectedBreak: z.object({ type: enumName, isPrefix: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
});

const wordSchema = z.object({
  symbols: listOf(symbolSchema),
  /** 0 where the service gives none. */
  confidence: share,
  /** In pixels, from the upper left corner of the upright text clockwise. */
  boundingBox: z.object({ vertices: listOf(vertexSchema) }).nullish(),
});
/** A word, or a part of one: "WH", "-" and "1000XM4" are three. */
export type VisionWord = z.infer<typeof wordSchema>;

const pageSchema = z.object({
  blocks: listOf(z.object({ paragraphs: listOf(z.object({ words: listOf(wordSchema) })) })),
});
export type VisionPage = z.infer<typeof pageSchema>;

const objectSchema = z.object({
  name: text,
  score: share,
  /** In shares of the picture. */
  boundingPoly: z.object({ normalizedVertices: listOf(vertexSchema) }).nullish(),
});
export type VisionObject = z.infer<typeof objectSchema>;

const colourSchema = z.object({
  color: z.object({ red: shade, green: shade, blue: shade }).nullish(),
  pixelFraction: share,
});
export type VisionColour = z.infer<typeof colourSchema>;

const safeSearchSchema = z.object({ adult: enumName, violence: enumName });
export type VisionSafeSearch = z.infer<typeof safeSearchSchema>;

/** One picture's answer. Whatever was not found is empty or null. */
const annotationsSchema = z.object({
  error: z.object({ code: number, message: text }).nullish(),
  labelAnnotations: listOf(z.object({ description: text, score: share })),
  localizedObjectAnnotations: listOf(objectSchema),
  fullTextAnnotation: z.object({ pages: listOf(pageSchema) }).nullish(),
  imagePropertiesAnnotation: z
    .object({ dominantColors: z.object({ colors: listOf(colourSchema) }).nullish() })
    .nullish(),
  safeSearchAnnotation: safeSearchSchema.nullish(),
});
export type Annotations = z.infer<typeof annotationsSchema>;

/** The answer to a request for one picture. */
export const answerSchema = z
  .object({ responses: z.tuple([annotationsSchema]) })
  .transform(({ responses: [annotations] }) => annotations);
