/** A bucket in memory behind the part of Cloud Storage's JSON API that the functions use. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getStorage } from 'firebase-admin/storage';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { createHash, randomUUID } from 'node:crypto';
import { crc32c } from '@docket/emulator/rules/library/crc32c';
import { z } from 'zod';
import type { Bucket } from '../src/collections/remove.ts';

export interface MemoryBucket {
  bucket: Bucket;
  /** The objects by their names; what was uploaded as bytes. */
  objects: Map<string, string | Buffer>;
  /** What is said about objects besides their content, by their names: `firebaseStorageDownloadTokens` for one. */
  custom: Map<string, Record<string, string>>;
  close: () => Promise<void>;
}

interface Content extends Pick<MemoryBucket, 'objects' | 'custom'> {
  /** Rises with every upload; see `ifGenerationMatch`. */
  generations: Map<string, number>;
  /** What an upload has said of its object, for those who ask for its metadata. */
  headers: Map<string, Headers>;
}

/** Starts an empty bucket. */
export async function openBucket(): Promise<MemoryBucket> {
  const content: Content = {
    objects: new Map(),
    custom: new Map(),
    headers: new Map(),
    generations: new Map(),
  };
  const server = createServer((request, response) => {
    // Who gives up an upload in the middle wants no answer.
    bodyOf(request).then(
      (body) => answer(content, request, body, response),
      () => response.destroy(),
    );
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
    objects: content.objects,
    custom: content.custom,
    close: async () => {
      await deleteApp(app);
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Lists by prefix, reads metadata and content, stores, copies, deletes. */
function answer(
  { objects, custom, headers, generations }: Content,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://bucket');
  const reply = (status: number, body: unknown, hashes = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...hashes });
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };
  const metadataOf = (name: string) => ({
    name,
    size: objects.get(name)?.length,
    metadata: custom.get(name) ?? {},
    generation: generations.get(name) ?? 0,
    ...headers.get(name),
  });
  const [encoded, target] = Array.from(url.pathname.matchAll(/\/o\/([^/]+)/gu), ([, name]) => name ?? '');
  if (url.pathname.startsWith('/upload/')) {
    const [about, content = Buffer.alloc(0)] = partsOf(body);
    const {
      name = url.searchParams.get('name') ?? '',
      metadata,
      ...header
    } = aboutSchema.parse(JSON.parse(about?.toString('utf8') ?? '{}'));
    objects.set(name, content);
    custom.set(name, metadata);
    headers.set(name, header);
    generations.set(name, (generations.get(name) ?? 0) + 1);
    return reply(200, { ...metadataOf(name), crc32c: checksum(content), md5Hash: md5(content) });
  }
  if (encoded === undefined) {
    const prefix = url.searchParams.get('prefix') ?? '';
    return reply(200, {
      items: [...objects.keys()].filter((name) => name.startsWith(prefix)).map(metadataOf),
    });
  }
  const name = decodeURIComponent(encoded);
  const content = objects.get(name);
  if (content === undefined) return reply(404, { error: { code: 404, message: 'Not Found' } });
  if (request.method === 'DELETE') {
    const wanted = url.searchParams.get('ifGenerationMatch');
    if (wanted !== null && Number(wanted) !== (generations.get(name) ?? 0))
      return reply(412, { error: { code: 412, message: 'Precondition Failed' } });
    objects.delete(name);
    custom.delete(name);
    headers.delete(name);
    return reply(204, '');
  }
  if (target !== undefined) {
    const copy = decodeURIComponent(target);
    objects.set(copy, content);
    custom.set(copy, custom.get(name) ?? {});
    return reply(200, { done: true, resource: metadataOf(copy) });
  }
  return url.searchParams.get('alt') === 'media'
    ? reply(200, content, { 'x-goog-hash': `md5=${md5(content)}` })
    : reply(200, metadataOf(name));
}

/** By which the client sees that its upload has arrived unharmed; or by its MD5, if it prefers that. */
function checksum(content: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32c(content));
  return bytes.toString('base64');
}

const md5 = (content: string | Buffer) => createHash('md5').update(content).digest('base64');

/** What an upload says about its object. */
const aboutSchema = z.object({
  name: z.string().optional(),
  metadata: z.record(z.string(), z.string()).default({}),
  contentType: z.string().optional(),
  cacheControl: z.string().optional(),
  contentDisposition: z.string().optional(),
  customTime: z.string().optional(),
});
type Headers = Omit<z.infer<typeof aboutSchema>, 'name' | 'metadata'>;

/** The contents of the parts of a multipart body. */
function partsOf(body: Buffer): Buffer[] {
  const text = body.toString('latin1');
  const boundary = text.slice(0, text.indexOf('\r\n'));
  return text
    .split(boundary)
    .slice(1, -1)
    .map((part) => Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1'));
}
