/** Picks the name among the plain statements of a card. Pure. */
import type { Reading } from '../draft.ts';
import { around, bottom } from '../layout/box.ts';
import { type Phrase, styleOf } from '../layout/phrases.ts';
import { squeeze } from '../vocabulary/fold.ts';
import type { Segment } from './segments.ts';

const BADGE =
  /^(?:new|sale|new in|bestseller|best seller|sold out|exclusive|limited|neu|neuheit|nouveau|nouveaut[eé]|nuevo|nuova|novit[aà]|novedad|новинка|мало|хит|акция|распродажа|新品|新作)$/iu;

/**
 * The most prominent statement, and the earlier one of equals, with the lines that continue it in its own style.
 * Null when nothing reads as a name. Badges set behind the name in another colour are left out.
 */
export function chooseName(plain: readonly Segment[], page: number): Reading<string> | null {
  const candidates = plain.filter((segment) => isNameLike(segment.text));
  const first = candidates[0];
  if (first === undefined) return null;
  const best = candidates.reduce(
    (top, segment) => (prominence(segment) > prominence(top) + 0.5 ? segment : top),
    first,
  );
  const parts = [best, ...continuations(best, candidates, plain)];
  const text = squeeze(parts.map((part) => withoutBadges(part)).join(' '));
  const box = around(parts.flatMap((part) => part.phrases.map((phrase) => phrase.box)));
  const isDistinct = candidates.every(
    (segment) => segment === best || prominence(segment) < prominence(best),
  );
  const sure = Math.min(...best.phrases.map(({ confidence }) => confidence));
  return {
    value: text,
    confidence: (isDistinct ? 0.9 : 0.7) * sure,
    place: { kind: 'page', number: page, box },
  };
}

function isNameLike(text: string): boolean {
  return (
    text.length <= 140 && /\p{L}{2}|[\p{Script=Han}\p{Script=Katakana}]/u.test(text) && !BADGE.test(text)
  );
}

/** Size and weight; scraps and badly recognised words stand behind. */
function prominence({ text, phrases }: Segment): number {
  const phrase = phrases[0];
  if (phrase === undefined) return 0;
  const scrap = (text.match(/\p{L}/gu)?.length ?? 0) < 4 && !/\p{Script=Han}/u.test(text);
  return phrase.size + (phrase.bold ? 1.5 : 0) - (scrap ? 1.5 : 0) - (phrase.confidence < 0.6 ? 1.5 : 0);
}

/** Lines directly below in the same style, when the name has a style of its own. */
function continuations(name: Segment, candidates: readonly Segment[], plain: readonly Segment[]): Segment[] {
  const style = styleOfFirst(name);
  if (plain.length > 1 && plain.every((segment) => styleOfFirst(segment) === style)) return [];
  const found: Segment[] = [];
  let last = name;
  for (const segment of candidates.slice(candidates.indexOf(name) + 1)) {
    const box = segment.phrases[0]?.box;
    const above = last.phrases[0]?.box;
    if (box === undefined || above === undefined || styleOfFirst(segment) !== style) continue;
    if (box.y - bottom(above) > 0.6 * box.height || box.y < above.y + 1) continue;
    found.push(segment);
    last = segment;
  }
  return found;
}

/** The style of the first run: a badge behind the name must not change it. */
function styleOfFirst(segment: Segment): string {
  const run = segment.phrases[0]?.runs[0];
  const phrase: Phrase | undefined = segment.phrases[0];
  return phrase === undefined
    ? ''
    : styleOf({ ...phrase, bold: run?.bold ?? phrase.bold, color: run?.color ?? phrase.color });
}

/** The text without trailing words in another colour or size, and without badges in the same one. */
function withoutBadges(segment: Segment): string {
  const runs = segment.phrases.flatMap((phrase) => phrase.runs);
  const first = runs[0];
  if (first === undefined || runs.length === 1) return stripBadgeWords(segment.text);
  let end = runs.length;
  while (end > 1) {
    const run = runs[end - 1];
    const isBadge =
      run !== undefined &&
      (run.color !== first.color || Math.abs(run.size - first.size) > 0.5) &&
      run.text.trim().split(/\s+/u).length <= 3;
    if (!isBadge) break;
    end -= 1;
  }
  return end === runs.length
    ? stripBadgeWords(segment.text)
    : stripBadgeWords(
        squeeze(
          runs
            .slice(0, end)
            .map(({ text }) => text)
            .join(' '),
        ),
      );
}

/** In a name in small letters, "NEW" in capitals at the end is a badge. */
function stripBadgeWords(text: string): string {
  const words = text.split(' ');
  while (
    words.length > 1 &&
    BADGE.test(words.at(-1) ?? '') &&
    (words.at(-1) ?? '') === (words.at(-1) ?? '').toUpperCase() &&
    text !== text.toUpperCase()
  )
    words.pop();
  return words.join(' ');
}
