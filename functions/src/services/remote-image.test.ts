import type { RequestListener } from 'node:http';
import { errorKind } from '@docket/model/errors';
import { describe, expect, it } from 'vitest';
import { IMAGE_FORMATS } from '../images/derive/recognise-image.ts';
import { PublicFetch, type Resolve } from './public-fetch.ts';
import { RemoteImages, type Through, hostOf } from './remote-image.ts';
import { afterTest, closedPort, serve } from './testing/local-server.ts';
import { PICTURES } from './testing/pictures.ts';

const never = new AbortController().signal;

function images(resolve?: Resolve, allowLoopback = true): RemoteImages {
  const web = new PublicFetch({ allowLoopback, ...(resolve !== undefined && { resolve }) });
  afterTest(async () => await web.close());
  return new RemoteImages(web, { timeoutMs: 20_000 });
}

/** The code of the error that fetching `url` ends with. */
async function codeFrom(url: string, from = images()): Promise<string> {
  return await from.fetch(url, never).then(
    ({ content_type }) => content_type,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}

const png = await PICTURES['image/png'].toBuffer();

/** Serves a picture at /shoe.png and what `others` says elsewhere. */
const withPicture =
  (others: Record<string, RequestListener> = {}): RequestListener =>
  (request, response) => {
    const other = others[request.url ?? ''];
    if (other !== undefined) other(request, response);
    else if (request.url === '/shoe.png') response.setHeader('content-type', 'image/png').end(png);
    else response.writeHead(404).end();
  };

const redirect =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end('moved');

describe('an image at an address', () => {
  it.each(Object.entries(PICTURES))('is fetched: %s, whatever it is sent as', async (type, made) => {
    const bytes = await made.toBuffer();
    const port = await serve((request, response) => {
      const sentAs = decodeURIComponent(request.url?.split('?')[1] ?? '');
      if (sentAs !== '') response.setHeader('content-type', sentAs);
      response.end(bytes);
    });
    const from = images();
    for (const sentAs of [type, 'application/octet-stream', 'text/plain', 'text/html', 'image/x-wrong', '']) {
      const url = `http://127.0.0.1:${port}/photos/shoe?${encodeURIComponent(sentAs)}`;
      const image = await from.fetch(url, never);
      expect(Buffer.compare(image.bytes, bytes)).toBe(0);
      expect(image).toMatchObject({ content_type: type, url });
      expect(image.file_name).toMatch(/^shoe\.[a-z]+$/u);
    }
  });

  it('is recognised in all formats that are read', () => {
    const types = IMAGE_FORMATS.map((format) => `image/${format}`);
    expect(Object.keys(PICTURES).toSorted()).toEqual(types.toSorted());
  });

  it('is fetched when it is smaller than what is looked at', async () => {
    const tiny = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
    const port = await serve((_, response) => response.end(tiny));
    const image = await images().fetch(`http://127.0.0.1:${port}/`, never);
    expect(image).toMatchObject({ content_type: 'image/gif', file_name: 'image.gif' });
    expect([...image.bytes]).toEqual([...tiny]);
  });

  it('is asked for politely: by name, as it is, and without anything about who asks', async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers);
      response.end(png);
    });
    await images().fetch(`http://127.0.0.1:${port}/a#part`, never);
    expect(seen).toMatchObject([
      { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Docket (image import)' },
    ]);
    expect(seen[0]).not.toHaveProperty('cookie');
    expect(seen[0]).not.toHaveProperty('referer');
    expect(seen[0]).not.toHaveProperty('authorization');
  });

  it('has the name that the answer gives it, in any case a safe one', async () => {
    const disposition = 'attachment; filename="../red shoe.jpeg"';
    const port = await serve((_, response) =>
      response.setHeader('content-disposition', disposition).end(png),
    );
    const image = await images().fetch(`http://127.0.0.1:${port}/7`, never);
    expect(image.file_name).toBe('red shoe.png');
  });

  it('does not cost a connection each', async () => {
    const sockets = new Set<unknown>();
    const port = await serve((request, response) => {
      sockets.add(request.socket);
      response.end(png);
    });
    const from = images();
    for (let time = 0; time < 6; time += 1) await from.fetch(`http://127.0.0.1:${port}/`, never);
    expect(sockets.size).toBeLessThan(4);
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('with status %i are followed', async (status) => {
    const port = await serve(withPicture({ '/old': redirect('/shoe.png', status) }));
    const image = await images().fetch(`http://127.0.0.1:${port}/old`, never);
    expect(image).toMatchObject({ url: `http://127.0.0.1:${port}/shoe.png`, file_name: 'shoe.png' });
  });

  it.each(['shoe.png', './shoe.png', '/shoe.png', '../../shoe.png', '//127.0.0.1:PORT/shoe.png'])(
    'are read as links on a page are: %s',
    async (location) => {
      const port = await serve((request, response) => {
        const others = { '/old': redirect(location.replace('PORT', String(request.socket.localPort))) };
        withPicture(others)(request, response);
      });
      expect(await codeFrom(`http://127.0.0.1:${port}/old`)).toBe('image/png');
    },
  );

  it('are followed five times and no further', async () => {
    let calls = 0;
    const port = await serve((request, response) => {
      calls += 1;
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(png);
      else redirect(`/${left - 1}`)(request, response);
    });
    expect(await codeFrom(`http://127.0.0.1:${port}/5`)).toBe('image/png');
    expect(calls).toBe(6);
    expect(await codeFrom(`http://127.0.0.1:${port}/6`)).toBe('url_redirects');
    expect(calls).toBe(12);
    expect(await codeFrom(`http://127.0.0.1:${port}/10`)).toBe('url_redirects');
  });

  it('that go round in circles end', async () => {
    const port = await serve(
      withPicture({ '/a': redirect('/b'), '/b': redirect('/a'), '/c': redirect('/c') }),
    );
    expect(await codeFrom(`http://127.0.0.1:${port}/a`)).toBe('url_redirects');
    expect(await codeFrom(`http://127.0.0.1:${port}/c`)).toBe('url_redirects');
  });

  it.each(
    [
      [
        'http://10.0.0.1/',
        'http://169.254.169.254/latest/meta-data/',
        'http://0xa9fea9fe/',
        '//10.0.0.1/a.png',
      ],
      ['http://[::ffff:a00:1]/', 'http://[fd00:ec2::254]/', 'http://metadata.google.internal/', 'http://0/'],
      ['http://inside.example/', 'file:///etc/passwd', 'gopher://example.com/', 'ftp://example.com/a.png'],
      ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', 'http://user:secret@127.0.0.1/', 'javascript:alert(1)'],
    ].flat(),
  )('to %s are refused', async (location) => {
    const inside: Resolve = async () => await Promise.resolve([{ address: '10.0.0.1', family: 4 }]);
    const port = await serve(withPicture({ '/old': redirect(location) }));
    expect(await codeFrom(`http://127.0.0.1:${port}/old`, images(inside))).toBe('url_refused');
  });

  it('to this machine are refused as the address itself is', async () => {
    // The first answer comes from elsewhere, for which a server cannot stand in without leave to call this machine.
    const answers: string[] = [];
    const headers = new Headers({ location: 'http://127.0.0.1/' });
    const strict = new PublicFetch({ allowLoopback: false });
    afterTest(async () => await strict.close());
    const web: Pick<PublicFetch, 'open'> = {
      open: async (address, request) => {
        answers.push(address);
        if (answers.length > 1) return await strict.open(address, request);
        return { status: 302, headers, body: new Blob([]).stream(), close: () => {} };
      },
    };
    expect(await codeFrom('https://example.com/a.png', new RemoteImages(web))).toBe('url_refused');
    headers.set('location', 'https://127.0.0.1/');
    answers.length = 0;
    expect(await codeFrom('https://example.com/a.png', new RemoteImages(web))).toBe('url_refused');
    expect(answers).toEqual(['https://example.com/a.png', 'https://127.0.0.1/']);
  });

  it('from a secured address to one that is not are refused', async () => {
    const web: Pick<PublicFetch, 'open'> = {
      open: async () => {
        const headers = new Headers({ location: 'http://example.com/a.png' });
        return await Promise.resolve({ status: 301, headers, body: new Blob([]).stream(), close: () => {} });
      },
    };
    const fetched = new RemoteImages(web).fetch('https://example.com/a.png', never);
    await expect(fetched).rejects.toMatchObject({
      code: 'url_refused',
      userMessage:
        'This address is not fetched: it leads on from https:// to an address without it. Use a public address that begins with http:// or https://.',
    });
  });

  it('that lead nowhere are no image', async () => {
    const nowhere: RequestListener = (_, response) => response.writeHead(302).end();
    const port = await serve(withPicture({ '/a': nowhere, '/b': redirect('http://:0/') }));
    for (const path of ['a', 'b'])
      await expect(images().fetch(`http://127.0.0.1:${port}/${path}`, never)).rejects.toMatchObject({
        code: 'url_not_an_image',
        facts: { found: 'a redirect that leads nowhere' },
      });
  });

  it('name the host that failed, not the one that led there', async () => {
    const gone = await closedPort();
    const port = await serve(withPicture({ '/old': redirect(`http://127.0.0.1:${gone}/`) }));
    await expect(images().fetch(`http://127.0.0.1:${port}/old`, never)).rejects.toMatchObject({
      code: 'host_unavailable',
      facts: { service: `127.0.0.1:${gone}` },
    });
  });
});

