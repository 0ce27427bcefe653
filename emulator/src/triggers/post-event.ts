/**
 * One attempt to deliver an event to the functions emulator, and what its answer means. Uses Node's own client: the
 * platform's `fetch` gives up after five minutes, and functions may take nine.
 */
import { type Agent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { EventRequest } from './event.ts';
import type { Outcome } from './outcome.ts';

/** Errors that say that nobody is listening. */
const nobodyThere = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND']);
/** Answers of something that stands between here and the function. */
const gatewayAnswers = new Set([429, 502, 503, 504]);

/** What the functions emulator answers with when the process of a function is gone. */
const workerError = z.object({ code: z.string() });

/**
 * Posts an event.
 *
 * @param agent keeps the connections
 * @param timeout milliseconds until there must be an answer; may be told while the attempt is on its way
 * @param signal ends the attempt
 */
export async function postEvent(
  url: string,
  event: EventRequest,
  agent: Agent,
  timeout: Promise<number>,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = Buffer.from(event.body);
  const headers = { ...event.headers, 'content-length': String(body.length) };
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let timer: NodeJS.Timeout | undefined;
  try {
    const request: ClientRequest = httpRequest(url, { method: 'POST', agent, headers, signal });
    request.on('error', (error) => resolve(lost(error)));
    request.on('response', (response: IncomingMessage) => {
      text(response).then(
        (answer) => resolve(outcomeOf(response.statusCode ?? 0, answer)),
        (error: unknown) => resolve({ kind: 'interrupted', reason: String(error) }),
      );
    });
    request.end(body);
    void timeout.then((milliseconds) => {
      timer = setTimeout(() => {
        resolve({ kind: 'interrupted', reason: `no answer for ${milliseconds / 1000} s` });
        request.destroy();
      }, milliseconds);
      void promise.then(() => clearTimeout(timer));
    });
    return await promise;
  } catch (error) {
    return { kind: 'refused', reason: String(error) };
  }
}

function lost(error: Error): Outcome {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { kind: nobodyThere.has(code) ? 'unreached' : 'interrupted', reason: String(error) };
}

/** What an answer means. */
export function outcomeOf(status: number, answer: string): Outcome {
  const [line = ''] = answer.split('\n');
  const reason = `HTTP ${status} ${line}`.trim();
  if (status >= 200 && status < 300) {
    return { kind: 'delivered' };
  }
  if (status === 404) {
    return { kind: 'unreached', reason };
  }
  if (gatewayAnswers.has(status) || (status === 500 && isWorkerError(answer))) {
    return { kind: 'interrupted', reason };
  }
  return { kind: status >= 500 ? 'failed' : 'refused', reason };
}

/** Whether a process ended rather than a function failed, whose error would be told in its own words. */
function isWorkerError(answer: string): boolean {
  try {
    return workerError.safeParse(JSON.parse(answer)).success;
  } catch {
    return false;
  }
}
