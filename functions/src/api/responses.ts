/** What is sent back. */
import type { Operation } from '@docket/model/api/operation';
import { ApiProblem, PROBLEMS } from '@docket/model/api/problem';
import { z } from 'zod';
import { errorText } from '../engine/error-text.ts';
import type { Log } from '../engine/ports.ts';
import { isPassing } from './grpc-status.ts';

/** What an error is to the caller. What nobody has foreseen is logged, and says nothing of itself. */
export function problemOf(error: unknown, requestId: string, log: Log): ApiProblem {
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

/** Nothing on the way keeps an answer: some hold addresses that open files by themselves. */
const UNKEPT = { 'cache-control': 'no-store' };

/** A problem as it is sent. */
export function problemResponse(problem: ApiProblem, requestId: string): Response {
  const headers = new Headers({ ...UNKEPT, ...problem.headers });
  headers.set('content-type', 'application/problem+json');
  headers.set('request-id', requestId);
  if (problem.code === 'unauthenticated') headers.set('www-authenticate', 'Bearer');
  if (problem.retryAfterSeconds !== null) headers.set('retry-after', String(problem.retryAfterSeconds));
  const { status } = PROBLEMS[problem.code];
  return new Response(JSON.stringify(problem.toBody(`urn:uuid:${requestId}`)), { status, headers });
}

const startedSchema = z.looseObject({ status_url: z.string() });

/** The answer as it is sent. Throws when it is not what the operation promises. */
export function answerText(operation: Operation, answer: unknown): string {
  const checked = z.safeParse(operation.answer.schema, answer);
  if (!checked.success)
    throw new Error(`${operation.id} answers something else than it promises: ${checked.error.message}`);
  return JSON.stringify(checked.data);
}

/** An answer as it is sent. Of a start, it says where to ask on. */
export function jsonResponse(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): Response {
  const started = status === 202 ? startedSchema.safeParse(JSON.parse(text)).data : undefined;
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/json',
      ...UNKEPT,
      ...(started === undefined ? {} : { location: started.status_url }),
      ...headers,
    },
  });
}
