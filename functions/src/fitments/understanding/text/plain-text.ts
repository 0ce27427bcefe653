/** Takes the leftovers of web pages out of a text: "<br>", "&nbsp;", "&ndash;". Pure. */

/** A tag; those that end a line or a point of a list end a statement. */
const TAG = /<\/?(?<name>[a-z][a-z\d]{0,9})(?:\s[^<>]{0,300})?\/?>/giu;
const BLOCKS = new Set(['br', 'p', 'li', 'ul', 'ol', 'tr', 'div', 'h1', 'h2', 'h3', 'h4', 'table']);

const ENTITY = /&(?<name>[a-z]{2,6}|#\d{2,5});/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  minus: '-',
  rsquo: '’',
  lsquo: '‘',
  bull: '•',
  middot: '·',
  '#39': "'",
  '#160': ' ',
  '#8211': '–',
};

/** The text without tags, its entities as characters. Unknown entities stay as they are. */
export function plainText(text: string): string {
  if (!/[<&]/u.test(text)) return text;
  return text
    .replaceAll(ENTITY, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replaceAll(TAG, (_, name: string) => (BLOCKS.has(name.toLowerCase()) ? '; ' : ' '));
}
