/** Stands in for Cloud Vision: a web server on this machine that speaks its REST API. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { serve } from '../../testing/local-server.ts';
import type { VisionOptions } from '../vision.ts';

/** What is sent for one picture. */
const sentSchema = z.object({
  requests: z.tuple([
    z.object({
      image: z.object({ content: z.base64() }),
      features: z.array(z.object({ type: z.number(), maxResults: z.number().optional() })),
      imageContext: z.looseObject({}),
    }),
  ]),
});
export type Sent = z.infer<typeof sentSchema>['requests'][0];

/** A request as it has arrived. */
export interface Arrived {
  method: string | undefined;
  path: string;
  key: string | undefined;
  sent: Sent;
  /** Becomes true when the caller has gone without an answer. */
  gone: () => boolean;
}

export interface VisionServer {
  /** Those that have arrived until now. */
  arrived: Arrived[];
  /** Options with which a client calls this server, with a key that needs no account, and nobody else. */
  options: VisionOptions;
}

/** Starts a server that is closed after the test. */
export async function visionServer(answer: (response: ServerResponse) => void): Promise<VisionServer> {
  const arrived: Arrived[] = [];
  const port = await serve((request, response) => {
    void bodyOf(request).then((body) => {
      const { requests } = sentSchema.parse(JSON.parse(body));
      arrived.push({
        method: request.method,
        path: new URL(request.url ?? '', 'http://127.0.0.1').pathname,
        key: z.string().optional().parse(request.headers['x-goog-api-key']),
        sent: requests[0],
        gone: () => response.destroyed,
      });
      answer(response);
    });
  });
  return { arrived, options: { client: clientFor(port) } };
}

/** How a client calls a server at `port` of this machine. Without a project it would ask the machine for its own. */
export function clientFor(port: number) {
  return { apiEndpoint: '127.0.0.1', port, protocol: 'http', apiKey: 'of-a-test', projectId: 'demo-docket' };
}

/** An answer of images:annotate. */
export const annotated = (annotations: unknown) => (response: ServerResponse) => {
  sendJson(response, 200, { responses: [annotations] });
};

/** An error of the whole request, as Google's services put it. */
export const refused = (code: number, status: string) => (response: ServerResponse) => {
  sendJson(response, code, { error: { code, message: `Refused as ${status}.`, status } });
};

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
