import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PublicFetch, type PublicFetchOptions, type PublicRequest, type Resolve } from './public-fetch.ts';
import { afterTest, closedPort, serve, serveRaw } from './testing/local-server.ts';

const GET: PublicRequest = { method: 'GET', headers: {}, timeoutMs: 5_000, maxBytes: 1_000 };

function open(options: Partial<PublicFetchOptions> = {}): PublicFetch {
  const web = new PublicFetch({ allowLoopback: false, ...options });
  afterTest(async () => await web.close());
  return web;
}

/** A resolver that knows one answer for every name. */
const always =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a call to an address that people give', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://127%2e0%2e0%2e1/',
    'http://0/',
    'http://0.0.0.0:8080/',
    'http://10.1.2.3/',
    'http://192.168.0.1:8443/',
    'http://169.254.169.254/computeMetadata/v1/',
    'http://2852039166/',
    'http://[::]/',
    'http://[::1]:3000/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'https://100.64.0.1/',
  ])('%s is refused before anything is connected', async (address) => {
    const web = open({ resolve: async () => await Promise.reject(new Error('nothing is to be looked up')) });
    await expect(web.request(address, GET)).rejects.toMatchObject({ reason: 'refused' });
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'data:,x',
    'example.com',
    '',
    'http://',
  ])('“%s” is refused as no web address', async (address) => {
    await expect(open().request(address, GET)).rejects.toMatchObject({ reason: 'refused' });
  });

  it('with a user name or password in it is refused', async () => {
    const web = open();
    await expect(web.request('https://user@example.com/', GET)).rejects.toMatchObject({ reason: 'refused' });
    await expect(web.request('https://:secret@example.com/', GET)).rejects.toMatchObject({
      reason: 'refused',
    });
  });

  it.each([
    ['localhost', ['127.0.0.1']],
    ['localhost.', ['::1']],
    ['inside.example', ['10.0.0.7']],
    ['metadata.google.internal', ['169.254.169.254']],
    ['mapped.example', ['::ffff:10.0.0.7']],
    ['two-faced.example', ['93.184.215.14', '10.0.0.7']],
    ['nowhere.example', []],
  ])('%s is refused where it resolves to %j', async (name, addresses) => {
    const web = open({ resolve: always(...addresses) });
    await expect(web.request(`http://${name}/`, GET)).rejects.toMatchObject({ reason: 'refused' });
  });

  it('connects to the address that was checked: a name that changes it afterwards gains nothing', async () => {
    let lookUps = 0;
    let calls = 0;
    const port = await serve((_, response) => {
      calls++;
      response.setHeader('connection', 'close').end();
    });
    const web = open({
      allowLoopback: true,
      resolve: async () => {
        lookUps++;
        return await always(lookUps === 1 ? '127.0.0.1' : '10.0.0.7')('');
      },
    });
    const url = `http://rebinding.example:${port}/`;
    expect(await web.request(url, GET)).toMatchObject({ status: 200 });
    expect({ lookUps, calls }).toEqual({ lookUps: 1, calls: 1 });
    await expect(web.request(url, GET)).rejects.toMatchObject({ reason: 'refused' });
    expect({ lookUps, calls }).toEqual({ lookUps: 2, calls: 1 });
  });

  it.each(['http://example.com:25/', 'https://example.com:6667/', 'http://127.0.0.1:22/'])(
    '%s is refused for its port, which belongs to another service',
    async (address) => {
      const web = open({ allowLoopback: true, resolve: always('127.0.0.1') });
      await expect(web.request(address, GET)).rejects.toMatchObject({
        reason: 'refused',
        refusal: 'blocked_port',
      });
    },
  );
});

