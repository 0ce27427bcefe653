/** Which of gRPC's states an error of the database carries. Source: google.rpc.Code. */

const CODES = {
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNAVAILABLE: 14,
} as const;

export function hasStatus(error: unknown, ...names: readonly (keyof typeof CODES)[]): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return names.some((name) => error.code === CODES[name]);
}

/** Whether it may go well a little later. */
export function isPassing(error: unknown): boolean {
  return hasStatus(error, 'DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED', 'ABORTED', 'UNAVAILABLE');
}