describe('an answer without an image', () => {
  it.each([
    [404, 'url_not_found'],
    [410, 'url_not_found'],
    [401, 'url_forbidden'],
    [403, 'url_forbidden'],
    [451, 'url_forbidden'],
    [400, 'url_forbidden'],
    [406, 'url_forbidden'],
    [408, 'host_unavailable'],
    [425, 'host_unavailable'],
    [429, 'host_unavailable'],
    [500, 'host_unavailable'],
    [502, 'host_unavailable'],
    [503, 'host_unavailable'],
    [599, 'host_unavailable'],
    [204, 'url_not_an_image'],
    [205, 'url_not_an_image'],
    [206, 'url_not_an_image'],
    [300, 'url_not_an_image'],
    [304, 'url_not_an_image'],
    [305, 'url_not_an_image'],
    [200, 'image/png'],
    [201, 'image/png'],
    [203, 'image/png'],
  ])('with status %i is %s, even with a picture in it', async (status, code) => {
    const port = await serve((_, response) => response.writeHead(status).end(png));
    expect(await codeFrom(`http://127.0.0.1:${port}/`)).toBe(code);
  });

  it('tells what there is instead, whatever it is sent as', async () => {
    const port = await serve((_, response) =>
      response.setHeader('content-type', 'image/jpeg').end('<!doctype html><title>Log in</title>'),
    );
    await expect(images().fetch(`http://127.0.0.1:${port}/shoe.jpg`, never)).rejects.toMatchObject({
      code: 'url_not_an_image',
      userMessage: 'There is no image at this address but a web page. Use the address of the picture itself.',
    });
  });

  it.each([
    ['{"error": "not found"}', 'a text file'],
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'an SVG drawing'],
    ['nothing here', 'a text file'],
    ['', 'an empty file'],
  ])('%j is %s', async (body, found) => {
    const port = await serve((_, response) => response.end(body));
    await expect(images().fetch(`http://127.0.0.1:${port}/`, never)).rejects.toMatchObject({
      code: 'url_not_an_image',
      facts: { found },
    });
  });
});

