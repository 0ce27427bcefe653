/**
 * Protobuf messages to and from proto3 JSON, driven by the descriptors: times as RFC 3339, bytes as base64, 64-bit
 * integers as text, enums by name, wrapper types as bare values. Only fields that are present appear. In one pass, without
 * objects in between: this is what the server does most.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
import protobuf from 'protobufjs';
import { invalidArgument } from '../status.ts';
import { isJsonObject, type JsonObject } from '../values/wire.ts';
import { type Codec, enumCodec, messageCodecs, scalarCodecs } from './proto-codecs.ts';
import { ProtoReader, wireTypes } from './proto-reader.ts';
import { ProtoWriter } from './proto-writer.ts';

/** More messages inside each other than this are refused before they exhaust the stack. */
const deepest = 500;

interface FieldCodec extends Codec {
  readonly name: string;
  readonly tag: number;
  readonly kind: 'single' | 'repeated' | 'map';
  /** The other fields of its oneof: the last one that comes counts. */
  readonly others: readonly string[];
}

interface MessageTable {
  readonly byNumber: ReadonlyMap<number, FieldCodec>;
  readonly byName: ReadonlyMap<string, FieldCodec>;
}

const tables = new WeakMap<protobuf.Type, MessageTable>();
const sharedWriter = new ProtoWriter();

/** Decodes a message and gives it as proto3 JSON. Throws INVALID_ARGUMENT for bytes that are no such message. */
export function decodeMessage(type: protobuf.Type, bytes: Uint8Array): unknown {
  try {
    return readFields(tableOf(type), new ProtoReader(bytes), 0, {});
  } catch (error) {
    throw invalidArgument(`Cannot decode ${type.name}: ${String(error)}`);
  }
}

/** Encodes a message given as proto3 JSON. Fields that the type does not have are left out. */
export function encodeMessage(type: protobuf.Type, json: unknown): Buffer {
  try {
    writeFields(tableOf(type), sharedWriter, json);
    return sharedWriter.finish();
  } catch (error) {
    sharedWriter.reset();
    throw error;
  }
}

/** Like {@link encodeMessage}, for messages that go to many: the same object is encoded once. */
export function encodeOnce(type: protobuf.Type): (json: unknown) => Buffer {
  const encoded = new WeakMap<object, Buffer>();
  return (json) => {
    const known = isJsonObject(json) ? encoded.get(json) : undefined;
    const bytes = known ?? encodeMessage(type, json);
    if (isJsonObject(json)) {
      encoded.set(json, bytes);
    }
    return bytes;
  };
}

function readFields(table: MessageTable, reader: ProtoReader, depth: number, into: JsonObject): JsonObject {
  if (depth > deepest) {
    throw new Error(`messages are nested deeper than ${deepest} levels`);
  }
  // The first field of a oneof has nothing to push out, unless the message has had another part.
  let chosen = Object.keys(into).length > 0;
  while (reader.more) {
    const tag = reader.uint32();
    const wireType = tag & 7;
    const field = table.byNumber.get(tag >>> 3);
    if (!field) {
      reader.skip(wireType);
    } else if (wireType === field.wireType) {
      if (field.others.length > 0) {
        if (chosen) {
          removeAll(into, field.others);
        }
        chosen = true;
      }
      readField(field, reader, depth, into);
    } else if (field.kind === 'repeated' && wireType === wireTypes.bytes) {
      const items = itemsOf(into, field.name);
      reader.within(() => {
        while (reader.more) {
          items.push(field.read(reader, depth, undefined));
        }
      });
    } else {
      throw new Error(`the field ${field.name} has the wire type ${wireType}`);
    }
  }
  return into;
}

function readField(field: FieldCodec, reader: ProtoReader, depth: number, into: JsonObject): void {
  switch (field.kind) {
    case 'single':
      into[field.name] = field.read(reader, depth, into[field.name]);
      return;
    case 'repeated':
      itemsOf(into, field.name).push(field.read(reader, depth, undefined));
      return;
    case 'map': {
      const entry = field.read(reader, depth, undefined);
      const entries = into[field.name];
      const all: JsonObject = isJsonObject(entries) ? entries : {};
      into[field.name] = all;
      if (isJsonObject(entry)) {
        const { key, value } = entry;
        setOwn(all, typeof key === 'string' ? key : '', value ?? {});
      }
    }
  }
}

