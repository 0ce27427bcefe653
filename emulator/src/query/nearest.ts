/**
 * Vector search: of all results of a query those whose vectors lie nearest to a given one, found by looking at each.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/StructuredQuery#FindNearest
 */
import { z } from 'zod';
import { invalidArgument } from '../status.ts';
import type { StoredDocument } from '../store/document.ts';
import { type FieldPath, getField, parseFieldPath, withField } from '../values/field-path.ts';
import { vectorElements, type Value } from '../values/value.ts';
import { decodeValue } from '../values/wire.ts';

const measures = ['EUCLIDEAN', 'COSINE', 'DOT_PRODUCT'] as const;
const mostNeighbours = 1000;

const numberSchema = z.union([
  z.number(),
  z.object({ value: z.number() }).transform((wrapped) => wrapped.value),
]);

/** The shape of a FindNearest. */
export const nearestSchema = z.object({
  vectorField: z.object({ fieldPath: z.string() }),
  queryVector: z.unknown(),
  distanceMeasure: z.enum(measures),
  limit: numberSchema,
  distanceResultField: z.string().default(''),
  distanceThreshold: numberSchema.optional(),
});

/** A search for the nearest vectors. */
export interface Nearest {
  readonly path: FieldPath;
  readonly vector: readonly number[];
  readonly measure: (typeof measures)[number];
  readonly limit: number;
  /** No vector farther away than this is found. */
  readonly threshold: number | undefined;
  /** The field in which each result tells its distance. */
  readonly resultField: FieldPath | undefined;
}

/** Reads a FindNearest. Throws INVALID_ARGUMENT for what is none. */
export function decodeNearest(wire: z.output<typeof nearestSchema>): Nearest {
  const vector = numbersOf(decodeValue(wire.queryVector));
  if (!vector) {
    throw invalidArgument('Query Value must be of type vector.');
  }
  if (vector.length === 0) {
    throw invalidArgument('The query vector must have at least one dimension.');
  }
  if (!Number.isInteger(wire.limit) || wire.limit < 1 || wire.limit > mostNeighbours) {
    throw invalidArgument(`The limit of findNearest must be an integer from 1 to ${mostNeighbours}.`);
  }
  return {
    path: parseFieldPath(wire.vectorField.fieldPath),
    vector,
    measure: wire.distanceMeasure,
    limit: wire.limit,
    threshold: wire.distanceThreshold,
    resultField: wire.distanceResultField ? parseFieldPath(wire.distanceResultField) : undefined,
  };
}

/** The documents nearest to the vector, the nearest first; those without a vector of as many dimensions are not found. */
export function nearestOf(nearest: Nearest, documents: readonly StoredDocument[]): StoredDocument[] {
  const { measure, threshold, limit } = nearest;
  // The more alike two vectors are, the larger is their dot product.
  const sign = measure === 'DOT_PRODUCT' ? -1 : 1;
  return documents
    .flatMap((document) => {
      const distance = distanceOf(nearest, document);
      return distance === undefined ? [] : [{ document, rank: sign * distance }];
    })
    .filter(({ rank }) => threshold === undefined || rank <= sign * threshold)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ document }) => document);
}

/** A result of the search with its distance in the field for it, if there is one. */
export function withDistance(nearest: Nearest | undefined, document: StoredDocument): StoredDocument {
  if (!nearest?.resultField) {
    return document;
  }
  const value = distanceOf(nearest, document);
  return value === undefined
    ? document
    : { ...document, fields: withField(document.fields, nearest.resultField, { kind: 'double', value }) };
}

/** Undefined without a vector of as many dimensions, and where there is no angle to one. */
function distanceOf({ path, vector, measure }: Nearest, { fields }: StoredDocument): number | undefined {
  const own = numbersOf(getField(fields, path));
  if (!own || own.length !== vector.length) {
    return undefined;
  }
  const distance = distanceBetween(own, vector, measure);
  return Number.isNaN(distance) ? undefined : distance;
}

function distanceBetween(a: readonly number[], b: readonly number[], measure: Nearest['measure']): number {
  switch (measure) {
    case 'EUCLIDEAN':
      return Math.sqrt(sumOver(a, b, (x, y) => (x - y) ** 2));
    case 'COSINE':
      return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    case 'DOT_PRODUCT':
      return dot(a, b);
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sumOver(a, b, (x, y) => x * y);
}

function sumOver(a: readonly number[], b: readonly number[], term: (x: number, y: number) => number): number {
  return a.reduce((sum, x, index) => sum + term(x, b[index] ?? 0), 0);
}

function numbersOf(value: Value | undefined): number[] | undefined {
  const elements = value && vectorElements(value);
  return elements?.flatMap((element) => (element.kind === 'double' ? [element.value] : []));
}
