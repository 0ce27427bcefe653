/**
 * Tests that run in Node and in a browser: each gives what it has seen as plain data, so that only one place compares.
 * Nothing here, nor in what is made of it, may import what a browser does not have.
 */

export type Scenario<Stand> = {
  readonly title: string;
  readonly run: (stand: Stand) => Promise<unknown>;
  readonly gives: unknown;
  /** A scenario for Node alone: the SDK for browsers does not offer it. */
  readonly nodeOnly?: true;
};

/** Scenarios as rows of a table of tests, the title first. */
export function titled<Stand>(scenarios: readonly Scenario<Stand>[]): [string, Scenario<Stand>][] {
  return scenarios.map((scenario) => [scenario.title, scenario]);
}

/** The first value that `listen` reports and `wanted` accepts; then listening ends. */
export function first<Value>(
  listen: (next: (value: Value) => void, error: (cause: unknown) => void) => () => void,
  wanted: (value: Value) => boolean = () => true,
): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const stop = listen((value) => {
    if (wanted(value)) {
      resolve(value);
    }
  }, reject);
  return promise.finally(() => stop());
}

/** The code of the error that a promise fails with; what it gives if it does not. */
export function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => ({ given: value }),
    (error: unknown) =>
      typeof error === 'object' && error !== null && 'code' in error ? error.code : String(error),
  );
}

/** How many lines are logged, and not shown, while `act` runs. */
export async function loggedBy(act: () => Promise<unknown>): Promise<number> {
  const { log } = console;
  let lines = 0;
  Object.assign(console, { log: () => (lines += 1) });
  try {
    await act();
  } finally {
    Object.assign(console, { log });
  }
  return lines;
}
