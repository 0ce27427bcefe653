import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyFields } from '../../test/arbitraries.ts';
import { project as ownProject, Resources } from '../../test/servers.ts';
import { crc32c } from '../rules/library/crc32c.ts';
import type { StoredDocument } from '../store/document.ts';
import { microsOfTimestamp } from '../values/timestamp.ts';
import type { Fields, Value } from '../values/value.ts';
import { readExport } from './export-files.ts';

let directory: string;
let metadata: string;
let output: string;
const time = 5_000_000;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docket-google-'));
  metadata = join(directory, 'e.overall_export_metadata');
  output = join(directory, 'all_namespaces/all_kinds/output-0');
  mkdirSync(join(directory, 'all_namespaces/all_kinds'), { recursive: true });
  writeFileSync(metadata, logOf([Buffer.from([10, 4, 8, 2, 24, 3])]));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

async function read(project?: string): Promise<StoredDocument[]> {
  const databases = await readExport(metadata, { project, time });
  return databases.flatMap(({ documents }) => [...documents]);
}

/** Records in LevelDB's log format. */
function logOf(records: readonly Buffer[]): Buffer {
  const written: Buffer[] = [];
  let size = 0;
  const add = (bytes: Buffer) => {
    written.push(bytes);
    size += bytes.length;
  };
  for (const record of records) {
    let from = 0;
    let ends = false;
    while (!ends) {
      const left = 32_768 - (size % 32_768);
      if (left < 7) {
        add(Buffer.alloc(left));
        continue;
      }
      const data = record.subarray(from, from + left - 7);
      ends = from + data.length === record.length;
      const type = from === 0 ? (ends ? 1 : 2) : ends ? 4 : 3;
      const header = Buffer.alloc(7);
      const checksum = crc32c(Buffer.concat([Buffer.from([type]), data]));
      header.writeUInt32LE((((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0, 0);
      header.writeUInt16LE(data.length, 4);
      header[6] = type;
      add(Buffer.concat([header, data]));
      from += data.length;
    }
  }
  return Buffer.concat(written);
}

const tag = (field: number, type: number) => field * 8 + type;

function message(write: (writer: protobuf.Writer) => void): Buffer {
  const writer = protobuf.Writer.create();
  write(writer);
  return Buffer.from(writer.finish());
}

function pathOf(segments: readonly string[]): Buffer {
  return message((writer) => {
    for (let at = 0; at < segments.length; at += 2) {
      writer
        .uint32(tag(1, 3))
        .uint32(tag(2, 2))
        .string(segments[at] ?? '');
      writer
        .uint32(tag(4, 2))
        .string(segments[at + 1] ?? '')
        .uint32(tag(1, 4));
    }
  });
}

function entityOf(path: string, fields: Fields, app = 'dev~demo'): Buffer {
  return message((writer) => {
    const segments = path === '' ? [] : path.split('/');
    const key = message((inner) =>
      inner.uint32(tag(13, 2)).string(app).uint32(tag(14, 2)).bytes(pathOf(segments)),
    );
    writer.uint32(tag(13, 2)).bytes(key);
    for (const [name, value] of fields) {
      for (const each of value.kind === 'array' && value.values.length > 0 ? value.values : [value]) {
        const multiple = value.kind === 'array' && value.values.length > 0;
        writer.uint32(tag(15, 2)).bytes(propertyOf(name, each, multiple));
      }
    }
    writer.uint32(tag(16, 2)).bytes(pathOf(segments.slice(0, 2)));
  });
}

function propertyOf(name: string, value: Value, multiple: boolean): Buffer {
  const [meaning, content] = valueOf(value);
  return message((writer) => {
    if (meaning > 0) {
      writer.uint32(tag(1, 0)).uint32(meaning);
    }
    writer.uint32(tag(3, 2)).string(name).uint32(tag(4, 0)).bool(multiple);
    writer.uint32(tag(5, 2)).bytes(content);
  });
}

function valueOf(value: Value): [number, Buffer] {
  switch (value.kind) {
    case 'null':
      return [0, Buffer.alloc(0)];
    case 'boolean':
      return [0, message((writer) => writer.uint32(tag(2, 0)).bool(value.value))];
    case 'integer':
      return [0, message((writer) => varint(writer.uint32(tag(1, 0)), value.value))];
    case 'timestamp':
      return [
        7,
        message((writer) => varint(writer.uint32(tag(1, 0)), BigInt(microsOfTimestamp(value.value)))),
      ];
    case 'double':
      return [0, message((writer) => writer.uint32(tag(4, 1)).double(value.value))];
    case 'string':
      return [0, message((writer) => writer.uint32(tag(3, 2)).string(value.value))];
    case 'bytes':
      return [14, message((writer) => writer.uint32(tag(3, 2)).bytes(value.value))];
    case 'map':
      return [19, message((writer) => writer.uint32(tag(3, 2)).bytes(entityOf('', value.fields, '')))];
    case 'array':
      return [24, Buffer.alloc(0)];
    case 'geoPoint':
      return [
        9,
        message((writer) =>
          writer
            .uint32(tag(5, 3))
            .uint32(tag(6, 1))
            .double(value.latitude)
            .uint32(tag(7, 1))
            .double(value.longitude)
            .uint32(tag(5, 4)),
        ),
      ];
    case 'reference': {
      const segments = value.value.split('/').slice(5);
      return [
        0,
        message((writer) => {
          writer.uint32(tag(12, 3)).uint32(tag(13, 2)).string('s~p').uint32(tag(23, 2)).string('d');
          for (let at = 0; at < segments.length; at += 2) {
            writer
              .uint32(tag(14, 3))
              .uint32(tag(15, 2))
              .string(segments[at] ?? '');
            writer
              .uint32(tag(17, 2))
              .string(segments[at + 1] ?? '')
              .uint32(tag(14, 4));
          }
          writer.uint32(tag(12, 4));
        }),
      ];
    }
  }
}

function varint(writer: protobuf.Writer, value: bigint): protobuf.Writer {
  return writer.int64(String(value));
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');
}

describe('an export of production or of Google’s emulator', () => {
  it('is read byte by byte as its formats are described', async () => {
    // A full record; key: app `dev~demo`, path `c`/`a`; fields n = 7 and t = a timestamp of one microsecond.
    const entity = bytesOf(`
      6a 15 6a 08 6465767e64656d6f 72 09 0b 12 01 63 22 02 6161 0c
      7a 09 1a 01 6e 20 00 2a 02 08 07
      7a 0b 08 07 1a 01 74 20 00 2a 02 08 01
    `);
    writeFileSync(output, logOf([entity]));
    expect(await read()).toEqual([
      {
        name: 'projects/demo/databases/(default)/documents/c/aa',
        segments: ['c', 'aa'],
        fields: new Map<string, Value>([
          ['n', { kind: 'integer', value: 7n }],
          ['t', { kind: 'timestamp', value: { seconds: 0, nanos: 1000 } }],
        ]),
        createTime: time,
        updateTime: time,
      },
    ]);
  });

  it('gives every value back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyFields, async (fields) => {
        writeFileSync(output, logOf([entityOf('c/a/d/b', fields, 's~p')]));
        const [document] = await read();
        expect(document?.segments).toEqual(['c', 'a', 'd', 'b']);
        expect(document?.fields).toEqual(fields);
      }),
      { numRuns: 200 },
    );
  });

  it('may have records of any size, over many blocks and several files', async () => {
    const sizes = [0, 32_000, 700, 100_000, 32_768, 1, 32_740, 32_741, 32_742, 9];
    const entities = sizes.map((size, index) =>
      entityOf(`c/${index}`, new Map<string, Value>([['text', { kind: 'string', value: 'x'.repeat(size) }]])),
    );
    writeFileSync(output, logOf(entities));
    writeFileSync(output.replace('output-0', 'output-10'), logOf([entityOf('c/last', new Map())]));
    writeFileSync(output.replace('output-0', 'output-2'), logOf([entityOf('c/next', new Map())]));
    const documents = await read();
    const texts = documents.map(({ fields }) => fields.get('text'));
    expect(texts.slice(0, sizes.length)).toEqual(
      sizes.map((size) => ({ kind: 'string', value: 'x'.repeat(size) })),
    );
    expect(documents.slice(sizes.length).map(({ segments }) => segments[1])).toEqual(['next', 'last']);
  });

  it('comes to the project that is asked for, references included', async () => {
    const target: Value = { kind: 'reference', value: 'projects/p/databases/d/documents/a/1' };
    writeFileSync(output, logOf([entityOf('c/a', new Map([['r', target]]), 's~p')]));
    const [document] = await read('mine');
    expect(document?.name).toBe('projects/mine/databases/(default)/documents/c/a');
    expect(document?.fields.get('r')).toEqual({ ...target, value: target.value.replace('/p/', '/mine/') });
  });

  it('may be empty', async () => {
    expect(await read()).toEqual([]);
  });

  it.each([
    ['a bit is wrong', (bytes: Buffer) => bytes.fill(0xff, 40, 41), 'a checksum is wrong'],
    ['it is cut within a record', (bytes: Buffer) => bytes.subarray(0, -1), 'a record is cut off'],
    ['it is cut within a header', (bytes: Buffer) => bytes.subarray(0, 5), 'a record is cut off'],
    ['it is cut between blocks', (bytes: Buffer) => bytes.subarray(0, 32_768), 'the last record has no end'],
    ['a block is missing', (bytes: Buffer) => bytes.subarray(32_768), 'a record has no beginning'],
  ])('is refused when %s', async (_what, damage, reason) => {
    const text: Value = { kind: 'string', value: 'x'.repeat(40_000) };
    writeFileSync(output, damage(logOf([entityOf('c/a', new Map([['text', text]]))])));
    await expect(read()).rejects.toThrow(reason);
  });

  it('is refused when a value has a type that is not known', async () => {
    const vector = message((writer) => writer.uint32(tag(1, 0)).uint32(31).uint32(tag(3, 2)).string('v'));
    const entity = Buffer.concat([
      entityOf('c/a', new Map()),
      message((writer) => writer.uint32(tag(15, 2)).bytes(vector)),
    ]);
    writeFileSync(output, logOf([entity]));
    await expect(read()).rejects.toThrow('The field "v" has a value with meaning 31');
  });

  it('is refused when there is nothing beside its metadata', async () => {
    rmSync(join(directory, 'all_namespaces'), { recursive: true });
    await expect(read()).rejects.toThrow('There is no export');
  });

  it('starts an emulator, under the project of that emulator', async () => {
    const resources = new Resources();
    writeFileSync(
      output,
      logOf([entityOf('c/a', new Map([['n', { kind: 'integer', value: 2n ** 60n + 1n }]]))]),
    );
    const { port } = await resources.server({ seedFromExport: metadata, seedProject: ownProject });
    const answer = await fetch(
      `http://127.0.0.1:${port}/v1/projects/${ownProject}/databases/(default)/documents/c/a`,
    );
    expect(await answer.json()).toMatchObject({ fields: { n: { integerValue: String(2n ** 60n + 1n) } } });
    await resources.close();
  });
});
