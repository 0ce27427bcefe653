/** A bucket in memory behind the part of Cloud Storage's JSON API that the functions use. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getStorage } from 'firebase-admin/storage';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { randomUUID } from 'node:crypto';
import type { Bucket } from '../src/collections/remove.ts';

export interface MemoryBucket {
  bucket: Bucket;
  /** The objects by their names. */
  objects: Map<string, string>;
  close: () => Promise<void>;
}

/** Starts an empty bucket. */
export async function openBucket(): Promise<MemoryBucket> {
  const objects = new Map<string, string>();
  const server = createServer((request, response) => {
    answer(objects, request, response);
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The bucket has no address');
  process.env['STORAGE_EMULATOR_HOST'] = `http://127.0.0.1:${address.port}`;
  const app = initializeApp({ projectId: 'demo-bucket', storageBucket: 'bucket' }, randomUUID());
  return {
    bucket: getStorage(app).bucket(),
    objects,
    close: async () => {
      await deleteApp(app);
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Lists by prefix, reads metadata and content, deletes. */
function answer(objects: Map<string, string>, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://bucket');
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const prefix = url.searchParams.get('prefix') ?? '';
  const [, encoded] = /\/o\/([^/]+)$/u.exec(url.pathname) ?? [];
  if (encoded === undefined) {
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix));
    return reply(200, { items: names.map((name) => ({ name })) });
  }
  const name = decodeURIComponent(encoded);
  const content = objects.get(name);
  if (content === undefined) return reply(404, { error: { code: 404, message: 'Not Found' } });
  if (request.method === 'DELETE') {
    objects.delete(name);
    return reply(204, '');
  }
  return reply(200, url.searchParams.get('alt') === 'media' ? content : { name, size: content.length });
}
