/** A document at rest, and its form on the wire. */
import { joinName, parseDocumentName } from '../paths.ts';
import { formatMicros, type Micros } from '../values/timestamp.ts';
import type { Fields } from '../values/value.ts';
import { encodeFields, type JsonObject } from '../values/wire.ts';

/** One version of one document. Never changed: a write makes a new one. */
export interface StoredDocument {
  /** The full resource name. */
  readonly name: string;
  /** The path behind `documents/`, e.g. `['jobs', 'j1']`. */
  readonly segments: readonly string[];
  readonly fields: Fields;
  readonly createTime: Micros;
  readonly updateTime: Micros;
}

/** What one commit did to one document; `before` and `after` differ, and at least one is there. */
export interface DocumentChange {
  readonly name: string;
  readonly segments: readonly string[];
  readonly before: StoredDocument | undefined;
  readonly after: StoredDocument | undefined;
}

/** A document in proto3 JSON. */
export interface WireDocument {
  name: string;
  fields?: JsonObject;
  createTime?: string;
  updateTime?: string;
}

/** Encoded once per version, however many listeners it goes to. */
const encoded = new WeakMap<StoredDocument, WireDocument>();

/** The document in proto3 JSON. The result is shared: do not change it. */
export function encodeDocument(document: StoredDocument): WireDocument {
  let wire = encoded.get(document);
  if (!wire) {
    wire = toWireDocument(document);
    encoded.set(document, wire);
  }
  return wire;
}

/** The same, made for one use: what goes through whole databases would otherwise keep them in memory twice. */
export function toWireDocument(document: StoredDocument): WireDocument {
  return {
    name: document.name,
    fields: encodeFields(document.fields),
    createTime: formatMicros(document.createTime),
    updateTime: formatMicros(document.updateTime),
  };
}

/** The path of the collection a document lies in, e.g. `jobs/j1/pages`. */
export function collectionPathOf(segments: readonly string[]): string {
  return segments.slice(0, -1).join('/');
}

/** The id of the collection a document lies in, e.g. `pages`. */
export function collectionIdOf(segments: readonly string[]): string {
  return segments.at(-2) ?? '';
}

/** Puts a document together from its parts as a journal or an export keeps them. */
export function restoreDocument(
  name: string,
  fields: Fields,
  createTime: Micros,
  updateTime: Micros,
): StoredDocument {
  const { database, segments } = parseDocumentName(name);
  return { name: joinName(database, segments), segments, fields, createTime, updateTime };
}
