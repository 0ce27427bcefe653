/** Arithmetic on instants and durations, both counted in nanoseconds. */

export const nanosPerMilli = 1_000_000n;
export const nanosPerSecond = 1_000_000_000n;
export const nanosPerMinute = 60n * nanosPerSecond;
export const nanosPerHour = 60n * nanosPerMinute;
export const nanosPerDay = 24n * nanosPerHour;

/** Nanoseconds of each unit that `duration.value(n, unit)` knows. */
export const durationUnits: ReadonlyMap<string, bigint> = new Map([
  ['w', 7n * nanosPerDay],
  ['d', nanosPerDay],
  ['h', nanosPerHour],
  ['m', nanosPerMinute],
  ['s', nanosPerSecond],
  ['ms', nanosPerMilli],
  ['ns', 1n],
]);

/** Nanoseconds since the epoch of an RFC 3339 time with 0 to 9 decimals, or undefined when it is none. */
export function parseRfc3339(text: string): bigint | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  const millis = match ? Date.parse(`${match[1]}${match[3]}`) : Number.NaN;
  if (!match || Number.isNaN(millis)) {
    return undefined;
  }
  return BigInt(millis) * nanosPerMilli + BigInt((match[2] ?? '').padEnd(9, '0'));
}

/** The remainder of a division that rounds down, so that it is never negative. */
export function floorModulo(dividend: bigint, divisor: bigint): bigint {
  return ((dividend % divisor) + divisor) % divisor;
}

/** The calendar date (UTC) in which an instant lies. */
export function dateOf(nanos: bigint): Date {
  return new Date(Number((nanos - floorModulo(nanos, nanosPerMilli)) / nanosPerMilli));
}
