/**
 * What the HTTP API answers when it cannot do what was asked: problem details (RFC 9457), of a closed set of codes.
 *
 * Programs go by `code` (or `type`, which says the same); `detail` is a sentence for the person who reads the log.
 */
import { z } from 'zod';

/** The status and the title of each problem. */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'The request is not as described' },
  unauthenticated: { status: 401, title: 'Nobody who may call this' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not there' },
  method_not_allowed: { status: 405, title: 'Nothing that can be done with this address' },
  conflict: { status: 409, title: 'Not possible in the present state' },
  already_running: { status: 409, title: 'Already running' },
  idempotency_in_progress: { status: 409, title: 'The same request is still being dealt with' },
  payload_too_large: { status: 413, title: 'Too large' },
  unsupported_media_type: { status: 415, title: 'Not a type that is understood' },
  unprocessable: { status: 422, title: 'Understood, but of no use' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key belongs to another request' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
const CODES = Object.keys(PROBLEMS);
export const problemCodeSchema = z.custom<ProblemCode>(
  (value) => typeof value === 'string' && CODES.includes(value),
);

/** The value of `type`: names the problem for good, and leads nowhere. */
export function problemType(code: ProblemCode): string {
  return `urn:docket:problem:${code}`;
}

/** `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem: `urn:docket:problem:<code>`.' }),
    title: z.string().meta({ description: 'The kind of problem in a few words.' }),
    status: z.number().int().min(400).max(599).meta({ description: 'The HTTP status, once more.' }),
    detail: z.string().meta({ description: 'What is wrong this time, and what to do. For people.' }),
    code: z
      .string()
      .meta({ description: 'The kind of problem, for programs.', examples: Object.keys(PROBLEMS) }),
    instance: z.string().meta({ description: 'The request, to be named when asking for help.' }),
    errors: z
      .array(
        z.object({
          in: z.enum(['path', 'query', 'header', 'body']),
          pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901) to what is wrong.' }),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'Of an invalid request: each thing that is wrong with it.' }),
    run_id: z.string().optional().meta({ description: 'The run that stands in the way.' }),
  })
  .meta({ id: 'Problem', description: 'Problem details as in RFC 9457.' });
export type Problem = z.infer<typeof problemSchema>;
export type InvalidPart = NonNullable<Problem['errors']>[number];

/** What more there is to say of a problem. */
export interface ProblemOptions extends Pick<Problem, 'errors' | 'run_id'> {
  retryAfterSeconds?: number | null;
  headers?: Readonly<Record<string, string>>;
}

/** Thrown by whatever deals with a request; answered as problem details. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly about: Pick<Problem, 'errors' | 'run_id'>;
  /** Seconds after which it may go better; null: unknown. */
  readonly retryAfterSeconds: number | null;
  /** To be sent with it. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    const { retryAfterSeconds = null, headers = {}, ...about } = options;
    super(detail);
    this.code = code;
    this.about = about;
    this.retryAfterSeconds = retryAfterSeconds;
    this.headers = headers;
  }

  /** The answer's body. `instance` names the request. */
  toBody(instance: string): Problem {
    const { status, title } = PROBLEMS[this.code];
    return {
      type: problemType(this.code),
      title,
      status,
      detail: this.message,
      code: this.code,
      instance,
      ...this.about,
    };
  }
}
