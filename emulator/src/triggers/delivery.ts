/**
 * Delivers events to functions, at least once: in order for each trigger and document, side by side otherwise, as many
 * at once as there are slots. A function that cannot be reached is tried until the event is too old; one that may have
 * seen the event and did not finish, a number of times. A function may thus see an event twice, as in production.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PendingEvent } from '../store/outbox.ts';
import type { Outcome } from './outcome.ts';
import type { Slots } from './slots.ts';

/** Times in milliseconds. */
export interface DeliveryOptions {
  readonly slots: Slots;
  /** Carries out one attempt. Never rejects. */
  readonly send: (event: PendingEvent) => Promise<Outcome>;
  /** Whether a trigger can be sent anything; its events wait until {@link EventDelivery.release} otherwise. */
  readonly isReady: (trigger: string) => boolean;
  /** Whether events that a function failed on are sent to it again. */
  readonly isRetried: (trigger: string) => boolean;
  /** The pauses before the second, third … attempt; the last one stands for all further ones. */
  readonly delays: readonly number[];
  /** How often an event may interrupt a function that is not retried; production would not try again at all. */
  readonly mostInterruptions: number;
  /** Events older than this are given up. */
  readonly longestLife: number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Wall clock. */
  readonly now: () => number;
  /** Learns of events that need no further attempt, delivered or not. */
  readonly onDone: (event: PendingEvent) => void;
  /** Learns of events that could not be delivered. */
  readonly onLost: (event: PendingEvent, reason: string) => void;
}

/** The events of one trigger about one document. */
interface Line {
  readonly trigger: string;
  readonly events: PendingEvent[];
}

export class EventDelivery {
  readonly #options: DeliveryOptions;
  readonly #lines = new Map<string, Line>();
  /** The lines that are at work, by key. */
  readonly #working = new Map<string, Promise<void>>();
  #closed = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Queues an event behind those of the same trigger and document. */
  add(event: PendingEvent): void {
    const key = `${event.trigger} ${event.change.name}`;
    const line = this.#lines.get(key);
    if (line) {
      line.events.push(event);
    } else {
      this.#lines.set(key, { trigger: event.trigger, events: [event] });
      this.#start(key);
    }
  }

  /** Goes on with the events of a trigger that has become ready. */
  release(trigger: string): void {
    for (const [key, line] of this.#lines) {
      if (line.trigger === trigger) {
        this.#start(key);
      }
    }
  }

  /** Forgets the waiting events of a trigger that is not coming. */
  drop(trigger: string): void {
    for (const [key, line] of this.#lines) {
      if (line.trigger === trigger && !this.#working.has(key)) {
        this.#lines.delete(key);
      }
    }
  }

  /** Resolves when nothing is on its way. Events of triggers that are not ready do not count. */
  async settled(): Promise<void> {
    while (this.#working.size > 0) {
      await Promise.all(this.#working.values());
    }
  }

  /** Makes no further attempt. */
  close(): void {
    this.#closed = true;
    this.#lines.clear();
  }

  #start(key: string): void {
    const line = this.#lines.get(key);
    if (!line || this.#working.has(key) || this.#closed || !this.#options.isReady(line.trigger)) {
      return;
    }
    this.#working.set(key, this.#workOff(key, line));
  }

  async #workOff(key: string, { trigger, events }: Line): Promise<void> {
    // Whoever has committed is answered first.
    await nextTurn();
    for (let event = events[0]; event && !this.#closed && this.#options.isReady(trigger); event = events[0]) {
      await this.#deliver(event);
      if (!this.#closed) {
        events.shift();
        this.#options.onDone(event);
      }
    }
    this.#working.delete(key);
    if (events.length === 0) {
      this.#lines.delete(key);
    }
  }

  async #deliver(event: PendingEvent): Promise<void> {
    const { slots, send, delays, longestLife, pause, now, onLost } = this.#options;
    let unfinished = 0;
    for (let attempt = 0; !this.#closed; attempt += 1) {
      if (now() - event.time / 1000 > longestLife) {
        return onLost(event, 'it is too old');
      }
      const outcome = await slots.use(event.trigger, async () =>
        this.#closed ? closing : await send(event),
      );
      if (outcome.kind === 'delivered' || this.#closed) {
        return;
      }
      unfinished += outcome.kind === 'unreached' ? 0 : 1;
      if (!this.#isWorthAnother(event, outcome, unfinished)) {
        return onLost(event, outcome.reason);
      }
      await pause(delays[Math.min(attempt, delays.length - 1)] ?? 0);
    }
  }

  #isWorthAnother(event: PendingEvent, outcome: Outcome, unfinished: number): boolean {
    const { delays, mostInterruptions, isRetried } = this.#options;
    switch (outcome.kind) {
      case 'unreached':
        return true;
      case 'interrupted':
        return unfinished <= (isRetried(event.trigger) ? delays.length : mostInterruptions);
      case 'failed':
        return isRetried(event.trigger) && unfinished <= delays.length;
      case 'delivered':
      case 'refused':
        return false;
    }
  }
}

const closing: Outcome = { kind: 'unreached', reason: 'the emulator ends' };