describe('an address that cannot be fetched', () => {
  it.each([
    ['http://127.0.0.1/', undefined],
    ['http://metadata.google.internal/computeMetadata/v1/', undefined],
    ['https://user:secret@example.com/', 'it contains a user name or password'],
    ['file:///etc/passwd', 'it is not the address of a web site'],
    ['', 'it is not the address of a web site'],
    ['https://example.com:25/', 'its port belongs to another service than the web'],
  ])('%j is refused, and says why', async (url, found) => {
    const nothing: Resolve = async () => await Promise.reject(new Error('nothing is to be looked up'));
    await expect(images(nothing, false).fetch(url, never)).rejects.toMatchObject({
      code: 'url_refused',
      facts: found === undefined ? {} : { found },
    });
  });

  it('is one whose name leads inside, also when it does so only the second time', async () => {
    let lookUps = 0;
    const rebinding: Resolve = async () => {
      lookUps += 1;
      return await Promise.resolve([{ address: lookUps === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    const port = await serve((_, response) => response.setHeader('connection', 'close').end(png));
    const from = images(rebinding);
    // Looked up once: what was checked is what is connected to.
    expect(await codeFrom(`http://rebinding.example:${port}/`, from)).toBe('image/png');
    expect(lookUps).toBe(1);
    expect(await codeFrom(`http://rebinding.example:${port}/`, from)).toBe('url_refused');
  });

  it('is one of a host that nobody knows: permanent, and told by its name', async () => {
    const unknown: Resolve = async () =>
      await Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    const fetched = images(unknown).fetch('https://shop.example/a.png', never);
    await expect(fetched).rejects.toMatchObject({
      code: 'host_unknown',
      userMessage: 'There is no site shop.example. Check the address.',
    });
    expect(errorKind('host_unknown')).toBe('permanent');
  });

  it('is one of a host that cannot be looked up or reached for now: it is tried again', async () => {
    const busy: Resolve = async () => await Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }));
    expect(await codeFrom('https://shop.example/a.png', images(busy))).toBe('host_unavailable');
    expect(await codeFrom(`http://127.0.0.1:${await closedPort()}/`)).toBe('host_unavailable');
    expect(errorKind('host_unavailable')).toBe('dependency');
  });
});

describe('whoever keeps count of hosts', () => {
  it('is asked before each of them is called, and told what came of it', async () => {
    const port = await serve(withPicture());
    const gone = await closedPort();
    const first = await serve(withPicture({ '/a': redirect(`http://127.0.0.1:${port}/shoe.png`) }));
    const last = await serve(withPicture({ '/b': redirect(`http://127.0.0.1:${gone}/`) }));
    const told: string[] = [];
    const through: Through = async (host, call) => {
      try {
        const result = await call();
        told.push(`${host} answered`);
        return result;
      } catch (error) {
        told.push(`${host} failed`);
        throw error;
      }
    };
    const from = images();
    await from.fetch(`http://127.0.0.1:${first}/a`, never, through);
    await expect(from.fetch(`http://127.0.0.1:${last}/b`, never, through)).rejects.toMatchObject({
      code: 'host_unavailable',
    });
    expect(told).toEqual([
      `127.0.0.1:${first} answered`,
      `127.0.0.1:${port} answered`,
      `127.0.0.1:${last} answered`,
      `127.0.0.1:${gone} failed`,
    ]);
  });

  it('can keep a host from being called', async () => {
    let calls = 0;
    const port = await serve((_, response) => {
      calls += 1;
      response.end(png);
    });
    const through: Through = async () => await Promise.reject(new Error('left alone'));
    const fetched = images().fetch(`http://127.0.0.1:${port}/`, never, through);
    await expect(fetched).rejects.toThrow('left alone');
    expect(calls).toBe(0);
  });

  it('does not take from the time of the host by waiting', async () => {
    const times: number[] = [];
    const web: Pick<PublicFetch, 'open'> = {
      open: async (_, { timeoutMs }) => {
        times.push(timeoutMs);
        return await Promise.reject(new Error('enough'));
      },
    };
    const through: Through = async (_, call) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return await call();
    };
    const fetched = new RemoteImages(web, { timeoutMs: 1_000 }).fetch('https://a.example/', never, through);
    await expect(fetched).rejects.toThrow('enough');
    expect(times).toEqual([1_000]);
  });

  it('is not asked about what is refused outright', async () => {
    const through: Through = async () => await Promise.reject(new Error('asked'));
    for (const url of ['http://10.0.0.1/', 'ftp://example.com/', ''])
      await expect(images().fetch(url, never, through)).rejects.toMatchObject({ code: 'url_refused' });
  });
});

describe('the host that failures count against', () => {
  it.each([
    ['https://CDN.example.com/a/b.png?c', 'cdn.example.com'],
    ['https://cdn.example.com.:443/', 'cdn.example.com'],
    ['http://cdn.example.com:8080/', 'cdn.example.com:8080'],
    ['http://cdn.example.com.:8080/', 'cdn.example.com:8080'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://127.0.0.1:5000/', '127.0.0.1:5000'],
    ['http://10.0.0.1/', null],
    ['http://metadata/', null],
    ['https://user@example.com/', null],
    ['ftp://example.com/', null],
    ['shoe.png', null],
  ])('of %s is %s', (url, host) => expect(hostOf(url)).toBe(host));
});
