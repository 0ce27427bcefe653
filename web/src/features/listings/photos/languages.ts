/** The languages of suggestions. Pure. */
import {
  SUGGESTION_LANGUAGES,
  type SuggestionLanguage,
  suggestionLanguageSchema,
} from '@docket/model/listing/suggestions';

/** As those who speak them call them. */
export const LANGUAGE_NAMES: Record<SuggestionLanguage, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** The first of the browser's languages that suggestions are written in, such as `de` for "de-AT"; English otherwise. */
export function languageFor(preferred: readonly string[]): SuggestionLanguage {
  for (const tag of preferred) {
    const language = suggestionLanguageSchema.safeParse(tag.toLowerCase().split('-')[0]);
    if (language.success) return language.data;
  }
  return SUGGESTION_LANGUAGES[0];
}
