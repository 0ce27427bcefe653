/**
 * What is on its way to one client over gRPC, at the pace at which the client reads. A client that does not read must not
 * fill the memory: what waits for it is bounded, and beyond that its stream ends, so that it comes back and gets in sum
 * what it missed.
 */

/** The stream that messages are written to. */
export interface MessageSink {
  /** False when the message has been taken but others should wait. */
  write(message: object): boolean;
  /** Calls back when others may follow. */
  once(event: 'drain', callback: () => void): unknown;
  /** Stops and starts the messages that come from the client. */
  pause(): unknown;
  resume(): unknown;
}

export class PacedOutput {
  readonly #sink: MessageSink;
  readonly #mostWaiting: number;
  readonly #onOverflow: () => void;
  #queue: object[] = [];
  #next = 0;
  #late = 0;
  #state: 'open' | 'waiting' | 'ended' = 'open';

  /**
   * @param mostWaiting how much (characters of JSON) may come while the client is behind. What it has asked for itself
   *   does not count: while it is behind, no requests are taken from it.
   * @param onOverflow called once, when there is more; nothing is sent any more
   */
  constructor(sink: MessageSink, mostWaiting: number, onOverflow: () => void) {
    this.#sink = sink;
    this.#mostWaiting = mostWaiting;
    this.#onOverflow = onOverflow;
  }

  send(messages: readonly object[]): void {
    if (this.#state === 'ended') {
      return;
    }
    if (this.#state === 'waiting') {
      this.#late += JSON.stringify(messages).length;
      if (this.#late > this.#mostWaiting) {
        this.end();
        this.#onOverflow();
        return;
      }
    }
    for (const message of messages) {
      this.#queue.push(message);
    }
    if (this.#state === 'open') {
      this.#flush();
    }
  }

  /** Forgets what waits, and whatever is sent from now on. */
  end(): void {
    this.#state = 'ended';
    this.#queue = [];
  }

  #flush(): void {
    for (let message = this.#queue[this.#next]; message; message = this.#queue[this.#next]) {
      this.#next += 1;
      if (!this.#sink.write(message)) {
        this.#wait();
        return;
      }
    }
    this.#queue = [];
    this.#next = 0;
    this.#late = 0;
    if (this.#state === 'waiting') {
      this.#state = 'open';
      this.#sink.resume();
    }
  }

  #wait(): void {
    if (this.#state === 'open') {
      this.#state = 'waiting';
      this.#sink.pause();
    }
    this.#sink.once('drain', () => {
      if (this.#state !== 'ended') {
        this.#flush();
      }
    });
  }
}
