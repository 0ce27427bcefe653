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
/** The most bytes of one id. */
const longestId = 1500;
/** The most bytes of a document's path behind `documents/`. */
const longestName = 6 * 1024;
/** The most collections below each other. */
const deepestCollection = 100;
const reservedId = /^__.*__$/s;

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

/**
 * Like {@link parseDocumentName}, for a document that a request to `database` reads or writes. Refuses documents of
 * other databases and ids that cannot be.
 */
export function parseNameWithin(database: string, name: string): ResourceName {
  const parsed = parseDocumentName(name);
  checkDatabase(database, parsed);
  checkIds(parsed.segments);
  return parsed;
}

/** Throws INVALID_ARGUMENT when a name of one database stands in a request to another. */
export function checkDatabase(database: string, name: ResourceName): void {
  if (name.database !== database) {
    throw invalidArgument(
      `The request was for database '${database}' but was attempting to access database '${name.database}'`,
    );
  }
}

/**
 * Throws INVALID_ARGUMENT for a path of ids that no document can have. Ids in the form of Datastore's numeric ones may
 * be: that is what imported documents have.
 */
export function checkIds(segments: readonly string[]): void {
  for (const segment of segments) {
    if (segment.startsWith('__') && reservedId.test(segment) && !numericId.test(segment)) {
      throw invalidArgument(`Resource id "${segment}" is invalid because it is reserved.`);
    }
    if (!segment.isWellFormed()) {
      throw invalidArgument(`Resource id ${JSON.stringify(segment)} is not valid UTF-8.`);
    }
  }
  if (segments.length > 2 * deepestCollection) {
    throw invalidArgument(`Collections cannot be nested deeper than ${deepestCollection} levels.`);
  }
  const characters = segments.reduce((total, { length }) => total + length + 1, 0);
  if (characters * 3 > longestName && Buffer.byteLength(segments.join('/')) > longestName) {
    throw invalidArgument(`A document name cannot be longer than 6,144 bytes.`);
  }
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
