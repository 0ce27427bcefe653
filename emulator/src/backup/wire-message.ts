/** Protobuf messages without their descriptors: the fields by number. Groups, which are old, are messages as well. */
import protobuf from 'protobufjs';

const wireTypes = { varint: 0, fixed64: 1, bytes: 2, startGroup: 3, endGroup: 4, fixed32: 5 } as const;

export class WireMessage {
  readonly #integers = new Map<number, bigint[]>();
  readonly #doubles = new Map<number, number>();
  readonly #bytes = new Map<number, Buffer[]>();
  readonly #groups = new Map<number, WireMessage[]>();

  /** Reads a message. Throws when the bytes are none. */
  static read(bytes: Uint8Array): WireMessage {
    return new WireMessage(protobuf.Reader.create(bytes), undefined);
  }

  /** @param group the number of the group that this message is; undefined when it goes to the end of the bytes */
  private constructor(reader: protobuf.Reader, group: number | undefined) {
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      const [field, type] = [tag >>> 3, tag & 7];
      if (type === wireTypes.endGroup && field === group) {
        return;
      }
      this.#take(reader, field, type);
    }
    if (group !== undefined) {
      throw new Error('A group has no end.');
    }
  }

  /** The last whole number with this field number. */
  integer(field: number): bigint | undefined {
    return this.#integers.get(field)?.at(-1);
  }

  double(field: number): number | undefined {
    return this.#doubles.get(field);
  }

  bytes(field: number): Buffer | undefined {
    return this.#bytes.get(field)?.at(-1);
  }

  text(field: number): string | undefined {
    return this.bytes(field)?.toString();
  }

  /** A message within this one. */
  message(field: number): WireMessage | undefined {
    const bytes = this.bytes(field);
    return bytes && WireMessage.read(bytes);
  }

  group(field: number): WireMessage | undefined {
    return this.#groups.get(field)?.at(-1);
  }

  groups(field: number): readonly WireMessage[] {
    return this.#groups.get(field) ?? [];
  }

  messages(field: number): WireMessage[] {
    return (this.#bytes.get(field) ?? []).map((bytes) => WireMessage.read(bytes));
  }

  #take(reader: protobuf.Reader, field: number, type: number): void {
    switch (type) {
      case wireTypes.varint:
        add(this.#integers, field, integerOf(reader.int64()));
        return;
      case wireTypes.fixed64:
        this.#doubles.set(field, reader.double());
        return;
      case wireTypes.bytes:
        add(this.#bytes, field, Buffer.from(reader.bytes()));
        return;
      case wireTypes.startGroup:
        add(this.#groups, field, new WireMessage(reader, field));
        return;
      case wireTypes.fixed32:
        reader.skip(4);
        return;
      default:
        throw new Error(`Wire type ${type} does not exist.`);
    }
  }
}

function add<Item>(lists: Map<number, Item[]>, field: number, item: Item): void {
  const list = lists.get(field);
  if (list) {
    list.push(item);
  } else {
    lists.set(field, [item]);
  }
}

function integerOf(value: ReturnType<protobuf.Reader['int64']>): bigint {
  if (typeof value === 'number') {
    return BigInt(value);
  }
  return BigInt.asIntN(64, (BigInt(value.high) << 32n) | BigInt(value.low >>> 0));
}
