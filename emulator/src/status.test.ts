import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invalidArgument, toStatusError } from './status.ts';

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

function nest(): number {
  return nest() + 1;
}

describe('whatever goes wrong reaches the client as a status', () => {
  it('a refusal as it is', () => {
    const refusal = invalidArgument('No.');
    expect(toStatusError(refusal)).toBe(refusal);
  });

  it.each([
    ['nested too deep for the runtime', nest],
    ['a number out of range', () => BigInt(Number.NaN)],
    ['a badly encoded address', () => decodeURIComponent('%zz')],
    ['another shape than expected', () => z.string().parse(1)],
  ])('a request that is %s as INVALID_ARGUMENT, which the SDKs do not repeat', (_what, action) => {
    expect(toStatusError(thrownBy(action))).toMatchObject({ status: 'INVALID_ARGUMENT' });
  });

  it('a full disk as RESOURCE_EXHAUSTED', () => {
    const file = new DatabaseSync(':memory:');
    file.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x)');
    const full = thrownBy(() => file.prepare('INSERT INTO t VALUES (zeroblob(100000))').run());
    expect(toStatusError(full)).toMatchObject({ status: 'RESOURCE_EXHAUSTED', cause: full });
    file.close();
  });

  it('a database in use as UNAVAILABLE', () => {
    const busy = Object.assign(new Error('database is locked'), { errcode: 5 | (2 << 8) });
    expect(toStatusError(busy)).toMatchObject({ status: 'UNAVAILABLE' });
  });

  it('anything else as INTERNAL, with its cause', () => {
    const cause = new TypeError('x is undefined');
    expect(toStatusError(cause)).toMatchObject({ status: 'INTERNAL', message: 'x is undefined', cause });
    expect(toStatusError('odd')).toMatchObject({ status: 'INTERNAL', message: 'odd' });
  });
});
