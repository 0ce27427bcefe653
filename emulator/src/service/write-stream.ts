/**
 * One Write stream: a handshake, then commits in the order they come. The SDKs do not wait for answers, and after a
 * refused write they send everything again on a new stream, so what stands behind a refused write must not be done.
 */
import { z } from 'zod';
import { decodeWrite, wireWrite } from '../commit/write.ts';
import { invalidArgument, type StatusError, toStatusError } from '../status.ts';
import { formatMicros } from '../values/timestamp.ts';
import { commitWrites, encodeResults } from './commits.ts';
import type { RequestContext } from './server-state.ts';

/** The shape of a WriteRequest; its `database` field is read by whoever opens the stream. */
const writeRequestSchema = z.object({ writes: z.array(wireWrite).default([]) });

/** Where the answers of the stream go. */
export interface WriteStreamOutput {
  send(message: object): void;
  /** The stream ends with this error. */
  fail(error: StatusError): void;
}

export class WriteStream {
  readonly #context: RequestContext;
  readonly #output: WriteStreamOutput;
  #turn: Promise<void> = Promise.resolve();
  #answers = 0;
  #ended = false;

  constructor(context: RequestContext, output: WriteStreamOutput) {
    this.#context = context;
    this.#output = output;
  }

  /** Takes one WriteRequest; it is answered after those before it. */
  receive(request: unknown): void {
    this.#turn = this.#turn.then(() => this.#handle(request));
  }

  /** Ignores whatever has not been started yet. */
  close(): void {
    this.#ended = true;
  }

  async #handle(request: unknown): Promise<void> {
    if (this.#ended) {
      return;
    }
    try {
      const parsed = writeRequestSchema.safeParse(request);
      if (!parsed.success) {
        throw invalidArgument(`Invalid WriteRequest: ${z.prettifyError(parsed.error)}`);
      }
      if (this.#answers === 0) {
        this.#output.send({ streamId: '', streamToken: this.#nextToken() });
      }
      if (parsed.data.writes.length > 0) {
        const { name } = this.#context.database;
        const writes = parsed.data.writes.map((write) => decodeWrite(write, name));
        const plan = await commitWrites(this.#context, writes);
        this.#output.send({
          streamToken: this.#nextToken(),
          writeResults: encodeResults(plan),
          commitTime: formatMicros(plan.time),
        });
      }
    } catch (error) {
      this.#ended = true;
      this.#output.fail(toStatusError(error));
    }
  }

  #nextToken(): string {
    this.#answers += 1;
    return Buffer.from(String(this.#answers)).toString('base64');
  }
}
