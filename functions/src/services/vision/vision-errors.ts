/** What goes wrong with Cloud Vision, as errors of Docket. */
import type { Service } from '@docket/model/breaker';
import { DocketError } from '@docket/model/errors';
import { z } from 'zod';

/** What calls count against. */
export const VISION: Service = { kind: 'vision', name: 'Google Cloud Vision' };

/** Statuses of gRPC, which the library uses whatever was sent (google/rpc/code.proto). */
const INVALID_ARGUMENT = 3;
/**
 * What will be no better at the next try: INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED,
 * FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED, UNAUTHENTICATED. A key that is wrong is an invalid argument.
 */
const REFUSALS: ReadonlySet<number> = new Set([INVALID_ARGUMENT, 5, 6, 7, 9, 11, 12, 16]);

const MOST_CHARACTERS = 300;

const errorSchema = z.object({ code: z.number() });

/** An error of the call as a whole: `service_refused`, or `service_unavailable` for all that may pass. */
export function callError(cause: unknown): DocketError {
  const status = errorSchema.safeParse(cause);
  const code = status.success && REFUSALS.has(status.data.code) ? 'service_refused' : 'service_unavailable';
  const message = cause instanceof Error ? cause.message : String(cause);
  return new DocketError(code, { service: VISION.name }, detailsOf(message), { cause });
}

/** The client could not be set up: there are no credentials, or none that can be used. */
export function setUpError(cause: unknown): DocketError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new DocketError('service_refused', { service: VISION.name }, detailsOf(message), { cause });
}

/** The status that stands for one picture in an answer that is fine otherwise. */
export function pictureError(
  { code, message }: { code: number; message: string },
  file: string,
): DocketError {
  if (code === INVALID_ARGUMENT) return new DocketError('file_corrupt', { file }, detailsOf(message));
  return callError(Object.assign(new Error(message), { code }));
}

/** An answer that is none: somebody else has spoken, or the service has changed. */
export function shapeError(error: z.ZodError): DocketError {
  const details = `another form than expected: ${z.prettifyError(error)}`;
  return new DocketError('service_unavailable', { service: VISION.name }, detailsOf(details));
}

/** Nothing has come in time. */
export function lateError(timeoutMs: number): DocketError {
  return new DocketError(
    'service_unavailable',
    { service: VISION.name },
    detailsOf(`no answer in ${timeoutMs} ms`),
  );
}

function detailsOf(message: string): string {
  return `vision: ${message.replace(/\s+/gu, ' ').trim().slice(0, MOST_CHARACTERS)}`;
}
