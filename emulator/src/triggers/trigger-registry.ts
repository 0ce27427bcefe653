/**
 * The triggers that functions have: those the functions emulator has registered in this run, and those it had in the
 * last one and may be about to register again. Each is there once, in its latest generation.
 */
import type { DocumentChange } from '../store/document.ts';
import type { Occurrence, Trigger } from './trigger.ts';

export class TriggerRegistry {
  readonly #registered = new Map<string, Trigger>();
  readonly #expected = new Map<string, Trigger>();
  /** All of them, by the name of the database. */
  readonly #byDatabase = new Map<string, Trigger[]>();

  /** Adds a trigger in place of the same one, of whatever generation. */
  register(trigger: Trigger): void {
    this.#expected.delete(trigger.key);
    this.#registered.set(trigger.key, trigger);
    this.#arrange();
  }

  /** Adds a trigger of the last run: changes set it off, though nobody can be told yet. */
  expect(trigger: Trigger): void {
    this.#expected.set(trigger.key, trigger);
    this.#arrange();
  }

  /** Gives up the triggers that were expected and have not come. Returns their keys. */
  giveUpExpected(): string[] {
    const keys = [...this.#expected.keys()];
    this.#expected.clear();
    this.#arrange();
    return keys;
  }

  /** The trigger as it is registered now; undefined while it is not. */
  registered(key: string): Trigger | undefined {
    return this.#registered.get(key);
  }

  /** The keys of the triggers that a change in a database (`projects/P/databases/D`) sets off. */
  triggeredBy(databaseName: string, change: DocumentChange): string[] {
    return (this.#byDatabase.get(databaseName) ?? [])
      .filter(({ occurrence, matches }) => occurs(occurrence, change) && matches(change.segments))
      .map(({ key }) => key);
  }

  #arrange(): void {
    this.#byDatabase.clear();
    for (const trigger of [...this.#registered.values(), ...this.#expected.values()]) {
      const others = this.#byDatabase.get(trigger.databaseName) ?? [];
      this.#byDatabase.set(trigger.databaseName, [...others, trigger]);
    }
  }
}

function occurs(occurrence: Occurrence, { before, after }: DocumentChange): boolean {
  switch (occurrence) {
    case 'created':
      return !before && after !== undefined;
    case 'updated':
      return before !== undefined && after !== undefined;
    case 'deleted':
      return !after;
    case 'written':
      return true;
  }
}
