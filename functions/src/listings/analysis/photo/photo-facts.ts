/** What an analysis knows about a photo: plain data, so that one phase can hand it over to the next. */
import { z } from 'zod';

/** Red, green and blue, 0–255. */
export const rgbSchema = z.tuple([z.number(), z.number(), z.number()]);
export type Rgb = z.infer<typeof rgbSchema>;

/** A line of text on a photo. */
export const photoLineSchema = z.object({
  text: z.string(),
  /** 0–1, of its least certain word. */
  confidence: z.number().min(0).max(1),
  /** Of its letters, in heights of the photo. */
  height: z.number().nonnegative(),
});
export type PhotoLine = z.infer<typeof photoLineSchema>;

export const photoLabelSchema = z.object({ text: z.string(), confidence: z.number().min(0).max(1) });
export type PhotoLabel = z.infer<typeof photoLabelSchema>;

export const photoColourSchema = z.object({
  rgb: rgbSchema,
  /** Of what is seen of the item, 0–1. */
  share: z.number().min(0).max(1),
});
export type PhotoColour = z.infer<typeof photoColourSchema>;

/** What a reader sees in a photo. */
export const photoReadingSchema = z.object({
  /** What the photo shows, in English; none from readers that know no things. */
  labels: z.array(photoLabelSchema),
  /** Things with their places; by name alone, as far as suggestions go. */
  objects: z.array(photoLabelSchema),
  lines: z.array(photoLineSchema),
  colours: z.array(photoColourSchema),
  /** Whether the item could be told from what is around it, so that the colours are its own. */
  coloursOfItem: z.boolean(),
  /** False when the photo is nothing to show in a shop; null when the reader cannot tell. */
  safe: z.boolean().nullable(),
});
export type PhotoReading = z.infer<typeof photoReadingSchema>;

/** Figures of a photo's quality. */
export const photoQualitySchema = z.object({
  /** See measureQuality; null where there is nothing that could be sharp. */
  sharpness: z.number().nullable(),
  /** Luma that nine tenths of the pixels stay below, 0–255. */
  brightest: z.number(),
  /** Share of the pixels in burnt-out areas, without a plain background, 0–1. */
  burntOut: z.number(),
  /** A coarse picture that copies are known by; see duplicates.ts. */
  thumbnail: z.base64(),
});
export type PhotoQuality = z.infer<typeof photoQualitySchema>;

export const photoFactsSchema = z.object({
  /** See PhotoFile. */
  id: z.string(),
  file: z.string(),
  /** Pixels of the original, upright. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** What the camera or a person wrote into the file; empty for nothing. */
  caption: z.string(),
  reading: photoReadingSchema,
  quality: photoQualitySchema,
});
export type PhotoFacts = z.infer<typeof photoFactsSchema>;

/** What can be measured without a reader. */
export const photoMeasuresSchema = photoFactsSchema.omit({ reading: true });
export type PhotoMeasures = z.infer<typeof photoMeasuresSchema>;
