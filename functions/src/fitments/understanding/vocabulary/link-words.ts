/** Words that exclude, limit, widen and join, in English, German, French and Spanish, folded. */
import { phrases } from './phrases.ts';

/** What follows is not fitted. */
export const EXCEPT = phrases(
  'exc|excl|except|except for|excepting|excluding|excludes|exclude|excluded|other than|not for|not fit|does not fit|doesn t fit|do not fit|don t fit|will not fit|won t fit|wont fit|doesnt fit|dont fit|not compatible with|not compatible|does not include|not including|cannot fit|can not fit|not on|but not|not with|' +
    'ausser|ausser fur|nicht fur|nicht bei|nicht passend|nicht passend fur|passt nicht|ausgenommen|ausgeschlossen|ohne modell|sauf|hors|excepte|a l exception de|a l exception du|ne convient pas|ne convient pas a|ne convient pas pour|pas pour|non compatible avec|excepto|excepto para|salvo|menos|no compatible con|no apto para|no para|no sirve para',
);
/** What follows is not fitted, when it is a year, a model, a trim or the like. */
export const WEAK_EXCEPT = phrases('no|not|non|nicht|kein|keine|pas|nor');
/** A variant without something: what follows limits the vehicles meant, as "with" does. */
export const WITHOUT = phrases('without|w o|wo|ohne|sans|sin|less');
export const ALL_MODELS = phrases(
  'all models|all model|every model|all variants|alle modelle|alle varianten|tous modeles|tous les modeles|todos los modelos|all trims|all submodels',
);
export const ALL_YEARS = phrases(
  'all years|all model years|every year|alle baujahre|alle jahre|toutes annees|toutes les annees|todos los anos',
);
/** Between things of one list, beside commas and slashes. */
export const JOIN_WORDS = new Set([
  'and',
  'und',
  'et',
  'y',
  'or',
  'oder',
  'ou',
  'o',
  'also',
  'plus',
  'sowie',
  'auch',
]);
/** Words before a number that make it the number of a part. */
export const PART_NUMBER_WORDS = phrases(
  'replaces|replace|replacement for part|replaces part|supersedes|part no|part number|part|part nr|p n|pn|item no|item number|item|ref|ref no|reference|oe no|oem no|oe number|oem number|oem part|oem part no|casting|casting no|serial|sku|mpn|interchange|interchange no|' +
    'no|number|num|nr|art nr|artikelnummer|teilenummer|teile nr|ersetzt|remplace|reference oe|reemplaza|numero|n de pieza|model no|model number|patent|upc|ean|dot|sae|iso|din|hollander|fmsi',
);
