/** Recognises what a product is made of. Pure. */
import { fold, squeeze } from '../vocabulary/fold.ts';

const FIBRES = [
  'cotton wool linen silk cashmere viscose polyester polyamide elastane nylon acrylic modal lyocell tencel hemp alpaca mohair leather',
  'suede rayon spandex lycra rubber bamboo merino acetate cupro jute ramie denim canvas velvet satin twill jersey poplin',
  'ceramic porcelain stoneware glass oak walnut beech teak rattan brass stainless steel silver gold plated resin silicone',
  'baumwolle wolle leinen seide leder kaschmir polyacryl holz glas keramik edelstahl',
  'coton laine lin soie cuir polyamide cachemire bois verre ceramique',
  'cotone lana lino seta pelle legno vetro ceramica algodon cuero madera vidrio seda',
  'хлопок шерсть лен шелк вискоза полиэстер эластан кожа',
]
  .join(' ')
  .split(' ');
const FIBRE_WORDS: ReadonlySet<string> = new Set(FIBRES.map(fold));
const SHARE = /\d{1,3}(?:[.,]\d)?\s?%/u;
const CJK_FIBRE = /[綿麻毛棉绒羊革丝絹]|アクリル|ポリエステル|ナイロン|レーヨン/u;
const LABEL =
  /^\s*(?:fabric|fabrication|materials?|composition|content|made of|shell|upper|obermaterial|zusammensetzung|mati[eè]re|tissu|composizione|materiale|tessuto|composici[oó]n|tejido|состав|материал|素材|材质|面料)\s*[:：]\s*/iu;

/** A composition without its label; null when the text does not say what something is made of. */
export function parseMaterial(text: string): string | null {
  const value = squeeze(text.replace(LABEL, ''));
  if (value === '' || value.length > 160) return null;
  return value !== squeeze(text) || looksLikeMaterial(value) ? value : null;
}

/** True for shares of fibres ("55% linen, 45% viscose") and for short texts of nothing but materials. */
export function looksLikeMaterial(text: string): boolean {
  const words = fold(text)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
  const known = words.filter((word) => FIBRE_WORDS.has(word)).length + (CJK_FIBRE.test(text) ? 1 : 0);
  if (SHARE.test(text)) return words.length <= 16 && (known > 0 || sharesAreWhole(text));
  return words.length > 0 && words.length <= 4 && known * 2 > words.length;
}

/** True when the printed shares of unknown stuffs add up to a hundred: "100% lambswool". */
function sharesAreWhole(text: string): boolean {
  const shares = [...text.matchAll(/(\d{1,3}(?:[.,]\d)?)\s?%\s*\p{L}{3}/gu)].map((match) =>
    Number(match[1]?.replace(',', '.')),
  );
  return (
    shares.length > 0 &&
    Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) <= 1 &&
    !/\b(?:off|discount|sale|rabatt)\b/iu.test(text)
  );
}
