/** What a client is told when a request fails, and what the person in front of the emulator is told. */
import { type StatusError, toStatusError } from '../status.ts';

/** Takes a line for the user. */
export type Log = (line: string) => void;

/** The error for the client. What nobody foresaw is a fault of the emulator, and logged with its stack. */
export function refusal(thrown: unknown, log: Log): StatusError {
  const error = toStatusError(thrown);
  if (error.status === 'INTERNAL') {
    log(`A request failed for a reason that lies in the emulator: ${stackOf(error.cause ?? error)}`);
  }
  return error;
}

/** Where something was thrown, or what it is if it does not say. */
export function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
