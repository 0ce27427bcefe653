/** A site with pictures on this machine, which can be well, down, hang, or answer with pages. */
import { createServer } from 'node:http';
import sharp from 'sharp';

type SiteMood = 'well' | 'down' | 'hanging' | 'html';

export interface PictureSite {
  /** `http://127.0.0.1:1234` */
  address: string;
  /** How often a picture was asked for, by path. */
  asked: ReadonlyMap<string, number>;
  be(mood: SiteMood): void;
  close(): Promise<void>;
}

/** Any path that ends in `.jpg` is a picture; every other one is not there. */
export async function openPictureSite(): Promise<PictureSite> {
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#b5651d' } })
    .jpeg()
    .toBuffer();
  const asked = new Map<string, number>();
  let mood: SiteMood = 'well';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
    if (mood === 'hanging') return;
    if (mood === 'down') response.writeHead(503).end();
    else if (mood === 'html')
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<!doctype html><title>Sign in</title>');
    else if (pathname.endsWith('.jpg'))
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The site has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    asked,
    be(next) {
      // Those that it has let hang learn at once that nothing comes.
      if (mood === 'hanging') server.closeAllConnections();
      mood = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
