/** The writes of a commit: their form on the wire and the internal union. */
import { z } from 'zod';
import { parseNameWithin } from '../paths.ts';
import { invalidArgument } from '../status.ts';
import { type FieldPath, parseFieldPath } from '../values/field-path.ts';
import { type Micros, parseMicros } from '../values/timestamp.ts';
import type { Fields, Value } from '../values/value.ts';
import { decodeFields, decodeValue } from '../values/wire.ts';

/** What must hold before a write for the commit to go on. */
export type Precondition =
  | { readonly kind: 'none' }
  | { readonly kind: 'exists'; readonly exists: boolean }
  | { readonly kind: 'updateTime'; readonly time: Micros };

/** A change of one field that depends on what is there. */
export type Transform = { readonly path: FieldPath } & (
  | { readonly kind: 'serverTimestamp' }
  | { readonly kind: 'increment' | 'maximum' | 'minimum'; readonly operand: Value }
  | { readonly kind: 'appendMissing' | 'removeAll'; readonly elements: readonly Value[] }
);

interface Target {
  readonly name: string;
  readonly segments: readonly string[];
  readonly precondition: Precondition;
}

export type Write = Target &
  (
    | {
        readonly kind: 'update';
        readonly fields: Fields;
        /** The fields to touch; undefined replaces the document. */
        readonly mask: readonly FieldPath[] | undefined;
        readonly transforms: readonly Transform[];
      }
    | { readonly kind: 'delete' }
    /** Changes nothing: only the precondition counts. Web transactions send it for documents they read. */
    | { readonly kind: 'verify' }
  );

const preconditionSchema = z.object({ exists: z.boolean().optional(), updateTime: z.string().optional() });
const maskSchema = z.object({ fieldPaths: z.array(z.string()).default([]) });
const elementsSchema = z.object({ values: z.array(z.unknown()).default([]) });
const transformSchema = z.object({
  fieldPath: z.string(),
  setToServerValue: z.literal('REQUEST_TIME').optional(),
  increment: z.unknown().optional(),
  maximum: z.unknown().optional(),
  minimum: z.unknown().optional(),
  appendMissingElements: elementsSchema.optional(),
  removeAllFromArray: elementsSchema.optional(),
});
const writeSchema = z.object({
  update: z.object({ name: z.string(), fields: z.unknown().optional() }).optional(),
  delete: z.string().optional(),
  verify: z.string().optional(),
  transform: z
    .object({ document: z.string(), fieldTransforms: z.array(transformSchema).default([]) })
    .optional(),
  updateMask: maskSchema.optional(),
  updateTransforms: z.array(transformSchema).default([]),
  currentDocument: preconditionSchema.optional(),
});

/** A write in proto3 JSON. */
export type WireWrite = z.input<typeof writeSchema>;

/** The shape of a write, for the schemas of requests that carry writes. */
export const wireWrite = writeSchema;
/** The shape of a precondition, for the schemas of requests that carry one. */
export const wirePrecondition = preconditionSchema;

/**
 * Reads a write to `database` that has the shape of {@link wireWrite}. Throws INVALID_ARGUMENT for what is no valid
 * write there.
 */
export function decodeWrite(wire: z.output<typeof writeSchema>, database: string): Write {
  const precondition = decodePrecondition(wire.currentDocument);
  const target = (name: string): Target => ({
    name,
    segments: parseNameWithin(database, name).segments,
    precondition,
  });
  if (wire.update) {
    return {
      kind: 'update',
      ...target(wire.update.name),
      fields: decodeFields(wire.update.fields),
      mask: wire.updateMask?.fieldPaths.map(parseFieldPath),
      transforms: wire.updateTransforms.map(decodeTransform),
    };
  }
  if (wire.transform) {
    const transforms = wire.transform.fieldTransforms.map(decodeTransform);
    return {
      kind: 'update',
      ...target(wire.transform.document),
      fields: new Map(),
      mask: [],
      transforms,
    };
  }
  if (wire.delete !== undefined) {
    return { kind: 'delete', ...target(wire.delete) };
  }
  if (wire.verify !== undefined) {
    return { kind: 'verify', ...target(wire.verify) };
  }
  throw invalidArgument('A write must have an operation: update, delete, verify or transform.');
}

/** Reads a precondition; none at all is one that always holds. */
export function decodePrecondition(wire: z.output<typeof preconditionSchema> | undefined): Precondition {
  if (wire?.updateTime !== undefined) {
    return { kind: 'updateTime', time: parseMicros(wire.updateTime) };
  }
  return wire?.exists === undefined ? { kind: 'none' } : { kind: 'exists', exists: wire.exists };
}

function decodeTransform(wire: z.output<typeof transformSchema>): Transform {
  const path = parseFieldPath(wire.fieldPath);
  if (wire.setToServerValue) {
    return { path, kind: 'serverTimestamp' };
  }
  for (const kind of ['increment', 'maximum', 'minimum'] as const) {
    if (wire[kind] !== undefined) {
      return { path, kind, operand: decodeNumber(wire[kind]) };
    }
  }
  if (wire.appendMissingElements) {
    return { path, kind: 'appendMissing', elements: decodeElements(wire.appendMissingElements) };
  }
  if (wire.removeAllFromArray) {
    return { path, kind: 'removeAll', elements: decodeElements(wire.removeAllFromArray) };
  }
  throw invalidArgument(`The transform of field ${wire.fieldPath} has no operation.`);
}

/** Reads what goes into an array or out of it: the elements of an array, in which there are no arrays. */
function decodeElements(arrayValue: z.output<typeof elementsSchema>): readonly Value[] {
  const value = decodeValue({ arrayValue });
  return value.kind === 'array' ? value.values : [];
}

function decodeNumber(wire: unknown): Value {
  const value = decodeValue(wire);
  if (value.kind !== 'integer' && value.kind !== 'double') {
    throw invalidArgument('The operand of increment, maximum and minimum must be a number.');
  }
  return value;
}
