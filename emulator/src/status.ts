/**
 * The canonical error codes of gRPC and their HTTP twins. Every refusal of the server is a StatusError, so that one
 * throw site serves gRPC, REST and WebChannel alike.
 *
 * @see https://grpc.io/docs/guides/status-codes/
 */
import { z } from 'zod';

/** The codes this server uses, with their numbers on the wire. */
export const statusNumbers = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

export type StatusName = keyof typeof statusNumbers;

const httpNumbers: Record<StatusName, number> = {
  OK: 200,
  CANCELLED: 499,
  UNKNOWN: 500,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  DATA_LOSS: 500,
  UNAUTHENTICATED: 401,
};

/** A request refused with a code that the SDKs understand. The message reaches the developer as it is. */
export class StatusError extends Error {
  readonly status: StatusName;

  /** @param options `cause`: what led to it, for whoever keeps a log */
  constructor(status: StatusName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StatusError';
    this.status = status;
  }
}

/** The number of a status in gRPC. */
export function grpcCode(status: StatusName): number {
  return statusNumbers[status];
}

/** The HTTP code a REST answer carries for a status. */
export function httpCode(status: StatusName): number {
  return httpNumbers[status];
}

/**
 * Turns anything thrown into a StatusError. The SDKs repeat what failed with INTERNAL, the Web SDK for ever, so a request
 * that the runtime itself refuses (too deep, out of range, badly encoded) is the client's fault, and a disk that is full
 * or a database in use says so. What remains is a fault of the server: INTERNAL.
 */
export function toStatusError(thrown: unknown): StatusError {
  if (thrown instanceof StatusError) {
    return thrown;
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new StatusError(
    sqliteStatus(thrown) ?? (isClientFault(thrown) ? 'INVALID_ARGUMENT' : 'INTERNAL'),
    message,
    {
      cause: thrown,
    },
  );
}

function isClientFault(thrown: unknown): boolean {
  return thrown instanceof RangeError || thrown instanceof URIError || thrown instanceof z.ZodError;
}

/** Primary result codes of SQLite that a request can run into; the bits above are details. */
const sqliteStatuses: ReadonlyMap<number, StatusName> = new Map([
  [5, 'UNAVAILABLE'], // SQLITE_BUSY
  [6, 'UNAVAILABLE'], // SQLITE_LOCKED
  [13, 'RESOURCE_EXHAUSTED'], // SQLITE_FULL
]);

function sqliteStatus(thrown: unknown): StatusName | undefined {
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number'
    ? sqliteStatuses.get(thrown.errcode & 0xff)
    : undefined;
}

/** Shorthand for the commonest refusal. */
export function invalidArgument(message: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', message);
}

/** A request this server knows of but does not carry out; `what` names it. */
export function unimplemented(what: string): StatusError {
  return new StatusError('UNIMPLEMENTED', `${what} is not supported by this emulator.`);
}

/** The body of a failed REST call and of an error on a WebChannel stream. */
export function errorBody(error: StatusError): {
  error: { code: number; message: string; status: StatusName };
} {
  return { error: { code: httpCode(error.status), message: error.message, status: error.status } };
}
