/** One WebChannel session: a stream of the service, its back channel, and the count of what came in. */
import type { StreamHandler, StreamOutput } from '../service/streams.ts';
import { errorBody, invalidArgument, type StatusError } from '../status.ts';
import { BackChannel } from './back-channel.ts';

/** Opens the stream when its first message is there. */
export type OpenStream = (firstMessage: unknown, output: StreamOutput) => StreamHandler;

/** The most messages that wait until a client that is behind has read. */
const mostHeld = 10_000;

export class WebChannelSession {
  readonly id: string;
  readonly backChannel: BackChannel;
  readonly #open: OpenStream;
  #stream: StreamHandler | undefined;
  #expected = 0;
  #held: unknown[] = [];
  #ended = false;

  /** @param onOverflow called when the client does not read what comes for it; the session should be closed */
  constructor(id: string, open: OpenStream, onOverflow: () => void = () => {}) {
    this.id = id;
    this.#open = open;
    this.backChannel = new BackChannel(onOverflow);
  }

  /**
   * Takes messages from the client, for {@link proceed} to hand on; those that came before (a repeated POST) are ignored.
   * Throws INVALID_ARGUMENT when messages are missing before these, or too many wait.
   */
  accept(offset: number, messages: readonly unknown[]): void {
    if (offset > this.#expected) {
      throw invalidArgument('Messages are missing before these.');
    }
    const fresh = messages.slice(this.#expected - offset);
    if (this.#held.length + fresh.length > mostHeld) {
      throw invalidArgument('Too many messages of a client that does not read.');
    }
    this.#expected += fresh.length;
    this.#held.push(...fresh);
  }

  /** Hands on what the client wants, unless it has yet to read what it wanted before. */
  proceed(): void {
    while (!this.#ended && !this.backChannel.isBehind && this.#held.length > 0) {
      const message = this.#held.shift();
      this.#stream ??= this.#open(message, this.#output);
      this.#stream.receive(message);
    }
  }

  close(): void {
    this.#ended = true;
    this.#held = [];
    this.#stream?.close();
    this.backChannel.close();
  }

  readonly #output: StreamOutput = {
    send: (messages) => {
      this.backChannel.push(messages.map((message) => [message]));
    },
    fail: (error: StatusError) => {
      this.#ended = true;
      this.#held = [];
      this.backChannel.push([[errorBody(error)]]);
    },
  };
}
