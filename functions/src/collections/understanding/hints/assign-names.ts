/** Puts products into the categories that a person has listed, by the words of the products. Pure. */
import type { Draft, Grouping } from '../draft.ts';
import { fold } from '../vocabulary/fold.ts';
import { membersOf, phraseOf, stemsOf, synonymsOf } from '../vocabulary/goods-words.ts';

/** A group that a product is put into; unlike a `Grouping` it need not be printed anywhere. */
export type ChosenGroup = Omit<Grouping, 'source'>;

/** The name of what fits none of the listed categories, unless the list has a word for it. */
const OTHER = 'Other';
const CATCH_ALL =
  /^(?:others?|misc(?:ellaneous)?|rest|the rest|everything else|sonstiges|divers|altro|otros)$/u;

/** A listed name with the phrases that stand for it, the closest first. */
interface Listed {
  name: string;
  direct: string[];
  alike: string[];
  members: string[];
}

/** "Shirts & Blouses" stands for either. */
function listed(name: string): Listed {
  const direct = name
    .split(/\s*(?:&|\+|\/|\band\b|\bund\b)\s*/iu)
    .map(phraseOf)
    .filter((part) => part !== '');
  const asked = [...new Set([...direct, phraseOf(name)])];
  return {
    name,
    direct,
    alike: asked.flatMap(synonymsOf),
    members: asked.flatMap(membersOf),
  };
}

/** How strongly a text speaks for a name (0: not at all), and how late in it: the last word says what a thing is. */
interface Evidence {
  weight: number;
  at: number;
}

const NOTHING: Evidence = { weight: 0, at: -1 };

/** The last place of a phrase in a text, by whole words, else at the end of a compound word; -1 for nowhere. */
function placeOf(stems: readonly string[], phrase: string): number {
  const words = phrase.split(' ');
  const [only] = words;
  const isAt = (start: number) => words.every((word, offset) => stems[start + offset] === word);
  const whole = stems.findLastIndex((_stem, index) => isAt(index));
  if (whole >= 0 || only === undefined || words.length > 1 || only.length < 4) return whole;
  return stems.findLastIndex((stem) => stem.length > only.length && stem.endsWith(only));
}

/** `weights` are those of the words themselves, of synonyms, and of what belongs to a wider kind. */
function evidenceOf(text: string, entry: Listed, weights: readonly [number, number, number]): Evidence {
  const stems = stemsOf(text);
  const [direct, alike, member] = weights;
  for (const [phrases, weight] of [
    [entry.direct, direct],
    [entry.alike, alike],
    [entry.members, member],
  ] as const) {
    const at = Math.max(-1, ...phrases.map((phrase) => placeOf(stems, phrase)));
    if (at >= 0) return { weight, at };
  }
  return NOTHING;
}

/** A group that is called just like the listed name outweighs whatever the product is called. */
const CALLED_SO = 6;

function score(draft: Draft, entry: Listed): Evidence {
  const own = evidenceOf(draft.fields.name?.value ?? '', entry, [3, 2.5, 2]);
  const grouped = Math.max(
    0,
    ...draft.groupings.map(({ name }) =>
      fold(name) === fold(entry.name) ? CALLED_SO : evidenceOf(name, entry, [2, 1.5, 1]).weight,
    ),
  );
  return { weight: own.weight + grouped, at: own.at };
}

/** From what the weights add up to. */
function confidenceOf(weight: number): number {
  if (weight >= CALLED_SO) return 0.95;
  return weight >= 3 ? 0.85 : 0.7;
}

/**
 * The listed category of each draft; what fits none goes to "Other". Null when the list fits no draft at all, so that
 * it cannot have been a list of categories.
 */
export function assignNames(drafts: readonly Draft[], names: readonly string[]): ChosenGroup[] | null {
  const catchAll = names.find((name) => CATCH_ALL.test(fold(name)));
  const entries = names.filter((name) => name !== catchAll).map(listed);
  let fits = 0;
  const chosen = drafts.map((draft): ChosenGroup => {
    let best: { entry: Listed; evidence: Evidence } | null = null;
    for (const entry of entries) {
      const evidence = score(draft, entry);
      const top = best?.evidence ?? NOTHING;
      const isBetter =
        evidence.weight > top.weight || (evidence.weight === top.weight && evidence.at > top.at);
      if (evidence.weight > 0 && isBetter) best = { entry, evidence };
    }
    const place = draft.fields.name?.place ?? draft.place;
    if (best === null)
      return {
        name: catchAll ?? OTHER,
        reason: 'Fits none of the hint’s categories',
        confidence: 0.5,
        place,
      };
    fits += 1;
    const confidence = confidenceOf(best.evidence.weight);
    return { name: best.entry.name, reason: 'Listed in the hint', confidence, place };
  });
  return fits === 0 ? null : chosen;
}
