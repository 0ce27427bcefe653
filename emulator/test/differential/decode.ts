/** Responses, read with suspicion. */
import { z } from 'zod';
import type { Document, Micros } from './model/commit.ts';
import type { Fields, Timestamp, Value } from './model/value.ts';

const timestampSchema = z
  .object({ seconds: z.string().default('0'), nanos: z.number().default(0) })
  .transform(({ seconds, nanos }): Timestamp => ({ seconds: Number(seconds), nanos }));
const timeSchema = timestampSchema.transform(
  ({ seconds, nanos }): Micros => seconds * 1_000_000 + nanos / 1000,
);
const recordSchema = z.record(z.string(), z.unknown());

/** A value, exactly one type of which is there. */
function decodeValue(wire: unknown): Value {
  const [[type, content] = ['', undefined], ...more] = Object.entries(recordSchema.parse(wire));
  if (more.length > 0) {
    throw new Error(`A value of several types: ${JSON.stringify(wire)}`);
  }
  switch (type) {
    case 'nullValue':
      return { nullValue: 'NULL_VALUE' };
    case 'booleanValue':
      return { booleanValue: z.boolean().parse(content) };
    case 'integerValue':
      return { integerValue: z.string().parse(content) };
    case 'doubleValue':
      return { doubleValue: typeof content === 'number' ? content : Number(z.string().parse(content)) };
    case 'timestampValue':
      return { timestampValue: timestampSchema.parse(content) };
    case 'stringValue':
      return { stringValue: z.string().parse(content) };
    case 'bytesValue':
      return { bytesValue: z.string().parse(content) };
    case 'referenceValue':
      return { referenceValue: z.string().parse(content) };
    case 'geoPointValue':
      return { geoPointValue: geoPointSchema.parse(content) };
    case 'arrayValue':
      return { arrayValue: { values: arraySchema.parse(content).values.map(decodeValue) } };
    case 'mapValue':
      return { mapValue: { fields: decodeFields(recordSchema.parse(content)['fields']) } };
    default:
      throw new Error(`A value of no known type: ${JSON.stringify(wire)}`);
  }
}

const geoPointSchema = z.object({ latitude: z.number().default(0), longitude: z.number().default(0) });
const arraySchema = z.object({ values: z.array(z.unknown()).default([]) });

/** The fields of a document, a map or an aggregation. */
function decodeFields(wire: unknown): Fields {
  const entries = Object.entries(recordSchema.parse(wire ?? {}));
  return Object.fromEntries(entries.map(([name, value]) => [name, decodeValue(value)]));
}

const documentSchema = z
  .object({
    name: z.string(),
    fields: z.unknown().optional(),
    createTime: timeSchema,
    updateTime: timeSchema,
  })
  .transform(({ name, fields, createTime, updateTime }): Document => {
    const [, path = ''] = /^projects\/[^/]+\/databases\/[^/]+\/documents\/(.+)$/s.exec(name) ?? [];
    return { path, fields: decodeFields(fields), createTime, updateTime };
  });

export const commitResponse = z.object({
  commitTime: timeSchema,
  writeResults: z
    .array(
      z.object({
        updateTime: timeSchema.optional(),
        transformResults: z.array(z.unknown().transform(decodeValue)).default([]),
      }),
    )
    .default([]),
});
export const batchGetResponse = z.object({
  found: documentSchema.optional(),
  missing: z.string().optional(),
  readTime: timeSchema,
});
export const runQueryResponse = z.object({
  document: documentSchema.optional(),
  readTime: timeSchema.optional(),
});
export const aggregationResponse = z.object({
  result: z.object({ aggregateFields: z.unknown().transform(decodeFields) }),
});
export const transactionResponse = z.object({ transaction: z.string() });

const ids = z.array(z.number()).default([]);
export const listenResponse = z.object({
  targetChange: z
    .object({
      targetChangeType: z.enum(['NO_CHANGE', 'ADD', 'REMOVE', 'CURRENT', 'RESET']).default('NO_CHANGE'),
      targetIds: ids,
      cause: z.object({ message: z.string().default('') }).optional(),
      resumeToken: z.string().optional(),
      readTime: timeSchema.optional(),
    })
    .optional(),
  documentChange: z.object({ document: documentSchema, targetIds: ids, removedTargetIds: ids }).optional(),
  documentDelete: z.object({ document: z.string(), removedTargetIds: ids }).optional(),
  documentRemove: z.object({ document: z.string(), removedTargetIds: ids }).optional(),
  filter: z.object({ targetId: z.number(), count: z.number().default(0) }).optional(),
});
