/**
 * Resource names: `projects/P/databases/D/documents/COLLECTION/ID/…`. Inside the server a document is known by its
 * full name; rules, triggers and collections look at the path behind `documents/`.
 */
import { invalidArgument } from './status.ts';
import { compareText } from './values/text.ts';

/** A full resource name, taken apart. */
export interface ResourceName {
  /** `projects/P/databases/D` */
  readonly database: string;
  /** What stands behind `documents/`: empty for the root, even for a document, odd for a collection. */
  readonly segments: readonly string[];
}

/** The two variable parts of a database's name. */
export interface DatabaseName {
  readonly project: string;
  readonly database: string;
}

const namePattern = /^(projects\/[^/]+\/databases\/[^/]+)\/documents(?:\/(.*))?$/s;
const databasePattern = /^projects\/([^/]+)\/databases\/([^/]+)$/;
const numericId = /^__id(-?\d+)__$/;
const longestId = 1500;

/** Takes a name apart that lies under `…/documents`. Throws INVALID_ARGUMENT for anything else. */
export function parseName(name: string): ResourceName {
  const match = namePattern.exec(name);
  const database = match?.[1];
  if (!database) {
    throw invalidArgument(`Invalid resource name: ${name}`);
  }
  const segments = match[2] ? match[2].split('/') : [];
  for (const segment of segments) {
    checkSegment(segment, name);
  }
  return { database, segments };
}

/** Like {@link parseName}, for a document. */
export function parseDocumentName(name: string): ResourceName {
  const parsed = parseName(name);
  if (parsed.segments.length === 0 || parsed.segments.length % 2 !== 0) {
    throw invalidArgument(`Document name "${name}" has an odd number of segments or none.`);
  }
  return parsed;
}

/** Like {@link parseName}, for what can have collections below it: a document or the root. */
export function parseParentName(name: string): ResourceName {
  const parsed = parseName(name);
  if (parsed.segments.length % 2 !== 0) {
    throw invalidArgument(`"${name}" is a collection, not a document or the root.`);
  }
  return parsed;
}

/** Takes a database's name apart. Throws INVALID_ARGUMENT when it is none. */
export function parseDatabaseName(name: string): DatabaseName {
  const [, project, database] = databasePattern.exec(name) ?? [];
  if (!project || !database) {
    throw invalidArgument(`Invalid database name: ${name}`);
  }
  return { project, database };
}

/** The full name of what lies at `segments` in a database. */
export function joinName(database: string, segments: readonly string[]): string {
  return [database, 'documents', ...segments].join('/');
}

/** The order of two names of documents: segment by segment. */
export function compareNames(a: string, b: string): number {
  return compareSegments(a.split('/'), b.split('/'));
}

/** The order of two paths; a path sorts before whatever lies below it. */
export function compareSegments(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareIds(a[index] ?? '', b[index] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** The order of two ids; numeric ids (`__id7__`, from Datastore) sort before all others, by number. */
export function compareIds(a: string, b: string): number {
  if (!a.startsWith('__id') && !b.startsWith('__id')) {
    return compareText(a, b);
  }
  const [left, right] = [numericId.exec(a)?.[1], numericId.exec(b)?.[1]];
  if (left !== undefined && right !== undefined) {
    return Number(BigInt(left) - BigInt(right));
  }
  return left === undefined && right === undefined ? compareText(a, b) : left === undefined ? 1 : -1;
}

function checkSegment(segment: string, name: string): void {
  if (segment === '' || segment === '.' || segment === '..') {
    throw invalidArgument(`Invalid segment "${segment}" in resource name: ${name}`);
  }
  if (segment.length * 3 > longestId && Buffer.byteLength(segment) > longestId) {
    throw invalidArgument(`A segment of the resource name is longer than ${longestId} bytes.`);
  }
}
