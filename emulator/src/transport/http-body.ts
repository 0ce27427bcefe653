/** Reading the body of an HTTP request, up to a limit. */
import type { IncomingMessage } from 'node:http';
import { invalidArgument } from '../status.ts';

const largestBody = 64 * 1_048_576;

/** The body as text. Throws INVALID_ARGUMENT when it is larger than 64 MiB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) {
      throw invalidArgument('The request is too large.');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
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
