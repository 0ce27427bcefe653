/** Step 5: what photos are known to show becomes suggestions for the fields of a listing. Pure. */
import type { Suggestion, SuggestionLanguage } from '@docket/model/listing/suggestions';
import type { PhotoFacts } from '../photo/photo-facts.ts';
import { suggestCategory, suggestColours, suggestCondition, suggestLabelValues } from './attributes.ts';
import { suggestDescription } from './description.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type SimilarItem, suggestPrice } from './price.ts';
import { suggestTags } from './tags.ts';
import { suggestTitle } from './title.ts';

/** At most one suggestion for each field. Nothing is suggested for fields that nothing was found for. */
export function suggestFields(
  photos: readonly PhotoFacts[],
  language: SuggestionLanguage,
  similarItems: readonly SimilarItem[],
): Suggestion[] {
  const evidence = gatherEvidence(photos, language);
  const title = suggestTitle(evidence);
  const category = suggestCategory(evidence);
  const described = {
    title: title?.field === 'title' ? title.value : '',
    category: category?.field === 'category' ? category.value : '',
  };
  return [
    title,
    suggestDescription(evidence, title),
    category,
    suggestTags(evidence),
    suggestCondition(evidence),
    ...suggestLabelValues(evidence),
    suggestColours(evidence),
    suggestPrice(described, similarItems, language),
  ].flatMap((suggestion) => suggestion ?? []);
}
