/** Which of the lines on photos say what a thing is called: the largest, that were read well. Pure. */
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import type { PhotoFacts, PhotoLine } from '../photo/photo-facts.ts';

/** Lines less certain than this are patterns taken for letters. */
const SURE = 0.8;
/** Smaller letters than this share of the largest are the small print. */
const LARGE = 0.45;
const MOST_LINES = 4;
const MOST_CHARACTERS = 80;

/** In the order they stand on the photo; each once. */
export function titleLines(photos: readonly PhotoFacts[]): PhotoLine[] {
  const lines = photos.flatMap(({ reading }) => reading.lines).filter(isTelling);
  const once = [...Map.groupBy(lines, ({ text }) => fold(text)).values()].flatMap(([first]) => first ?? []);
  const largest = Math.max(0, ...once.map(({ height }) => height));
  const chosen = new Set<PhotoLine>();
  let characters = 0;
  for (const line of once.toSorted((one, other) => other.height - one.height)) {
    if (line.height < LARGE * largest || chosen.size >= MOST_LINES) break;
    if (characters + line.text.length > MOST_CHARACTERS) continue;
    chosen.add(line);
    characters += line.text.length + 1;
  }
  return once.filter((line) => chosen.has(line));
}

/** With a word of three letters that can be spoken, or a number of an article. */
function isTelling({ text, confidence }: PhotoLine): boolean {
  if (confidence < SURE) return false;
  return fold(text)
    .split(' ')
    .some(
      (word) =>
        (/\p{L}{3}/u.test(word) && /[aeiouyаеиоуыэюя]/u.test(word)) ||
        /^(?=.*\p{L})(?=.*\d).{4,}$/u.test(word),
    );
}
