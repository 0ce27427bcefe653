/** What counts of a line of text that was recognised on a photo. Pure. */
import type { PhotoLine } from './photo-facts.ts';

/** Words less certain than this are the pattern of a fabric. */
const LEAST_CONFIDENCE = 0.7;

/** A line as it was recognised. */
export interface ReadLine {
  /** From the first to the last; confidence 0–1. */
  words: readonly { text: string; confidence: number }[];
  /** Of its letters, in pixels. */
  height: number;
}

/** The words that can be trusted, on a picture of `photoHeight` pixels; nothing when there are none. */
export function toPhotoLine({ words: all, height }: ReadLine, photoHeight: number): PhotoLine[] {
  const words = all.filter(
    ({ text, confidence }) => confidence >= LEAST_CONFIDENCE && /[\p{L}\p{N}]/u.test(text),
  );
  if (words.length === 0) return [];
  return [
    {
      text: words.map(({ text }) => text).join(' '),
      confidence: Math.min(...words.map(({ confidence }) => confidence)),
      height: Math.min(1, height / photoHeight),
    },
  ];
}
