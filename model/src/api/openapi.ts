/** The OpenAPI 3.1 document, made from the operations: nothing in it is written by hand but the introduction. */
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { formatBytes, LIMITS } from '../limits.ts';
import { API_BASE } from './address.ts';
import { IDEMPOTENCY_KEY_CHARACTERS, type Operation, problemsOf, TAGS } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEMS, type ProblemCode, problemSchema } from './problem.ts';

const INTRODUCTION = `Docket turns raw catalogue material into finished records, in the background. This API does what its pages do, by the same engine.

**Who calls.** Send \`Authorization: Bearer …\` with an ID token of a signed-in person, or with an API key that an owner of the workspace has made on the page "API keys".

**Starts** answer \`202\` at once, with the run and the address where to ask how it goes (also in \`Location\`). Ask about once a second; webhooks tell of ends without asking.

**Trying again.** Send \`Idempotency-Key\` with whatever changes something: the same request with the same key happens once, for 24 hours, and answers the same.

**Sizes.** JSON may have ${formatBytes(LIMITS.apiJsonBytes)}, a form with a file ${formatBytes(LIMITS.apiBodyBytes)}.

**Problems** are \`application/problem+json\` (RFC 9457); go by \`code\`.

**Allowances.** \`RateLimit\` and \`RateLimit-Policy\` say what is left; \`429\` says with \`Retry-After\` when to come back.`;

const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(IDEMPOTENCY_KEY_CHARACTERS).optional().meta({
    description: 'Any text of your own, a UUID for one. The same request with the same key happens once.',
  }),
});

const MEDIA_TYPES = { json: 'application/json', form: 'multipart/form-data' } as const;

function problemResponses(codes: readonly ProblemCode[]): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: same.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, needs, path, query, carries, body, answer, method } = operation;
  const location = { description: 'Where to ask how it goes.', schema: z.string() };
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description}\n\nNeeds: ${needs === 'signed-in' ? 'a signed-in person' : `\`${needs}\``}.`,
    requestParams: {
      path,
      query,
      ...(method === 'get' ? {} : { header: idempotencyHeader }),
    },
    ...(carries === 'nothing'
      ? {}
      : {
          requestBody: {
            required: !z.safeParse(body, {}).success,
            content: { [MEDIA_TYPES[carries]]: { schema: body } },
          },
        }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(answer.status === 202 ? { headers: { Location: location } } : {}),
        content: { 'application/json': { schema: answer.schema } },
      },
      ...problemResponses(problemsOf(operation)),
    },
  };
}

/** The document. The same every time. */
export function openApiDocument(version: string) {
  const operations: readonly Operation[] = Object.values(OPERATIONS);
  const routes = Map.groupBy(operations, ({ route }) => route);
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Docket',
      version,
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: API_BASE }],
    security: [{ idToken: [] }, { apiKey: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      [...routes].map(([route, same]) => [
        route,
        Object.fromEntries(same.map((operation) => [operation.method, describe(operation)])),
      ]),
    ),
    components: {
      securitySchemes: {
        idToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An ID token of Firebase Auth.',
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'docket_…',
          description: 'A key of the workspace.',
        },
      },
    },
  });
}
