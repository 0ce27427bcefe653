/** The little XML that a presentation needs. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `text` as content of an element or of an attribute in double quotes. It must not contain control characters. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}

/** An XML document. */
export function xmlDocument(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
}

/** Namespaces of PresentationML, under the prefixes that everybody uses. */
export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Points in English Metric Units, which drawings are measured in: 12,700 a point. */
export function emu(points: number): number {
  return Math.round(points * 12_700);
}

/** A colour of the model, `#rrggbb`, as a fill. */
export function solidFill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;
}

/** One relationship of a part. `type` is the last word of the relationship's type. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The `.rels` part that says what a part refers to. */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  const all = relationships.map(
    ({ id, type, target }) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${OFFICE}/${type}`}" Target="${escapeXml(target)}"/>`,
  );
  return xmlDocument(`<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`);
}