describe('a call that is allowed', () => {
  const allowed = (resolve?: Resolve) =>
    open({ allowLoopback: true, ...(resolve === undefined ? {} : { resolve }) });

  it('sends what it is given and returns status, headers and body', async () => {
    const port = await serve((request, response) => {
      response.setHeader('x-seen', `${request.method} ${request.url} ${String(request.headers['x-own'])}`);
      response.statusCode = 418;
      request.pipe(response);
    });
    const web = allowed();
    const request = { ...GET, method: 'POST', headers: { 'x-own': 'yes' }, body: 'hello' } as const;
    const answer = await web.request(`http://127.0.0.1:${port}/path?q`, request);
    expect(answer.status).toBe(418);
    expect(answer.headers.get('x-seen')).toBe('POST /path?q yes');
    expect(new TextDecoder().decode(answer.body)).toBe('hello');
  });

  it('goes to a name by the address that it resolved to, and calls the host by its name', async () => {
    const port = await serve((request, response) => response.end(request.headers.host));
    const { body } = await allowed(always('127.0.0.1')).request(`http://some.example:${port}/`, GET);
    expect(new TextDecoder().decode(body)).toBe(`some.example:${port}`);
  });

  it('reports a redirect instead of following it', async () => {
    let calls = 0;
    const port = await serve((_, response) => {
      calls++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const answer = await allowed().request(`http://127.0.0.1:${port}/`, GET);
    expect([answer.status, answer.headers.get('location'), calls]).toEqual([302, '/elsewhere', 1]);
  });

  it('does not read more than it may', async () => {
    const port = await serve((_, response) => response.end('x'.repeat(1_001)));
    await expect(allowed().request(`http://127.0.0.1:${port}/`, GET)).rejects.toMatchObject({
      reason: 'too_large',
      message: 'The answer is larger than 1,000 bytes.',
    });
  });

  it('is given up when the time is over, also in the middle of an answer', async () => {
    const port = await serve((_, response) => response.write('to be continued'));
    const request = { ...GET, timeoutMs: 200 };
    await expect(allowed().request(`http://127.0.0.1:${port}/`, request)).rejects.toMatchObject({
      reason: 'timed_out',
      message: 'There was no whole answer within 0.2 s.',
    });
  });

  it('that nobody answers says so', async () => {
    const port = await serve((_, response) => response.destroy());
    const web = allowed();
    await expect(web.request(`http://127.0.0.1:${port}/`, GET)).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'The host broke the connection off.',
    });
    const nobody = `http://127.0.0.1:${await closedPort()}/`;
    await expect(web.request(nobody, GET)).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'The host refused the connection.',
    });
    const nameless = allowed(
      async () => await Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    );
    await expect(nameless.request('http://no.example/', GET)).rejects.toMatchObject({
      reason: 'unknown_host',
      message: 'There is no host of this name.',
    });
  });

  it('reaches this machine only by its loopback addresses', async () => {
    await expect(allowed().request('http://10.0.0.1/', GET)).rejects.toMatchObject({ reason: 'refused' });
    await expect(allowed().request('http://0.0.0.0/', GET)).rejects.toMatchObject({ reason: 'refused' });
    await expect(allowed().request('http://[::ffff:127.0.0.1]/', GET)).rejects.toMatchObject({
      reason: 'refused',
    });
  });
});

