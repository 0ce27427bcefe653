/** How values of one field are read from protobuf bytes as proto3 JSON, and written: scalars, enums, times, wrappers. */
import type protobuf from 'protobufjs';
import { type ProtoReader, wireTypes } from './proto-reader.ts';
import type { ProtoWriter } from './proto-writer.ts';

/** How one kind of value is read and written, its tag aside. */
export interface Codec {
  readonly wireType: number;
  /** @param known what the field had before: the parts of a message may come one after the other */
  readonly read: (reader: ProtoReader, depth: number, known: unknown) => unknown;
  readonly write: (writer: ProtoWriter, json: unknown) => void;
}

/** An enum, by the names of its values. */
export function enumCodec(type: protobuf.Enum): Codec {
  const isNull = type.fullName === '.google.protobuf.NullValue';
  return {
    wireType: wireTypes.varint,
    read(reader) {
      const number = reader.int32();
      return isNull ? null : (type.valuesById[number] ?? number);
    },
    write: (writer, json) =>
      writer.int32(isNull ? 0 : typeof json === 'string' ? (type.values[json] ?? 0) : Number(json)),
  };
}

function number(
  wireType: number,
  read: (reader: ProtoReader) => unknown,
  write: (writer: ProtoWriter, value: number) => void,
): Codec {
  return { wireType, read, write: (writer, json) => write(writer, Number(json)) };
}

/** Proto3 JSON writes as text what JSON has no numbers for. */
function floatToJson(value: number): number | string {
  if (Object.is(value, -0)) {
    return '-0';
  }
  return Number.isFinite(value) ? value : String(value);
}

const bool: Codec = {
  wireType: wireTypes.varint,
  read: (reader) => reader.bool(),
  write: (writer, json) => writer.uint32(json === true ? 1 : 0),
};
const string: Codec = {
  wireType: wireTypes.bytes,
  read: (reader) => reader.string(),
  write: (writer, json) => writer.string(String(json)),
};
const bytes: Codec = {
  wireType: wireTypes.bytes,
  read: (reader) => reader.bytes().toString('base64'),
  write: (writer, json) => writer.bytes(Buffer.from(String(json), 'base64')),
};
const int32 = number(
  wireTypes.varint,
  (reader) => reader.int32(),
  (writer, value) => writer.int32(value),
);
const int64: Codec = {
  wireType: wireTypes.varint,
  read: (reader) => String(reader.int64()),
  write: (writer, json) => writer.int64(BigInt(String(json))),
};
const double = number(
  wireTypes.fixed64,
  (reader) => floatToJson(reader.double()),
  (writer, value) => writer.double(value),
);
const float = number(
  wireTypes.fixed32,
  (reader) => floatToJson(reader.float()),
  (writer, value) => writer.float(value),
);

/** The scalar types that occur in the protocol. */
export const scalarCodecs: ReadonlyMap<string, Codec> = new Map([
  ['bool', bool],
  ['string', string],
  ['bytes', bytes],
  ['int32', int32],
  ['int64', int64],
  ['double', double],
  ['float', float],
]);

/** A message of one field that stands for whether there is a value; in JSON it is the bare value. */
function wrapperCodec(inner: Codec, absent: unknown): Codec {
  const tag = (1 << 3) | inner.wireType;
  return {
    wireType: wireTypes.bytes,
    read: (reader, depth) =>
      reader.within(() => {
        let value = absent;
        while (reader.more) {
          const found = reader.uint32();
          if (found === tag) {
            value = inner.read(reader, depth, undefined);
          } else {
            reader.skip(found & 7);
          }
        }
        return value;
      }),
    write: (writer, json) =>
      writer.within(() => {
        writer.uint32(tag);
        inner.write(writer, json);
      }),
  };
}

const secondsTag = (1 << 3) | wireTypes.varint;
const nanosTag = (2 << 3) | wireTypes.varint;

/** Nanoseconds are kept to the last digit here; cutting them off is up to whoever stores the time. */
const timestamp: Codec = {
  wireType: wireTypes.bytes,
  read: (reader) =>
    reader.within(() => {
      let seconds = 0;
      let nanos = 0;
      while (reader.more) {
        const tag = reader.uint32();
        if (tag === secondsTag) {
          seconds = Number(reader.int64());
        } else if (tag === nanosTag) {
          nanos = reader.int32();
        } else {
          reader.skip(tag & 7);
        }
      }
      const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
      return `${whole}.${String(nanos).padStart(9, '0')}Z`;
    }),
  write(writer, json) {
    const text = String(json);
    const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
    const seconds = Math.floor(Date.parse(text.replace(/\.\d+/, '')) / 1000);
    writer.within(() => {
      writer.uint32(secondsTag);
      writer.int64(BigInt(seconds));
      writer.uint32(nanosTag);
      writer.int32(Number(fraction.padEnd(9, '0').slice(0, 9)));
    });
  },
};

/** Messages that are bare values in JSON. */
export const messageCodecs: ReadonlyMap<string, Codec> = new Map([
  ['.google.protobuf.Timestamp', timestamp],
  ['.google.protobuf.Int32Value', wrapperCodec(int32, 0)],
  ['.google.protobuf.Int64Value', wrapperCodec(int64, '0')],
  ['.google.protobuf.DoubleValue', wrapperCodec(double, 0)],
]);
