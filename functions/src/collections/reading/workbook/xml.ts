/** The XML parts of a workbook as plain trees, without namespaces. */
import { XMLParser } from 'fast-xml-parser';

/** An element: its attributes begin with `@`, its children are elements or lists of elements of one name. */
export type XmlNode = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

/** The root element by name. Null for a missing or broken part, and for document types, which workbooks never have. */
export function parseXml(bytes: Uint8Array | null, root: string): XmlNode | null {
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE/i.test(text.slice(0, 1000))) return null;
  try {
    const tree: unknown = parser.parse(text);
    return isNode(tree) ? child(tree, root) : null;
  } catch {
    return null;
  }
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All children of a name, none or several. Elements without attributes and children are `{}`. */
export function children(node: XmlNode | null, name: string): XmlNode[] {
  const value = node?.[name];
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((entry) => (isNode(entry) ? entry : { '#text': entry }));
}

/** The first child reached by a path of names. */
export function child(node: XmlNode | null, ...path: readonly string[]): XmlNode | null {
  let current = node;
  for (const name of path) current = children(current, name)[0] ?? null;
  return current;
}

export function attribute(node: XmlNode | null, name: string): string | null {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : null;
}

export function textOf(node: XmlNode | null): string {
  const value = node?.['#text'];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Every element of a name at any depth, in document order. */
export function descendants(node: XmlNode | null, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  for (const key of Object.keys(node ?? {})) {
    for (const entry of key.startsWith('@') || key === '#text' ? [] : children(node, key)) {
      if (key === name) found.push(entry);
      found.push(...descendants(entry, name));
    }
  }
  return found;
}