describe('an answer that is looked at while it comes', () => {
  const allowed = () => open({ allowLoopback: true });

  /** A server that never stops sending, and the promise that somebody has hung up on it. */
  async function endless(headers: Record<string, string> = {}) {
    let sent = 0;
    const hungUp = Promise.withResolvers<void>();
    const port = await serve((_, response) => {
      response.writeHead(200, headers).on('close', hungUp.resolve);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000))) sent += 10_000;
      };
      response.on('drain', more);
      more();
    });
    return { url: `http://127.0.0.1:${port}/`, hungUp: hungUp.promise, sent: () => sent };
  }

  const first = async (body: AsyncIterable<Uint8Array>) => {
    for await (const chunk of body) return chunk.length;
    return 0;
  };

  it('gives its status and headers before there is all of it', async () => {
    const port = await serve((_, response) => {
      response.setHeader('x-own', 'yes').write('to be continued');
    });
    const answer = await allowed().open(`http://127.0.0.1:${port}/`, GET);
    expect([answer.status, answer.headers.get('x-own')]).toEqual([200, 'yes']);
    answer.close();
  });

  it('is not read before somebody wants it', async () => {
    const server = await endless();
    const answer = await allowed().open(server.url, { ...GET, maxBytes: 1_000_000_000 });
    // More than the buffers of both ends hold cannot have been sent, however long one waits.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(server.sent()).toBeLessThan(50_000_000);
    answer.close();
    await server.hungUp;
  });

  it('hangs up when it is closed unread, left in the middle, or too large', async () => {
    const unread = await endless();
    (await allowed().open(unread.url, GET)).close();
    await unread.hungUp;

    const left = await endless();
    const answer = await allowed().open(left.url, { ...GET, maxBytes: 1_000_000 });
    expect(await first(answer.body)).toBeGreaterThan(0);
    await left.hungUp;

    const tooMuch = await endless();
    await expect(allowed().request(tooMuch.url, GET)).rejects.toMatchObject({ reason: 'too_large' });
    await tooMuch.hungUp;
  });

  it('hangs up when the time is over', async () => {
    const server = await endless();
    const answer = await allowed().open(server.url, { ...GET, timeoutMs: 100, maxBytes: 1_000_000_000_000 });
    const read = (async () => {
      for await (const _ of answer.body) await new Promise((resolve) => setTimeout(resolve, 20));
    })();
    await expect(read).rejects.toMatchObject({ reason: 'timed_out' });
    await server.hungUp;
  });

  it('ends with the reason of a signal, before the answer and in its middle', async () => {
    const silent = Promise.withResolvers<void>();
    const port = await serve((request) => request.socket.on('close', silent.resolve));
    const before = new AbortController();
    const asked = allowed().request(`http://127.0.0.1:${port}/`, { ...GET, signal: before.signal });
    setTimeout(() => before.abort(new Error('cancelled early')), 50);
    await expect(asked).rejects.toThrow('cancelled early');
    await silent.promise;

    const server = await endless();
    const during = new AbortController();
    const request = { ...GET, signal: during.signal, maxBytes: 1_000_000_000_000 };
    const answer = await allowed().open(server.url, request);
    setTimeout(() => during.abort(new Error('cancelled late')), 50);
    const read = (async () => {
      for await (const _ of answer.body) await new Promise((resolve) => setTimeout(resolve, 5));
    })();
    await expect(read).rejects.toThrow('cancelled late');
    await server.hungUp;

    const gone = { ...GET, signal: AbortSignal.abort(new Error('cancelled before')) };
    await expect(allowed().request(server.url, gone)).rejects.toThrow('cancelled before');
  });

  it('is limited as it is sent, too: packed bytes without end that unpack to nothing', async () => {
    const nothing = gzipSync(Buffer.alloc(0));
    let sent = 0;
    const hungUp = Promise.withResolvers<void>();
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).on('close', hungUp.resolve);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.concat(Array(500).fill(nothing)))) sent += 10_000;
      };
      response.on('drain', more);
      more();
    });
    const request = { ...GET, maxBytes: 100_000 };
    await expect(allowed().request(`http://127.0.0.1:${port}/`, request)).rejects.toMatchObject({
      reason: 'too_large',
    });
    await hungUp.promise;
    expect(sent).toBeLessThan(50_000_000);
  });

  it('may come packed, and is limited as unpacked', async () => {
    const packings: [string, (bytes: Buffer) => Buffer][] = [
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
      ['zstd', zstdCompressSync],
    ];
    for (const [encoding, pack] of packings) {
      const port = await serve((request, response) => {
        const size = Number(request.url?.slice(1));
        response.setHeader('content-encoding', encoding).end(pack(Buffer.alloc(size, 'x')));
      });
      const { body } = await allowed().request(`http://127.0.0.1:${port}/1000`, GET);
      expect(new TextDecoder().decode(body)).toBe('x'.repeat(1_000));
      const tooMuch = allowed().request(`http://127.0.0.1:${port}/20000000`, GET);
      await expect(tooMuch).rejects.toMatchObject({ reason: 'too_large' });
    }
  });

  it('has headers of a reasonable size, or none', async () => {
    const port = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = () => {
        while (socket.writable && socket.write(`x-more: ${'x'.repeat(1_000)}\r\n`));
      };
      socket.on('drain', more);
      more();
    });
    await expect(allowed().request(`http://127.0.0.1:${port}/`, GET)).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'The host answered with too many headers.',
    });
  });
});
