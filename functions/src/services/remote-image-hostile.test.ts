import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PublicFetch } from './public-fetch.ts';
import { RemoteImages, type RemoteImagesOptions } from './remote-image.ts';
import { HEAD_BYTES } from './sniff-image.ts';
import { afterTest, serve, serveRaw } from './testing/local-server.ts';
import { PICTURES } from './testing/pictures.ts';

const png = await PICTURES['image/png'].toBuffer();

/** Long enough that nothing here depends on it, and short enough that waiting for it would fail the test. */
const LONG_MS = 60_000;

async function fetched(
  port: number,
  options: RemoteImagesOptions = {},
  signal = new AbortController().signal,
) {
  const web = new PublicFetch({ allowLoopback: true });
  afterTest(async () => await web.close());
  const images = new RemoteImages(web, { timeoutMs: LONG_MS, ...options });
  return await images.fetch(`http://127.0.0.1:${port}/shoe.png`, signal);
}

/** Sends `chunk` again and again, as fast as somebody reads. Counts what was sent. */
function sendWithoutEnd(response: ServerResponse | Socket, chunk: Buffer): { sent: number } {
  const count = { sent: 0 };
  const more = () => {
    while (!response.destroyed && response.write(chunk)) count.sent += chunk.length;
  };
  response.on('drain', more);
  more();
  return count;
}

/** A server for one answer; `hungUp` is fulfilled when the connection is closed. */
async function serveOnce(headers: Record<string, string>, answer: (response: ServerResponse) => void) {
  const hungUp = Promise.withResolvers<void>();
  const port = await serve((_, response) => {
    response.writeHead(200, headers).on('close', hungUp.resolve);
    answer(response);
  });
  return { port, hungUp: hungUp.promise };
}

describe('a server that sends too much', () => {
  it('is left when a picture does not end', async () => {
    let count = { sent: 0 };
    const { port, hungUp } = await serveOnce({}, (response) => {
      response.write(png);
      count = sendWithoutEnd(response, Buffer.alloc(50_000));
    });
    await expect(fetched(port, { maxBytes: 200_000 })).rejects.toMatchObject({
      code: 'image_too_large',
      userMessage: '“shoe.png” is too large; images up to 50 MB can be read. Save a smaller copy.',
    });
    await hungUp;
    expect(count.sent).toBeLessThan(50_000_000);
  });

  it('is left as soon as its first bytes are no picture', async () => {
    const { port, hungUp } = await serveOnce({ 'content-type': 'image/png' }, (response) =>
      response.write(`<!doctype html>${' '.repeat(HEAD_BYTES)}`),
    );
    await expect(fetched(port)).rejects.toMatchObject({
      code: 'url_not_an_image',
      facts: { found: 'a web page' },
    });
    await hungUp;
  });

  it('is left at once when it announces too much', async () => {
    const { port, hungUp } = await serveOnce({ 'content-length': '60000000' }, (response) =>
      response.write(png),
    );
    await expect(fetched(port)).rejects.toMatchObject({
      code: 'image_too_large',
      userMessage: '“shoe.png” is 60 MB; images up to 50 MB can be read. Save a smaller copy.',
    });
    await hungUp;
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['gzip, gzip', (bytes: Buffer) => gzipSync(gzipSync(bytes))],
  ])('is left when little unpacks to much: %s', async (encoding, pack) => {
    const bomb = pack(Buffer.concat([png, Buffer.alloc(30_000_000)]));
    expect(bomb.length).toBeLessThan(100_000);
    const { port, hungUp } = await serveOnce({ 'content-encoding': encoding }, (response) =>
      response.end(bomb),
    );
    await expect(fetched(port, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'image_too_large' });
    await hungUp;
  });

  it('is left when what unpacks to nothing does not end', async () => {
    const { port, hungUp } = await serveOnce({ 'content-encoding': 'gzip' }, (response) => {
      sendWithoutEnd(response, Buffer.concat(Array(500).fill(gzipSync(Buffer.alloc(0)))));
    });
    await expect(fetched(port, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'image_too_large' });
    await hungUp;
  });

  it('is left when its headers do not end', async () => {
    const port = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      sendWithoutEnd(socket, Buffer.from(`x-more: ${'x'.repeat(1_000)}\r\n`));
    });
    await expect(fetched(port)).rejects.toMatchObject({ code: 'host_unavailable' });
  });

  it('gives what it had announced, and does not spoil the next answer with the rest', async () => {
    const half = png.length / 2;
    const port = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${Math.floor(half)}\r\n\r\n`);
      socket.write(Buffer.concat([png, Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx')]));
    });
    const web = new PublicFetch({ allowLoopback: true });
    afterTest(async () => await web.close());
    const images = new RemoteImages(web, { timeoutMs: LONG_MS });
    for (let time = 0; time < 2; time += 1) {
      const image = await images.fetch(`http://127.0.0.1:${port}/`, new AbortController().signal);
      expect(Buffer.compare(image.bytes, png.subarray(0, half))).toBe(0);
    }
  });
});

