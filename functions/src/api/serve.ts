/** Between what Cloud Functions hand over (Express) and what the router takes (the Fetch API). */
import type { Request as FunctionsRequest } from 'firebase-functions/https';
import type { ServerResponse } from 'node:http';

/** What answers a request. */
export interface Router {
  fetch(request: Request): Response | Promise<Response>;
}

/** Hosting hands over the whole path, a function that is called by its own address what comes after its name. */
const PREFIX = /^(?:\/api)?\/v1(?=\/|$|\?)/u;

function headersOf(request: FunctionsRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // The framework has unpacked the body.
  headers.delete('content-encoding');
  return headers;
}

function toFetch(request: FunctionsRequest): Request {
  const url = new URL(request.url.replace(PREFIX, '') || '/', 'http://api.invalid');
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? new Uint8Array(request.rawBody ?? []) : null;
  return new Request(url, { method: request.method, headers: headersOf(request), body });
}

/** Has `router` answer. Never throws: a request that is none gets a 400. */
export async function serve(
  router: Router,
  request: FunctionsRequest,
  response: ServerResponse,
): Promise<void> {
  let made: Request;
  try {
    made = toFetch(request);
  } catch {
    response.writeHead(400).end();
    return;
  }
  const answer = await router.fetch(made);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}