function removeAll(object: JsonObject, names: readonly string[]): void {
  for (const name of names) {
    delete object[name];
  }
}

function itemsOf(into: JsonObject, name: string): unknown[] {
  const known = into[name];
  const items: unknown[] = Array.isArray(known) ? known : [];
  into[name] = items;
  return items;
}

/** Sets a property of any name, also of the one that would set the prototype. */
function setOwn(object: JsonObject, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}

function writeFields(table: MessageTable, writer: ProtoWriter, json: unknown): void {
  if (!isJsonObject(json)) {
    return;
  }
  for (const name of Object.keys(json)) {
    const field = table.byName.get(name);
    const value = json[name];
    if (field && value !== undefined) {
      writeField(field, writer, value);
    }
  }
}

function writeField(field: FieldCodec, writer: ProtoWriter, value: unknown): void {
  switch (field.kind) {
    case 'single':
      writer.uint32(field.tag);
      field.write(writer, value);
      return;
    case 'repeated':
      for (const item of Array.isArray(value) ? value : []) {
        writer.uint32(field.tag);
        field.write(writer, item);
      }
      return;
    case 'map':
      for (const [key, each] of isJsonObject(value) ? Object.entries(value) : []) {
        writer.uint32(field.tag);
        field.write(writer, { key, value: each });
      }
  }
}

function tableOf(type: protobuf.Type): MessageTable {
  let table = tables.get(type);
  if (!table) {
    const byNumber = new Map<number, FieldCodec>();
    const byName = new Map<string, FieldCodec>();
    // Before its fields are looked at, for a type may contain itself.
    table = { byNumber, byName };
    tables.set(type, table);
    for (const field of type.fieldsArray) {
      const codec = fieldCodec(field.resolve());
      byNumber.set(field.id, codec);
      byName.set(field.name, codec);
    }
  }
  return table;
}

function fieldCodec(field: protobuf.Field): FieldCodec {
  const single = singleCodec(field);
  const codec = field instanceof protobuf.MapField ? entryCodec(field.keyType, single) : single;
  return {
    ...codec,
    name: field.name,
    tag: (field.id << 3) | codec.wireType,
    kind: field.map ? 'map' : field.repeated ? 'repeated' : 'single',
    others: (field.partOf?.oneof ?? []).filter((name) => name !== field.name),
  };
}

function singleCodec(field: protobuf.Field): Codec {
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum) {
    return enumCodec(type);
  }
  if (type) {
    return messageCodecs.get(type.fullName) ?? nestedCodec(type);
  }
  const codec = scalarCodecs.get(field.type);
  if (!codec) {
    throw new Error(`Fields of the type ${field.type} are not supported.`);
  }
  return codec;
}

function nestedCodec(type: protobuf.Type): Codec {
  // Looked up when first needed, for a type may contain itself.
  let table: MessageTable | undefined;
  return {
    wireType: wireTypes.bytes,
    read(reader, depth, known) {
      table ??= tableOf(type);
      const into = isJsonObject(known) ? known : {};
      return reader.within(() => readFields(table ?? tableOf(type), reader, depth + 1, into));
    },
    write(writer, json) {
      table ??= tableOf(type);
      writer.within(() => writeFields(table ?? tableOf(type), writer, json));
    },
  };
}

/** An entry of a map is a message of two fields. */
function entryCodec(keyType: string, value: Codec): Codec {
  const key = scalarCodecs.get(keyType);
  if (!key) {
    throw new Error(`Keys of the type ${keyType} are not supported.`);
  }
  const fieldOf = (name: string, id: number, codec: Codec): FieldCodec => {
    return { ...codec, name, tag: (id << 3) | codec.wireType, kind: 'single', others: [] };
  };
  const fields = [fieldOf('key', 1, key), fieldOf('value', 2, value)];
  const table: MessageTable = {
    byNumber: new Map(fields.map((each, index) => [index + 1, each])),
    byName: new Map(fields.map((each) => [each.name, each])),
  };
  return {
    wireType: wireTypes.bytes,
    read: (reader, depth) => reader.within(() => readFields(table, reader, depth, {})),
    write: (writer, json) => writer.within(() => writeFields(table, writer, json)),
  };
}
