/** From what was sent to what a handler is given; or to a problem that says what is wrong with it. */
import type { Given, Operation } from '@docket/model/api/operation';
import { ApiProblem, type InvalidPart } from '@docket/model/api/problem';
import { cutText } from '@docket/model/cut-text';
import { formatBytes, LIMITS } from '@docket/model/limits';
import { z } from 'zod';

/** The parts of a request, as texts. */
export interface SentParts {
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  contentType: string;
  /** The whole body. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** Problems that are listed. */
const LISTED = 20;

/** Characters of what is said of one: some name what was sent. */
const MOST_SAID = 500;

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

type Checked<T> = { data: T; errors: null } | { data: null; errors: InvalidPart[] };

function check<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: InvalidPart['in'],
): Checked<z.output<S>> {
  const found = z.safeParse(schema, value);
  if (found.success) return { data: found.data, errors: null };
  const errors = found.error.issues.slice(0, LISTED).map(({ path, message }) => ({
    in: where,
    pointer: pointerOf(path),
    detail: cutText(message, MOST_SAID),
  }));
  return { data: null, errors };
}

/** A parameter that comes twice is a list, which no schema here takes: it is said to be wrong, not silently cut. */
function fieldsOf(query: URLSearchParams): Record<string, unknown> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function mediaType(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Entries of a list, or of an object, at most: more than any operation takes, of which its schema says how many it are. */
const MOST_ENTRIES = 2 * LIMITS.partsPerJob;

/**
 * Throws an ApiProblem unless something that was JSON can be looked at further. Half a character, as `\ud800` writes it, is nothing
 * that the database could keep; of a list that is far too long, a schema would complain about every entry. Without recursion:
 * whoever has sent it has decided how deep it is.
 */
function requireSound(value: unknown): void {
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === 'string' && !next.isWellFormed()) throw notJson();
    if (typeof next !== 'object' || next === null) continue;
    const entries: unknown[] = Array.isArray(next) ? next : Object.entries(next).flat();
    if (entries.length > MOST_ENTRIES)
      throw new ApiProblem('invalid_request', 'A list in the body is far too long.');
    for (const entry of entries) rest.push(entry);
  }
}

function notJson(): ApiProblem {
  return new ApiProblem('invalid_request', 'The body is not JSON in UTF-8.');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw notJson();
  }
}

function readJson(bytes: Uint8Array): unknown {
  if (bytes.length > LIMITS.apiJsonBytes)
    throw new ApiProblem('payload_too_large', `JSON may have ${formatBytes(LIMITS.apiJsonBytes)} at most.`);
  const value = parseJson(bytes);
  requireSound(value);
  return value;
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<unknown> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ApiProblem(
      'invalid_request',
      'The body is not multipart/form-data with the boundary of its header.',
    );
  }
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

async function readBody({ carries }: Operation, { contentType, bytes }: SentParts): Promise<unknown> {
  switch (carries) {
    case 'nothing':
      return null;
    case 'json':
      // Nothing is what an object without fields says, for those who need not say more.
      if (bytes.length === 0) return {};
      if (mediaType(contentType) !== 'application/json')
        throw new ApiProblem('unsupported_media_type', 'Send the body as application/json.');
      return readJson(bytes);
    case 'form':
      if (mediaType(contentType) !== 'multipart/form-data')
        throw new ApiProblem('unsupported_media_type', 'Send the body as multipart/form-data.');
      return await readForm(bytes, contentType);
  }
}

/** Throws an ApiProblem that lists what is wrong. */
export async function readRequest<O extends Operation>(operation: O, sent: SentParts): Promise<Given<O>> {
  const path = check<O['path']>(operation.path, sent.path, 'path');
  const query = check<O['query']>(operation.query, fieldsOf(sent.query), 'query');
  const body = check<O['body']>(operation.body, await readBody(operation, sent), 'body');
  if (path.errors === null && query.errors === null && body.errors === null)
    return { path: path.data, query: query.data, body: body.data };
  const errors = [path, query, body].flatMap((part) => part.errors ?? []).slice(0, LISTED);
  const [first] = errors;
  throw new ApiProblem(
    'invalid_request',
    first === undefined ? 'The request is not as described.' : `${first.in}${first.pointer}: ${first.detail}`,
    { errors },
  );
}

/**
 * What tells a request from another of the same address. Of a form it is the fields: what stands between them is made up anew
 * whenever it is sent.
 */
export async function contentOf(
  { carries }: Operation,
  body: unknown,
  bytes: Uint8Array,
): Promise<(string | Uint8Array)[]> {
  if (carries !== 'form' || typeof body !== 'object' || body === null) return [bytes];
  const fields = Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = await Promise.all(
    fields.map(async ([name, value]) =>
      value instanceof File
        ? [name, value.name, new Uint8Array(await value.arrayBuffer())]
        : [name, String(value)],
    ),
  );
  return parts.flat();
}
