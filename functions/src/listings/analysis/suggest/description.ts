/** A description of nothing but what was found. Pure. */
import type { Suggestion } from '@docket/model/listing/suggestions';
import { PHRASES } from '../words/phrases.ts';
import { colourTerms, materialTerms } from '../words/terms.ts';
import { explained } from './explained.ts';
import type { Evidence } from './gather-evidence.ts';

/** Facts below this are no facts. */
const LEAST_CONFIDENCE = 0.4;
/** One fact alone is in its own field already. */
const ENOUGH = 2;

/** Null with fewer than two facts to tell. */
export function suggestDescription(evidence: Evidence, title: Suggestion | null): Suggestion | null {
  const { language, values, materials, colours, coloursOfItem, titleLines } = evidence;
  const phrases = PHRASES[language];
  const parts: string[] = [];
  const tell = (label: string, value: string) => parts.push(`${label}: ${value}.`);
  if (values.brand !== null && values.brand.confidence >= LEAST_CONFIDENCE)
    tell(phrases.brand, values.brand.value);
  if (values.model !== null && values.model.confidence >= LEAST_CONFIDENCE)
    tell(phrases.model, values.model.value);
  if (values.size !== null && values.size.confidence >= LEAST_CONFIDENCE)
    tell(phrases.size, values.size.value);
  if (materials.length > 0) {
    tell(phrases.material, materials.map(({ term }) => materialTerms.name(term.kind, language)).join(', '));
  }
  if (coloursOfItem && colours.length > 0) {
    tell(phrases.colour, colours.map(({ kind }) => colourTerms.name(kind, language)).join(', '));
  }
  const words = titleLines.map(({ text }) => text).join(' ');
  if (words !== '') parts.push(phrases.textOnItem(phrases.quote(words)));
  if (parts.length < ENOUGH || title === null || title.field !== 'title') return null;
  const confidence = 0.9 * title.confidence;
  return {
    field: 'description',
    value: [`${title.value}.`, ...parts].join(' '),
    source: title.source,
    ...explained(language, confidence, title.reason.replace(` ${phrases.unsure}`, '')),
  };
}
