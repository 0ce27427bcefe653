/**
 * The way from server to client: messages numbered without gaps, kept until the client acknowledges them, and sent on
 * whichever GET is open. A lost or rotated GET loses nothing.
 *
 * A client that only listens acknowledges nothing until it opens its next GET, so no GET lasts for ever. A client that
 * does not read is written no more than fits, and given up when too much comes meanwhile.
 */
import { invalidArgument } from '../status.ts';
import { frameText, type Payload, payloadText } from './framing.ts';

/** The open answer of a GET. */
export interface BackChannelResponse {
  /** False when the chunk has been taken but others should wait for {@link BackChannel.drained}. */
  write(chunk: string): boolean;
  end(chunk?: string): void;
}

/** How much is kept for a client. Sizes in characters, times in milliseconds. */
export interface BackChannelLimits {
  /** A chunk is cut after the message with which it has this size. */
  readonly chunk: number;
  /** A GET ends when it was sent so much, or is so old, whichever comes first. */
  readonly getSize: number;
  readonly getAge: number;
  /** What may come for a client that has not been sent `getSize` of what came before. */
  readonly late: number;
}

export const defaultLimits: BackChannelLimits = {
  chunk: 256 * 1_024,
  getSize: 1_048_576,
  getAge: 60_000,
  late: 16 * 1_048_576,
};

interface Numbered {
  readonly id: number;
  readonly text: string;
}

interface OpenGet {
  readonly response: BackChannelResponse;
  readonly longPoll: boolean;
  readonly since: number;
  sent: number;
  full: boolean;
}

export class BackChannel {
  readonly #onOverflow: () => void;
  readonly #limits: BackChannelLimits;
  readonly #now: () => number;
  #unacknowledged: Numbered[] = [];
  /** Of the messages in `#unacknowledged`: how many were sent on the open GET or the one before. */
  #sent = 0;
  #sentSize = 0;
  #unsentSize = 0;
  #lateSize = 0;
  #nextId = 1;
  #open: OpenGet | undefined;
  #flushScheduled = false;

  /**
   * @param onOverflow called when more waits for the client than is kept
   * @param now a clock in milliseconds
   */
  constructor(onOverflow: () => void, now: () => number = Date.now, limits = defaultLimits) {
    this.#onOverflow = onOverflow;
    this.#now = now;
    this.#limits = limits;
  }

  /**
   * Queues messages that belong together. Those of one turn of the event loop leave in one chunk. Whether they are late
   * is asked once: a client that has read what came before may be sent as much at once as it asks for.
   */
  push(payloads: Iterable<Payload>): void {
    const late = this.isBehind;
    if (!late) {
      this.#lateSize = 0;
    }
    for (const payload of payloads) {
      const text = payloadText(payload);
      this.#lateSize += late ? text.length : 0;
      if (this.#lateSize > this.#limits.late) {
        this.#onOverflow();
        return;
      }
      this.#unacknowledged.push({ id: this.#nextId, text });
      this.#nextId += 1;
      this.#unsentSize += text.length;
    }
    if (!this.#flushScheduled) {
      this.#flushScheduled = true;
      queueMicrotask(() => {
        this.#flushScheduled = false;
        this.#flush();
      });
    }
  }

  /** Whether so much waits that the client should not be asked what else it wants. */
  get isBehind(): boolean {
    return this.#unsentSize > this.#limits.getSize;
  }

  /** The client has everything up to this array id. Throws INVALID_ARGUMENT for one that was never given out. */
  acknowledge(arrayId: number): void {
    if (arrayId >= this.#nextId) {
      throw invalidArgument('AID is of a message that was never sent.');
    }
    const kept = this.#unacknowledged.findIndex(({ id }) => id > arrayId);
    const gone = this.#unacknowledged.splice(0, kept === -1 ? this.#unacknowledged.length : kept);
    for (const [position, { text }] of gone.entries()) {
      if (position < this.#sent) {
        this.#sentSize -= text.length;
      } else {
        this.#unsentSize -= text.length;
      }
    }
    this.#sent = Math.max(0, this.#sent - gone.length);
  }

  /**
   * Takes over a new GET; one that is still open ends. Everything unacknowledged is sent again.
   *
   * @param longPoll the response is to end with the first chunk
   */
  attach(response: BackChannelResponse, longPoll: boolean): void {
    this.#open?.response.end();
    this.#open = { response, longPoll, since: this.#now(), sent: 0, full: false };
    this.#unsentSize += this.#sentSize;
    this.#sentSize = 0;
    this.#sent = 0;
    if (this.#unacknowledged.length === 0 && !longPoll) {
      // Without a first byte the client takes the connection for a buffering proxy and falls back to long polling.
      this.push([['noop']]);
    }
    this.#flush();
  }

  /** The response takes more again. */
  drained(response: BackChannelResponse): void {
    if (this.#open?.response === response) {
      this.#open.full = false;
      this.#flush();
    }
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
    const firstId = this.#unacknowledged[0]?.id ?? this.#nextId;
    return [this.#open ? 1 : 0, firstId + this.#sent - 1, this.#sentSize];
  }

  /** Ends the open GET and forgets what waits. */
  close(): void {
    this.#open?.response.end();
    this.#open = undefined;
    this.#unacknowledged = [];
    this.#sent = 0;
    this.#sentSize = 0;
    this.#unsentSize = 0;
  }

  #flush(): void {
    while (this.#open && !this.#open.full && this.#sent < this.#unacknowledged.length) {
      const get = this.#open;
      const chunk = this.#nextChunk();
      get.sent += chunk.length;
      const { getSize, getAge } = this.#limits;
      if (get.longPoll || get.sent >= getSize || this.#now() - get.since >= getAge) {
        this.#open = undefined;
        get.response.end(chunk);
      } else {
        get.full = !get.response.write(chunk);
      }
    }
  }

  /** The next messages as one chunk, counted as sent. */
  #nextChunk(): string {
    const items: string[] = [];
    let size = 0;
    while (size < this.#limits.chunk) {
      const message = this.#unacknowledged[this.#sent];
      if (!message) {
        break;
      }
      items.push(`[${message.id},${message.text}]`);
      size += message.text.length;
      this.#sent += 1;
    }
    this.#sentSize += size;
    this.#unsentSize -= size;
    return frameText(`[${items.join(',')}]`);
  }
}
