/** The HTTP API: what model/src/api describes, served. */
import { randomUUID } from 'node:crypto';
import { API_BASE, OPENAPI_ROUTE } from '@docket/model/api/address';
import { OPERATIONS, type OperationId } from '@docket/model/api/operations';
import { ApiProblem } from '@docket/model/api/problem';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Handlers } from './context.ts';
import { problemOf, problemResponse } from './responses.ts';
import { type ApiParts, serveOperation } from './serve-operation.ts';

function honoRoute(route: string): string {
  return route.replaceAll(/\{(\w+)\}/gu, ':$1');
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
        const response = await serveOperation(operation, handler, parts, context);
        response.headers.set('request-id', requestId);
        return response;
      } catch (error) {
        return problemResponse(problemOf(error, requestId, parts.log), requestId);
      }
    });
  };
  for (const id of operationIds()) register(id, parts.handlers);
  let document: Promise<string> | undefined;
  api.get(OPENAPI_ROUTE, async (context) => {
    document ??= describeApi(parts.version);
    return context.body(await document, 200, { 'content-type': 'application/json' });
  });
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
    return problemResponse(problemOf(error, requestId, parts.log), requestId);
  });
  return api;
}

/** The OpenAPI document. Made when somebody asks for it: most instances are never asked. */
async function describeApi(version: string): Promise<string> {
  const { openApiDocument } = await import('@docket/model/api/openapi');
  return JSON.stringify(openApiDocument(version));
}

const OPERATION_IDS = Object.keys(OPERATIONS);

function operationIds(): OperationId[] {
  const isId = (id: string): id is OperationId => id in OPERATIONS;
  return OPERATION_IDS.filter(isId);
}
