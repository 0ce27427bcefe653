/** Category, brand, model, size, colours and condition. Pure. */
import type { Suggestion } from '@docket/model/listing/suggestions';
import type { LabelValue } from '../words/label-values.ts';
import { PHRASES } from '../words/phrases.ts';
import { categoryTerms, colourTerms, conditionTerms } from '../words/terms.ts';
import { explained } from './explained.ts';
import type { Evidence } from './gather-evidence.ts';

export function suggestCategory({ category, language }: Evidence): Suggestion | null {
  if (category === null) return null;
  const { source, text, confidence } = category.statement;
  const { quote, found } = PHRASES[language];
  return {
    field: 'category',
    value: categoryTerms.name(category.term.kind, language),
    source,
    ...explained(language, confidence, found[source](quote(text))),
  };
}

export function suggestLabelValues({ values, language }: Evidence): Suggestion[] {
  const suggestion = (field: 'brand' | 'model' | 'size', found: LabelValue | null): Suggestion[] => {
    if (found === null) return [];
    const { quote, found: sentences } = PHRASES[language];
    const reason = sentences.text(quote(found.line));
    return [{ field, value: found.value, source: 'text', ...explained(language, found.confidence, reason) }];
  };
  return [
    ...suggestion('brand', values.brand),
    ...suggestion('model', values.model),
    ...suggestion('size', values.size),
  ];
}

/** Colours of the whole photo are a guess: half of them are those of a floor or a table. */
export function suggestColours({ colours, coloursOfItem, language }: Evidence): Suggestion | null {
  if (colours.length === 0) return null;
  const names = colours.map(({ kind }) => colourTerms.name(kind, language));
  const share = colours.reduce((sum, colour) => sum + colour.share, 0);
  const { colours: ofItem, coloursOfPhoto } = PHRASES[language];
  const reason = (coloursOfItem ? ofItem : coloursOfPhoto)(names.join(', '));
  const confidence = coloursOfItem ? 0.4 + 0.4 * share : 0.25;
  return { field: 'colours', value: names, source: 'colour', ...explained(language, confidence, reason) };
}

/** From words alone: no photo shows how worn a thing is. */
export function suggestCondition({ statements, language }: Evidence): Suggestion | null {
  for (const { source, text, confidence } of statements) {
    const [term] = conditionTerms.find(text);
    if (term === undefined || source === 'label') continue;
    const { quote, found } = PHRASES[language];
    const reason = found[source](quote(text));
    return { field: 'condition', value: term.kind, source, ...explained(language, confidence, reason) };
  }
  return null;
}
