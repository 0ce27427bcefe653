/** What a person asks for when they say how products are to be grouped. Deterministic; pure. */
import { fold, squeeze } from '../vocabulary/fold.ts';

/** What a hint says, before it is held against a linesheet. */
export interface HintWords {
  /** All products together. */
  single: boolean;
  /** Groups that are wider or narrower than those found without the hint. */
  step: 'broader' | 'finer' | null;
  /** What is left without the words of asking: "use the column Department" is "column department". Folded. */
  rest: string;
  /** The names that the hint may list, in its order and spelling; at least one, unless the hint is empty. */
  names: string[];
}

const SINGLE =
  /\b(?:no|without(?: any)?|not? any|one|a single|single|keine|ohne|eine einzige|sans|una sola) (?:categor|group|section|kategori|gruppe|categori)\p{L}*|\b(?:all (?:together|in one)|everything (?:together|in one)|ungrouped)\b/u;
const FOR_EACH = /\b(?:per|for each|for every|by|pro|je|par)\b/u;
const BROADER =
  /\b(?:level up|broader|coarser|wider|bigger|larger|fewer|less detail(?:ed)?|higher level|main categories|grober|weniger|plus larges?)\b/u;
const FINER =
  /\b(?:level down|finer|narrower|smaller|more (?:categories|groups|detail(?:ed)?)|sub ?categor(?:y|ies)|feiner|mehr kategorien|plus fines?)\b/u;

/** Words in which a wish is wrapped. */
const ASKING = new Set(
  `please pls use using take by group grouped groups grouping split sort sorted divide divided organise organised organize
  organized arrange arranged make create want need would like i we you the a an of in into from for to on with and as
  them it these those this that my our are is be should categories category categorise categorize according based each
  per names name values value instead only just nur bitte nach gruppiere sortiere par selon`.split(/\s+/u),
);

/** Words before a list: "Categories: Dresses, Tops". */
const LEAD =
  /^(?:(?:please|pls|bitte)\s+)?(?:(?:the\s+)?(?:categories|groups|sections|kategorien)(?:\s+(?:are|should be))?|(?:use|group into|split into|sort into|divide into|i want|we want|make|only))\s*:?\s+(?=\S)/iu;

/** Breaks a list at commas, semicolons, bullets and lines; a last "and" counts where others are set off by commas. */
function listOf(text: string): string[] {
  const parts = text.split(/[,;\n•|]+|\s[-–]\s/u);
  const last = parts.pop() ?? '';
  const ends = parts.length > 0 ? last.split(/\s+(?:and|und|et|e|y)\s+/iu) : [last];
  return [...parts, ...ends]
    .map((part) => squeeze(part.replace(/^\s*(?:and|und|et|e|y|\d+[.)])\s+/iu, '')).replace(/[.:!]+$/u, ''))
    .filter(
      (part) =>
        fold(part) !== '' &&
        fold(part)
          .split(' ')
          .some((word) => !ASKING.has(word)),
    );
}

/** Reads a hint; its words may mean several things, and the linesheet decides which. */
export function readHint(hint: string): HintWords {
  const folded = fold(hint);
  const quoted = hint.replace(/["“”„«»]/gu, ' ').replace(LEAD, '');
  return {
    single: SINGLE.test(folded) && !FOR_EACH.test(folded),
    step: BROADER.test(folded) ? 'broader' : FINER.test(folded) ? 'finer' : null,
    rest: folded
      .split(' ')
      .filter((word) => !ASKING.has(word))
      .join(' '),
    names: listOf(quoted),
  };
}
