/** The vocabularies, ready to be looked for. */
import { termFinder } from './find-terms.ts';
import { CATEGORY_WORDS, COLOUR_WORDS, CONDITION_WORDS, MATERIAL_WORDS } from './vocabulary.ts';

export const categoryTerms = termFinder(CATEGORY_WORDS, { compounds: true });
export const materialTerms = termFinder(MATERIAL_WORDS);
export const colourTerms = termFinder(COLOUR_WORDS);
export const conditionTerms = termFinder(CONDITION_WORDS);
