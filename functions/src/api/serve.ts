/** Between what Cloud Functions hand over (Express) and what the router takes (the Fetch API). */
import type { Request as FunctionsRequest } from 'firebase-functions/https';
import type { ServerResponse } from 'node:http';
import { inTurns } from './in-turns.ts';

/** What answers a request. */
export interface Router {
  fetch(request: Request): Response | Promise<Response>;
}

/** Hosting hands over the whole path, a function that is called by its own address what comes after its name. */
const PREFIX = /^(?:\/api)?\/v1(?=\/|$|\?)/u;

/** What is looked at of a request. */
type Received = Pick<FunctionsRequest, 'method' | 'url' | 'headers' | 'rawBody'>;

function headersOf(request: Received): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // The framework has unpacked the body.
  headers.delete('content-encoding');
  return headers;
}

function toFetch(request: Received): Request {
  const url = new URL(request.url.replace(PREFIX, '') || '/', 'http://api.invalid');
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? new Uint8Array(request.rawBody ?? []) : null;
  return new Request(url, { method: request.method, headers: headersOf(request), body });
}

/** Bytes from which on a body is large. One of 30 MB is there some six times over while it is taken apart. */
const LARGE_BYTES = 1_000_000;

/** As many large ones at a time as an instance has room for; small requests never wait for them. */
const large = inTurns(2);

/** Has `router` answer. Never throws: a request that is none gets a 400. */
export async function serve(router: Router, request: Received, response: ServerResponse): Promise<void> {
  const work = async () => await answer(router, request, response);
  const bytes = request.rawBody?.length ?? 0;
  return bytes < LARGE_BYTES ? await work() : await large(work);
}

async function answer(router: Router, request: Received, response: ServerResponse): Promise<void> {
  let made: Request;
  try {
    made = toFetch(request);
  } catch {
    response.writeHead(400).end();
    return;
  }
  const answered = await router.fetch(made);
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
