/**
 * Cross-origin headers. The Web SDK sends credentials, so the origin must be named: with `*` browsers refuse the answer
 * and the SDK tries again for ever.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

const preflightSeconds = '3600';

/** Sets the headers that let the requesting page read the answer. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-expose-headers', 'X-HTTP-Session-Id');
    response.setHeader('vary', 'Origin');
  }
}

/** Answers a preflight: whatever is asked for may be sent. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '');
  response.setHeader('access-control-max-age', preflightSeconds);
  response.writeHead(204).end();
}
