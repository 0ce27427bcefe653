/** Reading the body of an HTTP request: up to a limit, and not for ever. */
import type { IncomingMessage } from 'node:http';
import { invalidArgument, StatusError } from '../status.ts';

/** The largest request in bytes, whatever it comes by; as in production. */
const largestRequest = 11 * 1_048_576;

/** What is too large is still read, up to here, for a client that is writing does not see the answer. */
const mostDiscarded = 128 * 1_048_576;
/** How long a body may pause. Milliseconds. */
const longestPause = 30_000;

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The body as text. Throws INVALID_ARGUMENT when it is too large or no UTF-8, DEADLINE_EXCEEDED when it does not come. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const bytes = await readBytes(request);
  try {
    return strictText.decode(bytes);
  } catch {
    throw invalidArgument('The body is not valid UTF-8.');
  }
}

/** Throws INVALID_ARGUMENT, in production's words, for a request of more than 11 MiB. */
export function checkRequestSize(bytes: number): void {
  if (bytes > largestRequest) {
    throw invalidArgument(`Request payload size exceeds the limit: ${largestRequest} bytes.`);
  }
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const late = setTimeout(() => {
      reject(new StatusError('DEADLINE_EXCEEDED', 'The body of the request did not arrive.'));
    }, longestPause);
    request.on('data', (chunk: Buffer) => {
      late.refresh();
      size += chunk.length;
      if (size <= largestRequest) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      if (size > mostDiscarded) {
        request.destroy();
      }
    });
    request.on('end', () => {
      try {
        checkRequestSize(size);
        resolve(Buffer.concat(chunks));
      } catch (error) {
        reject(error);
      }
    });
    const cutOff = () => {
      clearTimeout(late);
      reject(new StatusError('CANCELLED', 'The request was cut off.'));
    };
    request.on('close', cutOff);
    request.on('error', cutOff);
  });
}

/** The body as JSON; an empty one is an empty object. Throws INVALID_ARGUMENT when it is no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw invalidArgument('The body is not valid JSON.');
  }
}
