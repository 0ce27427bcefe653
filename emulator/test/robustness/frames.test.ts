import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.ts';
import { statusNumbers } from '../../src/status.ts';
import { documentsUrl, database, root } from './names.ts';
import {
  answerOf,
  expectNoFaults,
  grpcFrame,
  openSocket,
  protobufField,
  RawGrpc,
  requestBytes,
  untilClosed,
} from './raw-clients.ts';

let server: RunningServer;
let grpc: RawGrpc;
const log: string[] = [];

beforeAll(async () => {
  server = await startServer({ log: (line) => log.push(line) });
  grpc = new RawGrpc(server.port);
});

afterAll(async () => {
  grpc.close();
  await server.close();
  expectNoFaults(log);
});

/** What a refused request may be answered with; INTERNAL and UNAVAILABLE would make the SDKs send it again. */
const refusals: number[] = [
  statusNumbers.OK,
  statusNumbers.INVALID_ARGUMENT,
  statusNumbers.NOT_FOUND,
  statusNumbers.FAILED_PRECONDITION,
  statusNumbers.RESOURCE_EXHAUSTED,
  statusNumbers.UNIMPLEMENTED,
];

const unaryMethods = [
  'GetDocument',
  'Commit',
  'BatchGetDocuments',
  'RunQuery',
  'RunAggregationQuery',
  'BatchWrite',
];
const examples = [
  requestBytes('Commit', {
    database,
    writes: [
      { update: { name: `${root}/a/b`, fields: { text: { stringValue: 'é' }, n: { doubleValue: 1.5 } } } },
    ],
  }),
  requestBytes('RunQuery', {
    parent: root,
    structuredQuery: {
      from: [{ collectionId: 'a' }],
      where: { fieldFilter: { field: { fieldPath: 'n' }, op: 'EQUAL', value: { integerValue: '1' } } },
    },
  }),
];
const anyExample = fc.constantFrom(...examples);

/** A real message with bytes changed, cut off, put in; or any bytes at all. */
const damaged = fc.oneof(
  fc.tuple(anyExample, fc.nat()).map(([bytes, at]) => bytes.subarray(0, at % bytes.length)),
  fc
    .tuple(anyExample, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }))
    .map(([bytes, changes]) => {
      const copy = Buffer.from(bytes);
      for (const [at, value] of changes) {
        copy[at % copy.length] = value;
      }
      return copy;
    }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(anyExample, fc.integer({ min: 100, max: 536_870_911 }), fc.uint8Array({ maxLength: 20 }))
    .map(([bytes, field, content]) => Buffer.concat([bytes, protobufField(field, content)])),
);

describe('protobuf messages', () => {
  it('that are damaged are refused for what they are, whatever the method', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...unaryMethods), damaged, async (method, bytes) => {
        const { status } = await grpc.call(method, grpcFrame(bytes));
        expect(refusals).toContain(status);
      }),
      { numRuns: 400 },
    );
  });

  it('that do not decode are INVALID_ARGUMENT, on streams as well', async () => {
    const bytes = Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    for (const method of ['GetDocument', 'RunQuery', 'Listen', 'Write']) {
      expect(await grpc.call(method, grpcFrame(bytes))).toMatchObject({
        status: statusNumbers.INVALID_ARGUMENT,
      });
    }
  });

  it('with unknown fields are taken without them', async () => {
    const [commit = Buffer.alloc(0)] = examples;
    const bytes = Buffer.concat([commit, protobufField(536_870_911, Buffer.from('x'))]);
    expect(await grpc.call('Commit', grpcFrame(bytes))).toMatchObject({ status: statusNumbers.OK });
  });

  it('on a stream end it, and leave the connection to others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('Listen', 'Write'), damaged, async (method, bytes) => {
        const stream = grpc.open(method);
        const answer = answerOf(stream);
        stream.write(grpcFrame(requestBytes(method, { database })));
        stream.end(grpcFrame(bytes));
        expect(refusals).toContain((await answer).status);
      }),
      { numRuns: 200 },
    );
  });

  it('may echo half a character in an error', async () => {
    const name = `${root}/a/\ud800`;
    const { status } = await grpc.call('GetDocument', grpcFrame(requestBytes('GetDocument', { name })));
    expect(refusals).toContain(status);
  });
});

