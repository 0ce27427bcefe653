/** What counts of a line of text that was recognised on a photo. Pure. */
import { cutText } from '@docket/model/cut-text';
import type { PhotoLine } from './photo-facts.ts';

/** Words less certain than this are the pattern of a fabric. */
const LEAST_CONFIDENCE = 0.7;

/**
 * What is kept of a photo: labels have fewer lines, and shorter ones. Pages of books have more, which say nothing of what a thing
 * is, and twelve of them would be more than a document takes.
 */
const MOST_LINES = 100;
const MOST_CHARACTERS = 200;

/** A line as it was recognised. */
export interface ReadLine {
  /** From the first to the last; confidence 0–1. */
  words: readonly { text: string; confidence: number }[];
  /** Of its letters, in pixels. */
  height: number;
}

/** The largest lines of words that can be trusted, as they stand on a picture of `photoHeight` pixels. */
export function toPhotoLines(lines: readonly ReadLine[], photoHeight: number): PhotoLine[] {
  const trusted = lines.flatMap((line) => toPhotoLine(line, photoHeight));
  const largest = trusted.toSorted((one, other) => other.height - one.height).slice(0, MOST_LINES);
  const kept = new Set(largest);
  return trusted.filter((line) => kept.has(line));
}

/** Nothing when there are no words that can be trusted. */
function toPhotoLine({ words: all, height }: ReadLine, photoHeight: number): PhotoLine[] {
  const words = all.filter(
    ({ text, confidence }) => confidence >= LEAST_CONFIDENCE && /[\p{L}\p{N}]/u.test(text),
  );
  if (words.length === 0) return [];
  return [
    {
      text: cutText(words.map(({ text }) => text).join(' '), MOST_CHARACTERS),
      confidence: Math.min(...words.map(({ confidence }) => confidence)),
      height: Math.min(1, height / photoHeight),
    },
  ];
}
