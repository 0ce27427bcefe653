/** What a live value can be, and pure ways to combine such values. */

/** A subscribed value: not there yet, there, or not to be had, with a sentence for a person. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'error'; message: string };

export const LOADING = { state: 'loading' } as const satisfies Live<never>;

/** Applies `change` to a value that is there. */
export function mapLive<T, U>(live: Live<T>, change: (value: T) => U): Live<U> {
  return live.state === 'ready' ? { state: 'ready', value: change(live.value) } : live;
}

/** All of several values: the first error, else loading until each is there. */
export function allLive<T>(lives: readonly Live<T>[]): Live<T[]> {
  const values: T[] = [];
  let loading = false;
  for (const live of lives) {
    if (live.state === 'error') return live;
    if (live.state === 'loading') loading = true;
    else values.push(live.value);
  }
  return loading ? LOADING : { state: 'ready', value: values };
}

/** The value when it is there, otherwise `fallback`. */
export function valueOr<T>(live: Live<T>, fallback: T): T {
  return live.state === 'ready' ? live.value : fallback;
}
