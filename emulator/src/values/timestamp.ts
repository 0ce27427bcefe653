/**
 * Points in time: RFC 3339 text on the wire, seconds and nanoseconds in values, microseconds since 1970 for the
 * commit clock (a safe integer until the year 2255). Firestore stores microseconds; finer digits are cut off.
 */
import { invalidArgument } from '../status.ts';

export interface Timestamp {
  readonly seconds: number;
  /** 0 … 999 999 000, whole microseconds. */
  readonly nanos: number;
}

/** A commit time: microseconds since 1970. */
export type Micros = number;

const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i;
const earliestSecond = -62_135_596_800;
const latestSecond = 253_402_300_799;

/** Reads RFC 3339 text. Throws INVALID_ARGUMENT when it is none, or lies outside the years 1 to 9999. */
export function parseTimestamp(text: string): Timestamp {
  const match = rfc3339.exec(text);
  const millis = match ? Date.parse(`${match[1]}${match[3]}`) : Number.NaN;
  const seconds = millis / 1000;
  if (!match || !isInCalendar(match[1] ?? '') || !(seconds >= earliestSecond && seconds <= latestSecond)) {
    throw invalidArgument(`Invalid timestamp: ${text}`);
  }
  const micros = Number((match[2] ?? '').padEnd(6, '0').slice(0, 6));
  return { seconds, nanos: micros * 1000 };
}

/** Whether there is such a day and hour; JavaScript takes 30 February for 2 March, and 24:00 for the next day. */
function isInCalendar(local: string): boolean {
  const [day, hour] = [Number(local.slice(8, 10)), Number(local.slice(11, 13))];
  return hour < 24 && new Date(`${local}Z`).getUTCDate() === day;
}

/** Writes RFC 3339 text in UTC, with six decimals unless there are none to write. */
export function formatTimestamp(time: Timestamp): string {
  const whole = new Date(time.seconds * 1000).toISOString().slice(0, 19);
  return time.nanos === 0 ? `${whole}Z` : `${whole}.${String(time.nanos / 1000).padStart(6, '0')}Z`;
}

/** The commit time as a value. */
export function timestampOfMicros(micros: Micros): Timestamp {
  const seconds = Math.floor(micros / 1_000_000);
  return { seconds, nanos: (micros - seconds * 1_000_000) * 1000 };
}

/** The commit clock's reading of a timestamp. */
export function microsOfTimestamp(time: Timestamp): Micros {
  return time.seconds * 1_000_000 + time.nanos / 1000;
}

/** Writes a commit time as RFC 3339 text with six decimals. */
export function formatMicros(micros: Micros): string {
  const seconds = Math.floor(micros / 1_000_000);
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return `${whole}.${String(micros - seconds * 1_000_000).padStart(6, '0')}Z`;
}

/** Reads RFC 3339 text as a commit time. Throws INVALID_ARGUMENT like {@link parseTimestamp}. */
export function parseMicros(text: string): Micros {
  return microsOfTimestamp(parseTimestamp(text));
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return a.seconds - b.seconds || a.nanos - b.nanos;
}
