/**
 * Turns commits into events for the functions that wait for them, and has them delivered. Where data is kept, events
 * are kept with it until they are delivered, and so are the triggers: after a restart, what was not delivered goes out
 * when its trigger is registered again, and commits before that set off the triggers of the last run.
 */
import type { Caller } from '../access/caller.ts';
import { parseDatabaseName } from '../paths.ts';
import type { ComingCommit } from '../store/database.ts';
import type { Outbox, PendingEvent } from '../store/outbox.ts';
import { type DeliveryOptions, EventDelivery } from './delivery.ts';
import { authorOf } from './event-author.ts';
import type { Outcome } from './outcome.ts';
import { readRegistration, readTrigger, type Registration, type Trigger } from './trigger.ts';
import { TriggerRegistry } from './trigger-registry.ts';

/** Times in milliseconds. */
export interface DispatcherOptions
  extends Pick<DeliveryOptions, 'slots' | 'delays' | 'mostInterruptions' | 'longestLife' | 'pause' | 'now'> {
  /** Absent: nothing is kept. */
  readonly outbox: Outbox | undefined;
  /** Sends an event to a function. Absent: there are no functions. */
  readonly send: ((trigger: Trigger, event: PendingEvent) => Promise<Outcome>) | undefined;
  /** Whether events that a function failed on are sent to it again; by its region and name. */
  readonly isRetried: (functionName: string) => boolean;
  readonly newId: () => string;
  /** How long after the last registration triggers of the last run are still expected. */
  readonly patience: number;
  readonly onRegister: () => void;
  readonly onClose: () => void;
  /** Takes what the user should know. */
  readonly log: (line: string) => void;
}

/** Delivered events are removed from the outbox together, after so many milliseconds. */
const removeAfter = 50;

export class TriggerDispatcher {
  readonly #options: DispatcherOptions;
  readonly #registry = new TriggerRegistry();
  readonly #delivery: EventDelivery;
  readonly #done: number[] = [];
  #removal: NodeJS.Timeout | undefined;
  #patience: NodeJS.Timeout | undefined;
  #sequence = 0;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#delivery = new EventDelivery({
      slots: options.slots,
      delays: options.delays,
      mostInterruptions: options.mostInterruptions,
      longestLife: options.longestLife,
      pause: options.pause,
      now: options.now,
      isReady: (key) => this.#registry.registered(key) !== undefined,
      isRetried: (key) => options.isRetried(this.#registry.registered(key)?.functionName ?? ''),
      send: async (event) => await this.#send(event),
      onDone: ({ sequence }) => this.#noteDone(sequence),
      onLost: ({ trigger, change }, reason) =>
        options.log(`An event was lost: ${trigger}, ${change.segments.join('/')}: ${reason}`),
    });
  }

  /** Takes over what the last run has left. To be called before the first commit. */
  resume(): void {
    const { outbox, send, now, longestLife, log } = this.#options;
    if (!outbox || !send) {
      return;
    }
    for (const [key, kept] of outbox.triggers()) {
      try {
        this.#registry.expect(readTrigger(readRegistration(kept)));
      } catch (error) {
        log(`A trigger of the last run is not understood: ${key}: ${String(error)}`);
        outbox.dropTrigger(key);
      }
    }
    for (const event of outbox.load((now() - longestLife) * 1000)) {
      this.#sequence = event.sequence;
      this.#delivery.add(event);
    }
  }

  /** Registers a trigger; what waits for it goes out. Throws INVALID_ARGUMENT when it is none for Firestore. */
  register(registration: Registration): void {
    const trigger = readTrigger(registration);
    if (!this.#options.send) {
      return;
    }
    this.#options.onRegister();
    this.#registry.register(trigger);
    this.#options.outbox?.putTrigger(trigger.key, registration);
    this.#delivery.release(trigger.key);
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#giveUpExpected(), this.#options.patience).unref();
  }

  /** The events that a commit in a database (`projects/P/databases/D`) brings about, in their order. */
  eventsOf(databaseName: string, commit: ComingCommit<Caller>): PendingEvent[] {
    const { changes, time, author: caller } = commit;
    const events: PendingEvent[] = [];
    for (const change of changes) {
      for (const trigger of this.#registry.triggeredBy(databaseName, change)) {
        this.#sequence += 1;
        const author = authorOf(caller, parseDatabaseName(databaseName).project);
        events.push({
          sequence: this.#sequence,
          id: this.#options.newId(),
          trigger,
          change,
          time,
          author,
        });
      }
    }
    return events;
  }

  /** Queues events; returns before they are encoded or sent. */
  dispatch(events: readonly PendingEvent[]): void {
    for (const event of events) {
      this.#delivery.add(event);
    }
  }

  /** Resolves when no event is on its way. */
  async settled(): Promise<void> {
    await this.#delivery.settled();
  }

  /** Sends nothing more; what is undelivered stays in the outbox. */
  close(): void {
    this.#delivery.close();
    this.#options.onClose();
    clearTimeout(this.#patience);
    this.#removeDone();
  }

  async #send(event: PendingEvent): Promise<Outcome> {
    // Looked up for each attempt: the trigger may have been registered anew meanwhile.
    const trigger = this.#registry.registered(event.trigger);
    try {
      return trigger && this.#options.send
        ? await this.#options.send(trigger, event)
        : { kind: 'unreached', reason: 'the function is not registered' };
    } catch (error) {
      // One event that cannot be encoded does not hold up the others.
      return { kind: 'refused', reason: String(error) };
    }
  }

  #noteDone(sequence: number): void {
    if (this.#options.outbox) {
      this.#done.push(sequence);
      this.#removal ??= setTimeout(() => this.#removeDone(), removeAfter);
    }
  }

  #removeDone(): void {
    clearTimeout(this.#removal);
    this.#removal = undefined;
    const done = this.#done.splice(0);
    try {
      this.#options.outbox?.remove(done);
    } catch (error) {
      // They are sent once more after the next start, which is better than ending this run.
      this.#options.log(`Delivered events could not be removed: ${String(error)}`);
    }
  }

  #giveUpExpected(): void {
    for (const key of this.#registry.giveUpExpected()) {
      this.#delivery.drop(key);
      this.#options.outbox?.dropTrigger(key);
      this.#options.log(
        `The function ${key} of the last run was not registered again; its events are dropped.`,
      );
    }
  }
}
