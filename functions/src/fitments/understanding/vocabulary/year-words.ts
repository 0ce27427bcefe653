/** Words around years, in English, German, French and Spanish, folded. */
import { phrases } from './phrases.ts';

/** Between the first and the last year. "a", "al" and "au" only between years of four figures. */
export const YEAR_TO = phrases(
  'to|thru|through|thrugh|throught|trough|throgh|thrue|till|til|until|up to|bis|bis einschliesslich|jusqu a|jusque|hasta|and up to|to my|through to',
);
export const YEAR_TO_SHORT = phrases('a|al|au|y|and|und|et');
/** Before the first of two years that "and" joins. */
export const BETWEEN = phrases('between|zwischen|entre');
/** Before a year that everything begins with. */
export const FROM = phrases(
  'from|since|starting|starting in|starting from|ab|seit|von|vom|depuis|des|de|du|desde|del|a partir de|a partir del|ab dem',
);
/** Everything begins after this year. */
export const AFTER = phrases('after|nach|apres|despues de|post');
/** Before a year that everything ends with. */
export const UNTIL = phrases('up to|upto|until|till|thru|through|bis|jusqu a|jusqu en|jusque|hasta|to');
/** Everything ends before this year. */
export const BEFORE = phrases('before|prior to|vor|antes de|pre|modeles avant|avant l annee');
/** After a year: everything from it on. */
export const AND_LATER = phrases(
  'and up|and newer|and later|and on|and onward|and onwards|and above|and beyond|and after|or newer|or later|or up|up|newer|later|onward|onwards|present|to present|to current|to date|to now|thru present|through present|current|now|heute|bis heute|und neuer|und spater|und hoher|oder neuer|' +
    'et plus|et plus recent|et apres|et suivantes|et ulterieur|a aujourd hui|y posteriores|y mas|y mas nuevo|en adelante|a la actualidad|hasta la actualidad|hasta hoy|ff|on up|plus|forward|and forward',
);
/** After a year and a dash: "2012-on". */
export const DASH_LATER = phrases(
  'on|up|present|current|now|date|heute|newer|later|onward|onwards|actualidad|ajd',
);
/** After a year: everything up to it. */
export const AND_EARLIER = phrases(
  'and older|and earlier|and down|and prior|and before|and below|or older|or earlier|und alter|und fruher|et avant|et anterieur|y anteriores|older|earlier',
);
/** Words that say that a year follows, and nothing else. */
export const YEAR_NOISE = phrases(
  'my|m y|model year|model years|year|years|yr|yrs|year range|modelljahr|modelljahre|baujahr|baujahre|bj|mj|bauj|annee|annees|an|ano|anos|jahr|jahre|the year|l annee|el ano|dem jahr|del ano|los anos|modelo ano|ano modelo|annee modele',
);
/** Months before years of four figures. */
export const MONTHS = new Set(
  (
    'jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|' +
    'januar|februar|marz|mai|juni|juli|oktober|okt|dezember|dez|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|' +
    'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'
  ).split('|'),
);
/** Between years of a list. */
export const LIST_WORDS = new Set(['and', 'und', 'et', 'y', 'e', 'or', 'oder', 'ou', 'o']);

/** What a number before it counts or measures, so that it is no year. */
export const UNITS = new Set(
  (
    'mm|cm|m|inch|inches|ft|foot|feet|lb|lbs|kg|g|gram|oz|qt|qts|quart|quarts|liter|liters|litre|litres|ml|cc|ccm|v|volt|volts|w|watt|watts|amp|amps|ah|cca|rc|hp|ps|kw|bhp|psi|bar|km|mi|mile|miles|rpm|grit|lumen|lumens|lm|' +
    'pcs|pc|pieces|piece|pack|packs|count|ct|hour|hours|hrs|series|teeth|tooth|spline|splines|pin|pins|way|gauge|awg|ohm|ohms|degree|degrees|kelvin|hz|mpg|mph|stk|stuck|teilig|meilen|zoll|zahne|pieces|milles|millas|kilometer|kilometers|usd|eur|dollars|percent|units|sets|bolts|holes|lug|lugs|nm|rivets|ply'
  ).split('|'),
);
