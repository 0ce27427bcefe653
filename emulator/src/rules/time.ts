/** Arithmetic on instants and durations, both counted in nanoseconds. */

export const nanosPerMilli = 1_000_000n;
export const nanosPerSecond = 1_000_000_000n;
export const nanosPerMinute = 60n * nanosPerSecond;
export const nanosPerHour = 60n * nanosPerMinute;
export const nanosPerDay = 24n * nanosPerHour;

/** The longest duration, either way: some 10,000 years. @see https://firebase.google.com/docs/reference/rules/rules.Duration */
export const longestDuration = 315_576_000_000n * nanosPerSecond;
/** The beginning of the year 1. */
export const firstInstant = -62_135_596_800n * nanosPerSecond;
/** The end of the year 9999. */
export const lastInstant = 253_402_300_800n * nanosPerSecond - 1n;

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

/** An instant as RFC 3339 writes it, with as many decimals as it has. */
export function formatRfc3339(nanos: bigint): string {
  const decimals = decimalsOf(floorModulo(nanos, nanosPerSecond));
  return dateOf(nanos)
    .toISOString()
    .replace(/\.\d+Z$/, `${decimals}Z`);
}

/** Seconds with as many decimals as there are, as protobuf writes a duration. */
export function formatDuration(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  return `${nanos < 0n ? '-' : ''}${size / nanosPerSecond}${decimalsOf(size % nanosPerSecond)}s`;
}

function decimalsOf(fraction: bigint): string {
  return fraction === 0n ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
}

/** The remainder of a division that rounds down, so that it is never negative. */
export function floorModulo(dividend: bigint, divisor: bigint): bigint {
  return ((dividend % divisor) + divisor) % divisor;
}

/** The calendar date (UTC) in which an instant lies. */
export function dateOf(nanos: bigint): Date {
  return new Date(Number((nanos - floorModulo(nanos, nanosPerMilli)) / nanosPerMilli));
}
