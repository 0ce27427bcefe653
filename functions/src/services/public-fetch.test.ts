import { describe, expect, it } from 'vitest';
import { PublicFetch, type PublicFetchOptions, type PublicRequest, type Resolve } from './public-fetch.ts';
import { afterTest, closedPort, serve } from './testing/local-server.ts';

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
      response.end();
    });
    const web = open({
      resolve: async () => {
        lookUps++;
        return await always(lookUps === 1 ? '93.184.215.14' : '127.0.0.1')('');
      },
    });
    const request = { ...GET, timeoutMs: 300 };
    await expect(web.request(`http://rebinding.example:${port}/`, request)).rejects.toMatchObject({
      name: 'PublicFetchError',
    });
    await expect(web.request(`http://rebinding.example:${port}/`, request)).rejects.toMatchObject({
      reason: 'refused',
    });
    expect({ lookUps, calls }).toEqual({ lookUps: 2, calls: 0 });
  });
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
