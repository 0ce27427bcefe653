/** Takes a line such as "Style # MF-2601  WHSL $48.00  MSRP $120.00" apart into labels and values. Pure. */
import { parsePrice } from '../values/price.ts';
import { skuLikeness } from '../values/sku.ts';
import { squeeze } from '../vocabulary/fold.ts';
import { type ColumnRole, roleOfPhrase } from '../vocabulary/column-words.ts';

/** A part of a line: what its label says it is, or null without a label. */
export interface LabelledPart {
  role: ColumnRole | null;
  text: string;
}

const MONEY: ReadonlySet<ColumnRole> = new Set(['price', 'wholesale_price', 'msrp']);
/** Labels that are so short or so common as words that only a colon makes them one. */
const NEEDS_COLON =
  /^(?:l|w|h|n|s|p|no|nr|name|item|title|product|type|line|dia|cap|o|cod|art|code|model|color|colour|size|sizes|colors)$/iu;
const LONGEST_LABEL = 4;

/** The parts of a line, in order. Text before the first label has no role. */
export function splitLabels(line: string): LabelledPart[] {
  const tokens = [...line.matchAll(/[\p{L}\p{N}%'’/.$€£₹₽¥-]+|[#№]+|[:：]|[^\s]/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const labels: { role: ColumnRole; start: number; end: number }[] = [];
  let index = 0;
  while (index < tokens.length) {
    const label = labelAt(line, tokens, index);
    if (label === null) {
      index += 1;
      continue;
    }
    labels.push(label);
    while (index < tokens.length && (tokens[index]?.start ?? 0) < label.end) index += 1;
  }
  const parts: LabelledPart[] = [
    { role: null, text: squeeze(line.slice(0, labels[0]?.start ?? line.length)) },
  ];
  labels.forEach((label, at) => {
    const value = line.slice(label.end, labels[at + 1]?.start ?? line.length);
    parts.push({ role: label.role, text: squeeze(value.replace(/[\s|·•,;/–—-]+$/u, '')) });
  });
  return parts.filter((part) => part.text !== '');
}

interface Token {
  text: string;
  start: number;
  end: number;
}

/** The longest label that begins at a word. */
function labelAt(
  line: string,
  tokens: readonly Token[],
  index: number,
): { role: ColumnRole; start: number; end: number } | null {
  for (let length = Math.min(LONGEST_LABEL, tokens.length - index); length > 0; length -= 1) {
    const first = tokens[index];
    const last = tokens[index + length - 1];
    if (first === undefined || last === undefined || /^[:：]$/u.test(last.text)) continue;
    const words = line.slice(first.start, last.end);
    const role = roleOfPhrase(words);
    if (role === null) continue;
    const after = /^\s*(?<mark>[.:：#№=-]*)\s*(?<rest>.*)$/su.exec(line.slice(last.end));
    const mark = after?.groups?.['mark'] ?? '';
    const rest = after?.groups?.['rest'] ?? '';
    const colon = /[:：=]/u.test(mark);
    const isNumber = role === 'serial' && stands('sku', words, rest, '');
    if (isNumber) return { role: 'sku', start: first.start, end: line.length - rest.length };
    if (!colon && !stands(role, words, rest, `${words}${mark}`)) continue;
    return { role, start: first.start, end: line.length - rest.length };
  }
  return null;
}

/** Without a colon a label counts only when the value behind it is of its kind. */
function stands(role: ColumnRole, words: string, rest: string, marked: string): boolean {
  const next = rest.split(/\s+/u)[0] ?? '';
  const isYear = /^(?:19|20)\d{2}(?![\d.,])/u.test(rest);
  const money =
    !isYear && (/^(?:[$€£₹₽¥]|[A-Z]{3}\s)?\s*\d/u.test(rest) || /^(?:tbd|tbc|poa|n\/a)\b/iu.test(rest));
  if (MONEY.has(role)) return money && (parsePrice(next) !== null || findAmount(rest) || !/\d/u.test(next));
  if (role === 'sku') return skuLikeness(next) >= (/[#№.]|no|nr/iu.test(marked) ? 0.1 : 0.5);
  return !NEEDS_COLON.test(words) && role === 'origin' && /^\p{Lu}/u.test(rest);
}

const findAmount = (text: string): boolean => /^(?:[$€£₹₽¥]|[A-Z]{3})?\s*\d/u.test(text);
