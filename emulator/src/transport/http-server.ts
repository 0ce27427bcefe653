/** Everything that is not gRPC: WebChannel, REST, the emulator's endpoints, and a plain sign of life. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { errorBody, httpCode } from '../status.ts';
import type { WebChannelHandler } from '../webchannel/handler.ts';
import { allowOrigin, answerPreflight } from './cors.ts';
import { type EmulatorParts, handleEmulatorEndpoint } from './emulator-endpoints.ts';
import { readUrl } from './http-path.ts';
import { refusal } from './refusal.ts';
import { handleRest, sendJson } from './rest.ts';

/** An HTTP server without a port of its own: connections are handed to it. */
export function createHttpServer(parts: EmulatorParts, webChannel: WebChannelHandler): Server {
  const server = createServer((request, response) => {
    allowOrigin(request, response);
    route(parts, webChannel, request, response).catch((thrown: unknown) => {
      const error = refusal(thrown, parts.log);
      if (response.headersSent) {
        response.destroy();
      } else {
        sendJson(response, httpCode(error.status), errorBody(error));
      }
    });
  });
  // Hanging GETs are the rule here, not an attack. Bodies have a time limit of their own, and so have first headers.
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  server.keepAliveTimeout = 0;
  return server;
}

async function route(
  parts: EmulatorParts,
  webChannel: WebChannelHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = readUrl(request.url ?? '/');
  if (request.method === 'OPTIONS') {
    answerPreflight(request, response);
  } else if (webChannel.handles(url)) {
    await webChannel.handle(request, response, url);
  } else if (url.pathname.startsWith('/v1/')) {
    await handleRest(parts, request, response, url);
  } else if (url.pathname.startsWith('/emulator/v1/')) {
    await handleEmulatorEndpoint(parts, request, response, url);
  } else if (url.pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('Ok\n');
  } else {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found\n');
  }
}
