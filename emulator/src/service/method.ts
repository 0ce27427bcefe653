/** What a method of the Firestore service is: one request in, a list of messages out (one, unless it streams). */
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { invalidArgument } from '../status.ts';
import type { RequestContext, ServerState } from './server-state.ts';

export interface Method {
  /** Whether the answer is a stream of messages; otherwise it is exactly one. */
  readonly streaming: boolean;
  /** Carries the request (proto3 JSON) out. Throws StatusError. */
  call(state: ServerState, caller: Caller, request: unknown): Promise<object[]>;
}

interface MethodParts<Schema extends z.ZodType> {
  readonly streaming?: boolean;
  readonly schema: Schema;
  /** The full name of a database or of anything inside it. */
  readonly within: (request: z.output<Schema>) => string;
  readonly run: (context: RequestContext, request: z.output<Schema>) => object[] | Promise<object[]>;
}

/** Puts a method together: the request is checked against the schema and its database opened for the caller. */
export function defineMethod<Schema extends z.ZodType>(parts: MethodParts<Schema>): Method {
  return {
    streaming: parts.streaming ?? false,
    async call(state, caller, request) {
      const parsed = parts.schema.safeParse(request);
      if (!parsed.success) {
        throw invalidArgument(`Invalid request: ${z.prettifyError(parsed.error)}`);
      }
      const database = databaseWithin(parts.within(parsed.data));
      return await parts.run(state.contextFor(database, caller), parsed.data);
    },
  };
}

/** The first four segments of a full name: `projects/P/databases/D`. */
export function databaseWithin(name: string): string {
  return name.split('/', 4).join('/');
}
