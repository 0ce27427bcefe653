import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMicros,
  formatTimestamp,
  parseMicros,
  parseTimestamp,
  timestampOfMicros,
} from './timestamp.ts';

describe('a timestamp', () => {
  it('reads any zone and up to nine decimals', () => {
    expect(parseTimestamp('1970-01-01T01:00:01.5+01:00')).toEqual({ seconds: 1, nanos: 500_000_000 });
    expect(parseTimestamp('2024-02-29T23:59:59-10:00').seconds).toBe(Date.UTC(2024, 2, 1, 9, 59, 59) / 1000);
    expect(parseTimestamp('1969-12-31T23:59:59.999999999Z')).toEqual({ seconds: -1, nanos: 999_999_000 });
  });

  it('reaches from the year 1 to the year 9999', () => {
    for (const text of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z']) {
      expect(formatTimestamp(parseTimestamp(text))).toBe(text);
    }
    expect(() => parseTimestamp('0000-12-31T23:59:59Z')).toThrow('Invalid timestamp');
  });

  it.each([
    '',
    'yesterday',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01 00:00:00Z',
  ])('is none when it is %j', (text) => {
    expect(() => parseTimestamp(text)).toThrow('Invalid timestamp');
  });

  it('keeps every microsecond of the commit clock', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_000_000_000_000_000 }), (micros) => {
        expect(parseMicros(formatMicros(micros))).toBe(micros);
        expect(parseMicros(formatTimestamp(timestampOfMicros(micros)))).toBe(micros);
      }),
    );
  });
});
