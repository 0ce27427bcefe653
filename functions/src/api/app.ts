/**
 * The HTTP API: what model/src/api describes, served. Every request goes the same way: recognised, counted, allowed, checked,
 * done once, and its answer held against its schema.
 */
import { randomUUID } from 'node:crypto';
import { API_BASE, OPENAPI_ROUTE } from '@docket/model/api/address';
import { IDEMPOTENCY_KEY_CHARACTERS, openApiDocument } from '@docket/model/api/openapi';
import type { Operation, Weight } from '@docket/model/api/operation';
import { OPERATIONS, type OperationId } from '@docket/model/api/operations';
import { ApiProblem, PROBLEMS } from '@docket/model/api/problem';
import { idSchema } from '@docket/model/api/shared';
import { LIMITS } from '@docket/model/limits';
import { FieldValue } from 'firebase-admin/firestore';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
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
import { isPassing } from './grpc-status.ts';
import { beginOnce } from './idempotency.ts';
import { contentOf, readRequest } from './read-request.ts';

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

/** Requests without a workspace are counted by themselves. */
const NO_WORKSPACE = '-';

function honoRoute(route: string): string {
  return route.replaceAll(/\{(\w+)\}/gu, ':$1');
}

/** The body, unless it is too large: the header is a hint, the bytes decide. */
async function bytesOf(context: Context): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new ApiProblem('payload_too_large', `A request may carry ${LIMITS.apiBodyBytes / 1_000_000} MB at most.`);
  if (Number(context.req.header('content-length') ?? 0) > LIMITS.apiBodyBytes) throw tooLarge();
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  if (bytes.length > LIMITS.apiBodyBytes) throw tooLarge();
  return bytes;
}

function problemResponse(problem: ApiProblem, requestId: string): Response {
  return Response.json(problem.toBody(`urn:uuid:${requestId}`), {
    status: PROBLEMS[problem.code].status,
    headers: {
      'content-type': 'application/problem+json',
      'request-id': requestId,
      ...(problem.code === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {}),
      ...(problem.retryAfterSeconds === null ? {} : { 'retry-after': String(problem.retryAfterSeconds) }),
    },
  });
}

const startedSchema = z.looseObject({ status_url: z.string() });

/** The answer as it is sent. Throws when it is not what the operation promises. */
function answerText(operation: Operation, answer: unknown): string {
  const checked = z.safeParse(operation.answer.schema, answer);
  if (!checked.success)
    throw new Error(`${operation.id} answers something else than it promises: ${checked.error.message}`);
  return JSON.stringify(checked.data);
}

function jsonResponse(status: number, text: string, headers: Readonly<Record<string, string>>): Response {
  const started = status === 202 ? startedSchema.safeParse(JSON.parse(text)).data : undefined;
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/json',
      ...(started === undefined ? {} : { location: started.status_url }),
      ...headers,
    },
  });
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

