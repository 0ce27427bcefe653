/**
 * The other spellings of proto3 JSON: readers must take a field by its original name (`structured_query`) as well as by
 * its JSON name (`structuredQuery`), and an enum by its number as well as by its name. Inside the server only the latter
 * exist.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
import protobuf from 'protobufjs';
import { isJsonObject, type JsonObject } from '../values/wire.ts';

const namesByType = new WeakMap<protobuf.Type, ReadonlyMap<string, protobuf.Field>>();

/** Renames original names to JSON names, following the descriptor: keys of a document's fields stay as they are. */
export function withJsonNames(type: protobuf.Type, json: JsonObject): JsonObject {
  const fields = fieldsOf(type);
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const field = fields.get(key);
      return field ? [field.name, renameIn(field, value)] : [key, value];
    }),
  );
}

/** `page_size` as `pageSize`, also in the parts of `mask.field_paths`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function renameIn(field: protobuf.Field, value: unknown): unknown {
  const type = field.resolve().resolvedType;
  if (type instanceof protobuf.Enum) {
    return Array.isArray(value) ? value.map((each) => enumName(type, each)) : enumName(type, value);
  }
  if (!(type instanceof protobuf.Type)) {
    return value;
  }
  const rename = (each: unknown) => (isJsonObject(each) ? withJsonNames(type, each) : each);
  if (field.map && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each)]));
  }
  return Array.isArray(value) ? value.map(rename) : rename(value);
}

function enumName(type: protobuf.Enum, value: unknown): unknown {
  return typeof value === 'number' ? (type.valuesById[value] ?? value) : value;
}

function fieldsOf(type: protobuf.Type): ReadonlyMap<string, protobuf.Field> {
  let fields = namesByType.get(type);
  if (!fields) {
    const pairs = type.fieldsArray.flatMap((field) => [
      [field.name, field] as const,
      [field.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), field] as const,
    ]);
    fields = new Map(pairs);
    namesByType.set(type, fields);
  }
  return fields;
}
