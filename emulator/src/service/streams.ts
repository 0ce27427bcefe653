/** Opens the two streams of the protocol, Listen and Write, for whichever transport carries them. */
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { ListenStream } from '../listen/listen-stream.ts';
import type { ListenMessage } from '../listen/messages.ts';
import { invalidArgument, type StatusError, toStatusError } from '../status.ts';
import { databaseWithin } from './method.ts';
import type { ServerState } from './server-state.ts';
import { WriteStream } from './write-stream.ts';

/** Where a stream's messages go. */
export interface StreamOutput {
  /** Sends messages that belong together. */
  send(messages: object[]): void;
  /** Ends the stream with an error. */
  fail(error: StatusError): void;
}

/** A stream that is open. */
export interface StreamHandler {
  receive(request: unknown): void;
  close(): void;
}

const openingSchema = z.object({ database: z.string() });

/** Opens a Listen stream; the database is named by its first request, which is to be received as well. */
export function openListen(
  state: ServerState,
  caller: Caller,
  firstRequest: unknown,
  output: StreamOutput,
): StreamHandler {
  const { feed, access, usage, indexes } = state.contextFor(databaseNamedBy(firstRequest), caller);
  const send = (messages: ListenMessage[]) => {
    usage.countMessages(messages);
    output.send(messages);
  };
  const stream = new ListenStream(feed, access, send, indexes);
  return {
    receive(request) {
      try {
        stream.receive(request);
      } catch (error) {
        stream.close();
        output.fail(toStatusError(error));
      }
    },
    close: () => stream.close(),
  };
}

/** Opens a Write stream, see {@link openListen}. */
export function openWrite(
  state: ServerState,
  caller: Caller,
  firstRequest: unknown,
  output: StreamOutput,
): StreamHandler {
  return new WriteStream(state.contextFor(databaseNamedBy(firstRequest), caller), {
    send: (message) => output.send([message]),
    fail: (error) => output.fail(error),
  });
}

function databaseNamedBy(request: unknown): string {
  const parsed = openingSchema.safeParse(request);
  if (!parsed.success) {
    throw invalidArgument('The first message of a stream must name the database.');
  }
  return databaseWithin(parsed.data.database);
}