/** Deals with one request of one operation. Throws ApiProblems, and whatever the database throws. */
async function serve<O extends Operation>(
  operation: O,
  handler: Handler<O>,
  parts: ApiParts,
  context: Context,
): Promise<Response> {
  const { db, bucket, download, clock, log } = parts;
  const named = context.req.param('workspace_id');
  const isWorkspace = named !== undefined && idSchema.safeParse(named).success;
  const caller = await recognise(parts, context, isWorkspace ? named : null);
  if (named !== undefined && !isWorkspace) throw noSuchWorkspace();
  const workspaceId = named ?? NO_WORKSPACE;
  const principal = principalOf(caller);
  authorise(caller, operation.needs);
  const { headers, retryAfterSeconds } = await parts.allowance({
    workspaceId,
    principal,
    weight: operation.weight,
  });
  if (retryAfterSeconds !== null)
    throw new ApiProblem('too_many_requests', 'The allowance of this minute is used up.', {
      retryAfterSeconds,
    });
  const bytes = await bytesOf(context);
  const url = new URL(context.req.url);
  const given = await readRequest(operation, {
    path: context.req.param(),
    query: url.searchParams,
    contentType: context.req.header('content-type') ?? '',
    bytes,
  });
  const key = idempotencyKeyOf(operation, context);
  const seed = key === null ? randomUUID() : `${workspaceId}\n${principal}\n${operation.id}\n${key}`;
  const requestContext: RequestContext = {
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
  };
  const { status } = operation.answer;
  if (key === null)
    return jsonResponse(status, answerText(operation, await handler(given, requestContext)), headers);
  const address = `${url.pathname}${url.search}`;
  const content = await contentOf(operation, given.body, bytes);
  const request = { workspaceId, principal, key, method: operation.method, address, content };
  const beginning = await beginOnce(db, request, clock);
  if (beginning.type === 'replay')
    return jsonResponse(beginning.status, beginning.answer, { ...headers, 'idempotency-replayed': 'true' });
  try {
    const text = answerText(operation, await handler(given, requestContext));
    await beginning.settle(status, text);
    return jsonResponse(status, text, headers);
  } catch (error) {
    await beginning.release();
    throw error;
  }
}

/** What an error is to the caller. What nobody has foreseen is logged, and says nothing of itself. */
function problemOf(error: unknown, requestId: string, { log }: Pick<ApiParts, 'log'>): ApiProblem {
  if (error instanceof ApiProblem) return error;
  log.error({ requestId, error: errorText(error) }, 'a request to the API failed');
  if (isPassing(error))
    return new ApiProblem('unavailable', 'The database did not answer in time. Send the request again.', {
      retryAfterSeconds: 2,
    });
  return new ApiProblem(
    'internal',
    'This was not foreseen. It has been logged under the name of the request.',
  );
}

/** The whole API, served below `/v1`, and below `API_BASE` where it is called through Hosting. */
export function createApi(parts: ApiParts): Hono {
  const api = new Hono();
  const exposeHeaders = [
    'Location',
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
    'Request-Id',
    'Idempotency-Replayed',
  ];
  api.use(cors({ origin: '*', exposeHeaders }));
  const register = <Id extends OperationId>(id: Id, handlers: Handlers<Id>) => {
    const operation: (typeof OPERATIONS)[Id] = OPERATIONS[id];
    const handler: Handlers<Id>[Id] = handlers[id];
    api.on(operation.method, honoRoute(operation.route), async (context) => {
      const requestId = randomUUID();
      try {
        const response = await serve(operation, handler, parts, context);
        response.headers.set('request-id', requestId);
        return response;
      } catch (error) {
        return problemResponse(problemOf(error, requestId, parts), requestId);
      }
    });
  };
  for (const id of operationIds()) register(id, parts.handlers);
  const document = JSON.stringify(openApiDocument(parts.version));
  api.get(OPENAPI_ROUTE, (context) => context.body(document, 200, { 'content-type': 'application/json' }));
  const known = Object.values(OPERATIONS).map(
    ({ route }) => new RegExp(`^${route.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
  );
  api.notFound((context) => {
    const isKnown = known.some((route) => route.test(context.req.path));
    return problemResponse(
      isKnown
        ? new ApiProblem(
            'method_not_allowed',
            `${context.req.method} is nothing that can be done with this address.`,
          )
        : new ApiProblem(
            'not_found',
            `There is nothing at this address. ${API_BASE}${OPENAPI_ROUTE} lists what there is.`,
          ),
      randomUUID(),
    );
  });
  api.onError((error) => {
    const requestId = randomUUID();
    return problemResponse(problemOf(error, requestId, parts), requestId);
  });
  return api;
}

const OPERATION_IDS = Object.keys(OPERATIONS);

function operationIds(): OperationId[] {
  const isId = (id: string): id is OperationId => id in OPERATIONS;
  return OPERATION_IDS.filter(isId);
}