describe('a server that takes too long', () => {
  const SHORT = { timeoutMs: 300 };

  it.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => {}],
    ['stops in the middle of its headers', (socket) => socket.write('HTTP/1.1 200 OK\r\nx-a')],
    [
      'sends its headers letter by letter',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nx-a: ');
        drip(socket, 'a');
      },
    ],
    [
      'sends its picture byte by byte',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
        socket.write(png);
        drip(socket, '\0');
      },
    ],
    [
      'says again and again that there will be an answer',
      (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n'),
    ],
  ])('is left when it %s', async (_, answer) => {
    const hungUp = Promise.withResolvers<void>();
    const port = await serveRaw((socket) => {
      socket.on('close', () => hungUp.resolve());
      answer(socket);
    });
    await expect(fetched(port, SHORT)).rejects.toMatchObject({
      code: 'host_unavailable',
      facts: { service: `127.0.0.1:${port}` },
    });
    await hungUp.promise;
  });

  it('has its time for all redirects together', async () => {
    let calls = 0;
    const port = await serve((_, response) => {
      calls += 1;
      setTimeout(() => response.writeHead(302, { location: `/${calls}` }).end(), 120);
    });
    await expect(fetched(port, SHORT)).rejects.toMatchObject({ code: 'host_unavailable' });
    expect(calls).toBeLessThan(4);
  });

  function drip(socket: Socket, text: string): void {
    const timer = setInterval(() => socket.write(text), 10);
    socket.on('close', () => clearInterval(timer));
  }
});

describe('a server that breaks off', () => {
  it.each([
    ['before it has answered', ''],
    ['in its headers', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['before all that it announced', 'HTTP/1.1 200 OK\r\ncontent-length: 999999\r\n\r\nPICTURE'],
    ['within a piece', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffff\r\nPICTURE'],
    ['between pieces', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'],
    ['speaking another language', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['with a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\nPICTURE'],
    ['with packed bytes that are damaged', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nPICTURE'],
  ])('%s is tried again later', async (_, text) => {
    const [before, after] = text.split('PICTURE');
    const port = await serveRaw((socket) => {
      socket.write(before ?? '');
      if (after === undefined) socket.end();
      else socket.end(png);
    });
    await expect(fetched(port)).rejects.toMatchObject({ code: 'host_unavailable' });
  });
});

describe('a server with its own ways', () => {
  it.each([
    ['ends a picture by hanging up', 'HTTP/1.0 200 OK\r\n\r\n'],
    ['has more to say first', 'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nconnection: close\r\n\r\n'],
    ['names a packing that nobody knows', 'HTTP/1.1 200 OK\r\ncontent-encoding: none\r\n\r\n'],
  ])('%s: the picture is fetched', async (_, head) => {
    const port = await serveRaw((socket) => {
      socket.write(head);
      socket.end(png);
    });
    expect(Buffer.compare((await fetched(port)).bytes, png)).toBe(0);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('packs what it was asked to send as it is: %s', async (encoding, pack) => {
    const { port } = await serveOnce({ 'content-encoding': encoding }, (response) => response.end(pack(png)));
    expect(Buffer.compare((await fetched(port)).bytes, png)).toBe(0);
  });

  it('sends a picture in very small pieces', async () => {
    const { port } = await serveOnce({}, (response) => {
      for (let at = 0; at < png.length; at += 100) response.write(png.subarray(at, at + 100));
      response.end();
    });
    expect(Buffer.compare((await fetched(port)).bytes, png)).toBe(0);
  });
});

describe('whoever no longer wants an image', () => {
  it('is let go at once, and the server as well, in the middle of a picture', async () => {
    const giving = new AbortController();
    const { port, hungUp } = await serveOnce({}, (response) => {
      response.write(png);
      setTimeout(() => giving.abort(new Error('cancelled')), 50);
    });
    await expect(fetched(port, {}, giving.signal)).rejects.toThrow('cancelled');
    await hungUp;
  });

  it('is let go at once while nothing has come', async () => {
    const giving = new AbortController();
    const hungUp = Promise.withResolvers<void>();
    const port = await serve((request) => {
      request.socket.on('close', () => hungUp.resolve());
      giving.abort(new Error('cancelled'));
    });
    await expect(fetched(port, {}, giving.signal)).rejects.toThrow('cancelled');
    await hungUp.promise;
  });

  it('is let go while a name is being looked up', async () => {
    const giving = new AbortController();
    const web = new PublicFetch({
      allowLoopback: true,
      resolve: async () => {
        setImmediate(() => giving.abort(new Error('cancelled')));
        return await new Promise(() => {});
      },
    });
    afterTest(async () => await web.close());
    const images = new RemoteImages(web, { timeoutMs: LONG_MS });
    await expect(images.fetch('http://slow.example/', giving.signal)).rejects.toThrow('cancelled');
  });

  it('has nobody called who has given up before', async () => {
    let calls = 0;
    const port = await serve((_, response) => {
      calls += 1;
      response.end(png);
    });
    const given = AbortSignal.abort(new Error('cancelled'));
    await expect(fetched(port, {}, given)).rejects.toThrow('cancelled');
    expect(calls).toBe(0);
  });
});
