/** How sure a suggestion is, with the sentence that says why. Pure. */
import { DOUBTFUL, type Suggestion, type SuggestionLanguage } from '@docket/model/listing/suggestions';
import { PHRASES } from '../words/phrases.ts';

/** Rounded to hundredths; a guess says that it is one. */
export function explained(
  language: SuggestionLanguage,
  confidence: number,
  reason: string,
): Pick<Suggestion, 'confidence' | 'reason'> {
  const rounded = Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;
  return {
    confidence: rounded,
    reason: rounded <= DOUBTFUL ? `${reason} ${PHRASES[language].unsure}` : reason,
  };
}
