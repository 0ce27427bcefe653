/** Turns commits into events for the functions that wait for them. */
import type { Caller } from '../access/caller.ts';
import { parseDatabaseName } from '../paths.ts';
import type { Commit } from '../store/database.ts';
import type { EventDelivery } from './delivery.ts';
import { eventRequest } from './event.ts';
import type { TriggerRegistry } from './trigger-registry.ts';

export class TriggerDispatcher {
  readonly #registry: TriggerRegistry;
  readonly #delivery: EventDelivery;
  readonly #functionsEmulator: string | undefined;
  readonly #newId: () => string;

  /** @param functionsEmulator `host:port`; without one nothing is delivered */
  constructor(
    registry: TriggerRegistry,
    delivery: EventDelivery,
    functionsEmulator: string | undefined,
    newId: () => string,
  ) {
    this.#registry = registry;
    this.#delivery = delivery;
    this.#functionsEmulator = functionsEmulator;
    this.#newId = newId;
  }

  /** Queues the events of a commit; returns before they are delivered. */
  dispatch(databaseName: string, { changes, time, author }: Commit<Caller>): void {
    if (!this.#functionsEmulator) {
      return;
    }
    const { project, database } = parseDatabaseName(databaseName);
    for (const change of changes) {
      for (const trigger of this.#registry.triggeredBy(project, database, change)) {
        const url = `http://${this.#functionsEmulator}/functions/projects/${project}/triggers/${trigger.id}`;
        const event = eventRequest(trigger, { id: this.#newId(), change, time, author });
        this.#delivery.enqueue(`${trigger.id} ${change.name}`, url, event);
      }
    }
  }
}
