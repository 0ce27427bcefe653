/**
 * Protobuf messages to and from proto3 JSON, driven by the descriptors: times as RFC 3339, bytes as base64, 64-bit
 * integers as text, enums by name, wrapper types as bare values. Only fields that are present appear.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
import protobuf from 'protobufjs';
import { invalidArgument } from '../status.ts';
import { isJsonObject, type JsonObject } from '../values/wire.ts';

type Convert = (value: unknown) => unknown;

interface FieldCodec {
  readonly name: string;
  readonly toJson: Convert;
  readonly fromJson: Convert;
}

interface Codec {
  readonly toJson: Convert;
  readonly fromJson: Convert;
}

const fieldCodecs = new WeakMap<protobuf.Type, FieldCodec[]>();
const same: Codec = { toJson: (value) => value, fromJson: (value) => value };

/** Decodes a message and gives it as proto3 JSON. Throws INVALID_ARGUMENT for bytes that are no such message. */
export function decodeMessage(type: protobuf.Type, bytes: Uint8Array): unknown {
  try {
    return toJson(type, type.decode(bytes));
  } catch (error) {
    throw invalidArgument(`Cannot decode ${type.name}: ${String(error)}`);
  }
}

/** Encodes a message given as proto3 JSON. Fields that the type does not have are left out. */
export function encodeMessage(type: protobuf.Type, json: unknown): Buffer {
  const object = fromJson(type, json);
  return Buffer.from(type.encode(isJsonObject(object) ? object : {}).finish());
}

/** Decoded messages hold a list for every repeated field; proto3 JSON leaves the empty ones out. */
function toJson(type: protobuf.Type, message: unknown): JsonObject {
  return convertFields(type, message, 'toJson', (value) => !(Array.isArray(value) && value.length === 0));
}

function fromJson(type: protobuf.Type, json: unknown): JsonObject {
  return convertFields(type, json, 'fromJson', (value) => value !== undefined);
}

function convertFields(
  type: protobuf.Type,
  source: unknown,
  direction: keyof Codec,
  isPresent: (value: unknown) => boolean,
): JsonObject {
  const result: JsonObject = {};
  if (!isJsonObject(source)) {
    return result;
  }
  for (const codec of codecsOf(type)) {
    if (Object.hasOwn(source, codec.name) && isPresent(source[codec.name])) {
      result[codec.name] = codec[direction](source[codec.name]);
    }
  }
  return result;
}

function codecsOf(type: protobuf.Type): FieldCodec[] {
  let codecs = fieldCodecs.get(type);
  if (!codecs) {
    codecs = type.fieldsArray.map((field) => ({ name: field.name, ...fieldCodec(field.resolve()) }));
    fieldCodecs.set(type, codecs);
  }
  return codecs;
}

function fieldCodec(field: protobuf.Field): Codec {
  const single = singleCodec(field);
  if (field.map) {
    return { toJson: mapEntries(single.toJson), fromJson: mapEntries(single.fromJson) };
  }
  return field.repeated ? { toJson: mapItems(single.toJson), fromJson: mapItems(single.fromJson) } : single;
}

function mapEntries(convert: Convert): Convert {
  return (value) =>
    isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, convert(each)]))
      : {};
}

function mapItems(convert: Convert): Convert {
  return (value) => (Array.isArray(value) ? value.map(convert) : []);
}

function singleCodec(field: protobuf.Field): Codec {
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum) {
    return enumCodec(type);
  }
  if (type) {
    return messageCodecs.get(type.fullName) ?? nestedCodec(type);
  }
  return scalarCodecs.get(field.type) ?? same;
}

function nestedCodec(type: protobuf.Type): Codec {
  return { toJson: (value) => toJson(type, value), fromJson: (value) => fromJson(type, value) };
}

function enumCodec(type: protobuf.Enum): Codec {
  if (type.fullName === '.google.protobuf.NullValue') {
    return { toJson: () => null, fromJson: () => 0 };
  }
  return {
    toJson: (value) => type.valuesById[Number(value)] ?? Number(value),
    fromJson: (value) => (typeof value === 'string' ? type.values[value] : value),
  };
}

const integerText: Codec = { toJson: (value) => String(value), fromJson: (value) => String(value) };
const float: Codec = {
  toJson: (value) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? Object.is(value, -0)
        ? '-0'
        : String(value)
      : value,
  fromJson: (value) => Number(value),
};

const scalarCodecs: ReadonlyMap<string, Codec> = new Map([
  ['double', float],
  ['float', float],
  ['int64', integerText],
  ['uint64', integerText],
  [
    'bytes',
    {
      toJson: (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : ''),
      fromJson: (value: unknown) => Buffer.from(String(value), 'base64'),
    },
  ],
]);

function wrapperCodec(inner: Codec): Codec {
  return {
    toJson: (value) => inner.toJson(isJsonObject(value) ? value['value'] : undefined),
    fromJson: (value) => ({ value: inner.fromJson(value) }),
  };
}

const messageCodecs: ReadonlyMap<string, Codec> = new Map([
  ['.google.protobuf.Timestamp', { toJson: timestampToJson, fromJson: timestampFromJson }],
  ['.google.protobuf.Int32Value', wrapperCodec(same)],
  ['.google.protobuf.Int64Value', wrapperCodec(integerText)],
  ['.google.protobuf.DoubleValue', wrapperCodec(float)],
]);

/** Nanoseconds are kept to the last digit here; cutting them off is up to whoever stores the time. */
function timestampToJson(value: unknown): string {
  const { seconds = 0, nanos = 0 } = isJsonObject(value) ? value : {};
  const whole = new Date(Number(String(seconds)) * 1000).toISOString().slice(0, 19);
  return `${whole}.${String(nanos).padStart(9, '0')}Z`;
}

function timestampFromJson(value: unknown): JsonObject {
  const text = String(value);
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const seconds = Math.floor(Date.parse(text.replace(/\.\d+/, '')) / 1000);
  return { seconds, nanos: Number(fraction.padEnd(9, '0').slice(0, 9)) };
}