describe('gRPC frames', () => {
  it('that announce more than comes, or say they are compressed, end their call only', async () => {
    await fc.assert(
      fc.asyncProperty(anyExample, fc.nat(255), fc.nat(), async (bytes, flag, cut) => {
        const whole = grpcFrame(bytes, flag);
        await grpc.call('Commit', whole.subarray(0, cut % whole.length));
      }),
      { numRuns: 100 },
    );
    const bytes = requestBytes('GetDocument', { name: `${root}/a/none` });
    expect(await grpc.call('GetDocument', grpcFrame(bytes))).toMatchObject({
      status: statusNumbers.NOT_FOUND,
    });
  });

  it('of 50 MB are refused in words that end it, of 100 MB before they are here', async () => {
    const large = await grpc.call('Commit', grpcFrame(Buffer.alloc(50_000_000)));
    expect(large).toMatchObject({
      status: statusNumbers.INVALID_ARGUMENT,
      details: expect.stringContaining('exceeds the limit'),
    });
    const larger = await grpc.call('Commit', grpcFrame(Buffer.alloc(100_000_000)).subarray(0, 1_000_000));
    expect(larger.status).toBe(statusNumbers.RESOURCE_EXHAUSTED);
  });
});

describe('HTTP/2 frames', () => {
  it('that make no sense end their connection only', async () => {
    const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
    const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 9, maxLength: 60 }), fc.boolean(), async (bytes, greet) => {
        const socket = await openSocket(server.port);
        const closed = untilClosed(socket);
        socket.end(Buffer.concat([preface, greet ? settings : Buffer.alloc(0), bytes]));
        setTimeout(() => socket.destroy(), 20);
        await closed;
      }),
      { numRuns: 60 },
    );
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(200);
  });
});

describe('HTTP requests', () => {
  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

  it('of 50 MB are refused with a reason', async () => {
    const body = 'x'.repeat(50_000_000);
    const answer = await at(`/v1/${root}:runQuery`, { method: 'POST', body });
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
      400,
      expect.stringContaining('exceeds the limit'),
    ]);
  });

  it.each(['/v1/%zz', `/v1/${root}/a/%E0%A4%A`, '/emulator/v1/%zz'])(
    'to an address that cannot be decoded are refused: %s',
    async (path) => {
      const socket = await openSocket(server.port);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(await untilClosed(socket)).toMatch(/^HTTP\/1.1 400 [\s\S]*INVALID_ARGUMENT/);
    },
  );

  it('to no address at all are refused', async () => {
    const socket = await openSocket(server.port);
    socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1.1 400 /);
  });

  it('that are no UTF-8, or no JSON, or too deep are refused', async () => {
    const deep = `{"structuredQuery":${'{"where":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    for (const body of [Buffer.from([0x22, 0xff, 0x22]), '{"writes":[', deep]) {
      expect((await at(`/v1/${root}:runQuery`, { method: 'POST', body })).status).toBe(400);
    }
  });

  it('may use the original names of fields', async () => {
    await at(`/v1/${documentsUrl}/things?document_id=t`, {
      method: 'POST',
      headers: { authorization: 'Bearer owner' },
      body: JSON.stringify({ fields: { some_field: { string_value: 'x' } } }),
    });
    const query = { structured_query: { from: [{ collection_id: 'things' }] } };
    const answer = await at(`/v1/${documentsUrl}:runQuery`, { method: 'POST', body: JSON.stringify(query) });
    expect(JSON.stringify(await answer.json())).toContain('"fields":{"some_field":{"stringValue":"x"}}');
  });

  it('of any form are answered or cut off', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'GET ',
        'POST ',
        '/v1/',
        ' HTTP/1.1\r\n',
        'Host: x\r\n',
        'Content-Length: 9\r\n',
        '\r\n',
      ),
      fc.constantFrom('Transfer-Encoding: chunked\r\n', 'ffffffff\r\n', 'PR', 'PRI', '{"', 'SID=a&AID=abc'),
      fc.string({
        maxLength: 20,
        unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 10 }), async (parts) => {
        const socket = await openSocket(server.port);
        const closed = untilClosed(socket);
        socket.end(parts.join(''));
        setTimeout(() => socket.destroy(), 20);
        await closed;
      }),
      { numRuns: 60 },
    );
    expect((await at('/')).status).toBe(200);
  });
});
