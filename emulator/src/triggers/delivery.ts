/**
 * Delivers events to functions: in order for each trigger and document, in parallel otherwise, and again when a
 * delivery fails (no connection, no answer in time, a 5xx), a bounded number of times. A function may thus see an
 * event twice, as in production.
 */
import type { EventRequest } from './event.ts';

/** Times in milliseconds. */
export interface DeliveryOptions {
  /** How long a function may take to answer. */
  readonly timeout: number;
  /** The pauses before the second, third … attempt. */
  readonly retryDelays: readonly number[];
  /** Carries out one attempt and gives the HTTP status of the answer. */
  readonly post: (url: string, event: EventRequest, timeout: number) => Promise<number>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Learns of events that could not be delivered. */
  readonly onLost: (url: string, reason: string) => void;
}

export class EventDelivery {
  readonly #options: DeliveryOptions;
  /** The last delivery of each line, by key. */
  readonly #lines = new Map<string, Promise<void>>();

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Queues an event behind those with the same key. */
  enqueue(key: string, url: string, event: EventRequest): void {
    const delivered = (this.#lines.get(key) ?? Promise.resolve()).then(() => this.#deliver(url, event));
    this.#lines.set(key, delivered);
    void delivered.finally(() => {
      if (this.#lines.get(key) === delivered) {
        this.#lines.delete(key);
      }
    });
  }

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    while (this.#lines.size > 0) {
      await Promise.all(this.#lines.values());
    }
  }

  async #deliver(url: string, event: EventRequest): Promise<void> {
    const { retryDelays, pause, onLost } = this.#options;
    let failure = await this.#attempt(url, event);
    for (const delay of retryDelays) {
      if (failure === undefined) {
        return;
      }
      await pause(delay);
      failure = await this.#attempt(url, event);
    }
    if (failure !== undefined) {
      onLost(url, failure);
    }
  }

  /** Undefined when the event arrived; otherwise why it is worth another attempt. */
  async #attempt(url: string, event: EventRequest): Promise<string | undefined> {
    try {
      const status = await this.#options.post(url, event, this.#options.timeout);
      return status >= 500 ? `HTTP ${status}` : undefined;
    } catch (error) {
      return String(error);
    }
  }
}

/** Posts with the platform's fetch. */
export async function postEvent(url: string, event: EventRequest, timeout: number): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: event.headers,
    body: event.body,
    signal: AbortSignal.timeout(timeout),
  });
  await response.arrayBuffer();
  return response.status;
}
