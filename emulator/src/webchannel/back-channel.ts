/**
 * The way from server to client: messages numbered without gaps, kept until the client acknowledges them, and sent on
 * whichever GET is open. A lost or rotated GET loses nothing.
 */
import { frame, type Payload } from './framing.ts';

/** The open answer of a GET. */
export interface BackChannelResponse {
  write(chunk: string): void;
  end(chunk?: string): void;
}

interface Numbered {
  readonly id: number;
  readonly payload: Payload;
  readonly size: number;
}

export class BackChannel {
  #unacknowledged: Numbered[] = [];
  #nextId = 1;
  #lastSent = 0;
  #open: { readonly response: BackChannelResponse; readonly longPoll: boolean } | undefined;
  #flushScheduled = false;

  /** Queues a message. Those of one turn of the event loop leave in one chunk. */
  push(payload: Payload): void {
    this.#unacknowledged.push({ id: this.#nextId, payload, size: JSON.stringify(payload).length });
    this.#nextId += 1;
    if (!this.#flushScheduled) {
      this.#flushScheduled = true;
      queueMicrotask(() => {
        this.#flushScheduled = false;
        this.#flush();
      });
    }
  }

  /** The client has everything up to this array id. */
  acknowledge(arrayId: number): void {
    this.#unacknowledged = this.#unacknowledged.filter(({ id }) => id > arrayId);
  }

  /**
   * Takes over a new GET; one that is still open ends. Everything unacknowledged is sent again.
   *
   * @param longPoll the response is to end with the first chunk
   */
  attach(response: BackChannelResponse, longPoll: boolean): void {
    this.#open?.response.end();
    this.#open = { response, longPoll };
    this.#lastSent = (this.#unacknowledged[0]?.id ?? this.#nextId) - 1;
    if (this.#unacknowledged.length === 0 && !longPoll) {
      // Without a first byte the client takes the connection for a buffering proxy and falls back to long polling.
      this.push(['noop']);
    }
    this.#flush();
  }

  /** The response's connection is gone, or was replaced long ago. */
  detach(response: BackChannelResponse): void {
    if (this.#open?.response === response) {
      this.#open = undefined;
    }
  }

  /** Whether a GET is open. */
  get attached(): boolean {
    return this.#open !== undefined;
  }

  /** What a POST is answered with: GET open?, last array id sent, bytes not yet acknowledged. */
  status(): [0 | 1, number, number] {
    const outstanding = this.#unacknowledged
      .filter(({ id }) => id <= this.#lastSent)
      .reduce((total, { size }) => total + size, 0);
    return [this.#open ? 1 : 0, this.#lastSent, outstanding];
  }

  /** Ends the open GET. */
  close(): void {
    this.#open?.response.end();
    this.#open = undefined;
  }

  #flush(): void {
    const unsent = this.#unacknowledged.filter(({ id }) => id > this.#lastSent);
    if (!this.#open || unsent.length === 0) {
      return;
    }
    const chunk = frame(unsent.map(({ id, payload }) => [id, payload]));
    this.#lastSent = unsent.at(-1)?.id ?? this.#lastSent;
    const { response, longPoll } = this.#open;
    if (longPoll) {
      this.#open = undefined;
      response.end(chunk);
    } else {
      response.write(chunk);
    }
  }
}
