/** One WebChannel session: a stream of the service, its back channel, and the count of what came in. */
import type { StreamHandler, StreamOutput } from '../service/streams.ts';
import { errorBody } from '../status.ts';
import { BackChannel } from './back-channel.ts';

/** Opens the stream when its first message is there. */
export type OpenStream = (firstMessage: unknown, output: StreamOutput) => StreamHandler;

export class WebChannelSession {
  readonly id: string;
  readonly backChannel = new BackChannel();
  readonly #open: OpenStream;
  #stream: StreamHandler | undefined;
  #expected = 0;

  constructor(id: string, open: OpenStream) {
    this.id = id;
    this.#open = open;
  }

  /** Takes messages from the client; those that came before (a repeated POST) are ignored. */
  receive(offset: number, messages: readonly unknown[]): void {
    for (const [position, message] of messages.entries()) {
      if (offset + position >= this.#expected) {
        this.#expected = offset + position + 1;
        this.#stream ??= this.#open(message, this.#output);
        this.#stream.receive(message);
      }
    }
  }

  close(): void {
    this.#stream?.close();
    this.backChannel.close();
  }

  readonly #output: StreamOutput = {
    send: (messages) => {
      for (const message of messages) {
        this.backChannel.push([message]);
      }
    },
    fail: (error) => this.backChannel.push([errorBody(error)]),
  };
}
