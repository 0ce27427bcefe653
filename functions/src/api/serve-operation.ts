/** What happens to one request: recognised, counted, allowed, checked, done once, and its answer held against its schema. */
import { randomUUID } from 'node:crypto';
import { IDEMPOTENCY_KEY_CHARACTERS, type Operation, type Weight } from '@docket/model/api/operation';
import { ApiProblem } from '@docket/model/api/problem';
import { idSchema } from '@docket/model/api/shared';
import { LIMITS } from '@docket/model/limits';
import { FieldValue } from 'firebase-admin/firestore';
import type { Context } from 'hono';
import { errorText } from '../engine/error-text.ts';
import {
  type AuthenticationParts,
  authenticate,
  authorise,
  noSuchWorkspace,
  principalOf,
  signerOf,
} from './authenticate.ts';
import { commit, derivedId, transact } from './commit.ts';
import type { ApiServices, Caller, Handler, Handlers, RequestContext } from './context.ts';
import { beginOnce } from './idempotency.ts';
import { contentOf, readRequest } from './read-request.ts';
import { answerText, jsonResponse } from './responses.ts';

/** Whether a caller has something left of their allowance, and what to say of it. */
export type Allowance = (request: {
  workspaceId: string;
  principal: string;
  weight: Weight;
}) => Promise<{ headers: Readonly<Record<string, string>>; retryAfterSeconds: number | null }>;

export interface ApiParts extends ApiServices, Omit<AuthenticationParts, 'db'> {
  /** `retryAfterSeconds` is null while there is something left. */
  allowance: Allowance;
  /** Throws an ApiProblem when too much was refused to the address lately, and the credential is not known to be good. */
  hear: (address: string, credential: string) => void;
  /** A credential was good, or was refused to the address. */
  accepted: (credential: string) => void;
  refused: (address: string, credential: string) => void;
  handlers: Handlers;
  version: string;
}

/** Where requests outside workspaces are counted: no id of a workspace, so that nobody is its owner. */
const NO_WORKSPACE = '.none';

/** The body, unless it is too large: the header is a hint, the bytes decide. */
async function bytesOf(context: Context): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new ApiProblem('payload_too_large', `A request may carry ${LIMITS.apiBodyBytes / 1_000_000} MB at most.`);
  if (Number(context.req.header('content-length') ?? 0) > LIMITS.apiBodyBytes) throw tooLarge();
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  if (bytes.length > LIMITS.apiBodyBytes) throw tooLarge();
  return bytes;
}

/** The key of a request that may come again; null where it has none. */
function idempotencyKeyOf(operation: Operation, context: Context): string | null {
  const key = context.req.header('idempotency-key');
  if (operation.method === 'get' || key === undefined) return null;
  if (key.length === 0 || key.length > IDEMPOTENCY_KEY_CHARACTERS)
    throw new ApiProblem(
      'invalid_request',
      `An idempotency key has between 1 and ${IDEMPOTENCY_KEY_CHARACTERS} characters.`,
      { errors: [{ in: 'header', pointer: '/Idempotency-Key', detail: 'Too short or too long.' }] },
    );
  return key;
}

/**
 * Where a request comes from, as the front end has seen it: what stands before the last entry, clients can write themselves, a
 * new one for each try. Behind a proxy many share that address, which is why credentials that are known to be good go on.
 */
function addressOf(context: Context): string {
  return (context.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
}

/** Who calls. Whoever was refused too often is not looked at. */
async function recognise(parts: ApiParts, context: Context, workspaceId: string | null): Promise<Caller> {
  const address = addressOf(context);
  const credential = context.req.header('authorization') ?? '';
  parts.hear(address, credential);
  try {
    const caller = await authenticate(parts, credential, workspaceId);
    parts.accepted(credential);
    return caller;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'unauthenticated') parts.refused(address, credential);
    throw error;
  }
}

/**
 * Counts a request, and yields what to say of the allowance. Whoever is no member is counted where nobody's data is. Throws an
 * ApiProblem when nothing is left.
 */
async function count(
  parts: ApiParts,
  { weight }: Operation,
  caller: Caller,
  workspaceId: string,
): Promise<Readonly<Record<string, string>>> {
  const isStranger = caller.kind === 'person' && caller.role === null;
  const { headers, retryAfterSeconds } = await parts.allowance({
    workspaceId: isStranger ? NO_WORKSPACE : workspaceId,
    principal: principalOf(caller),
    weight,
  });
  if (retryAfterSeconds === null) return headers;
  throw new ApiProblem('too_many_requests', 'The allowance of this minute is used up.', {
    retryAfterSeconds,
    headers,
  });
}

/** Deals with one request of one operation. Throws ApiProblems, and whatever the database throws. */
export async function serveOperation<O extends Operation>(
  operation: O,
  handler: Handler<O>,
  parts: ApiParts,
  context: Context,
): Promise<Response> {
  const { db, bucket, download, clock, log } = parts;
  const named = context.req.param('workspace_id');
  const isWorkspace = named !== undefined && idSchema.safeParse(named).success;
  const caller = await recognise(parts, context, isWorkspace ? named : null);
  const workspaceId = isWorkspace ? named : NO_WORKSPACE;
  const principal = principalOf(caller);
  // Before anything is refused: whoever tries one address after another uses up their allowance as well.
  const headers = await count(parts, operation, caller, workspaceId);
  if (named !== undefined && !isWorkspace) throw noSuchWorkspace();
  authorise(caller, operation.needs);
  const bytes = await bytesOf(context);
  const url = new URL(context.req.url);
  const given = await readRequest(operation, {
    path: context.req.param(),
    query: url.searchParams,
    contentType: context.req.header('content-type') ?? '',
    bytes,
  });
  const key = idempotencyKeyOf(operation, context);
  const inContext = (seed: string): RequestContext => ({
    db,
    bucket,
    download,
    clock,
    log,
    caller,
    workspaceId,
    actor: { workspaceId, uid: signerOf(caller), serverTime: FieldValue.serverTimestamp() },
    newId: (label) => derivedId(seed, label),
    commit: async (writes) => await commit(db, writes, key !== null),
    transact: async (decide) => await transact(db, decide),
    isKeyed: key !== null,
  });
  const { status } = operation.answer;
  if (key === null)
    return jsonResponse(
      status,
      answerText(operation, await handler(given, inContext(randomUUID()))),
      headers,
    );
  const address = `${url.pathname}${url.search}`;
  const content = await contentOf(operation, given.body, bytes);
  const request = { workspaceId, principal, key, method: operation.method, address, content };
  const beginning = await beginOnce(db, request, clock);
  if (beginning.type === 'replay')
    return jsonResponse(beginning.status, beginning.answer, { ...headers, 'idempotency-replayed': 'true' });
  try {
    const text = answerText(operation, await handler(given, inContext(beginning.seed)));
    await beginning.settle(status, text);
    return jsonResponse(status, text, headers);
  } catch (error) {
    // If this fails as well, the request counts as cut off in a while; why it has failed is what the caller must hear.
    await beginning.release(error instanceof ApiProblem).catch((failure: unknown) => {
      log.error({ error: errorText(failure) }, 'an idempotency key was not given back');
    });
    throw error;
  }
}
