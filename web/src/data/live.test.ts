import { describe, expect, it } from 'vitest';
import { allLive, LOADING, mapLive, valueOr } from './live.ts';

const ready = (value: number) => ({ state: 'ready', value }) as const;
const error = { state: 'error', message: 'no' } as const;

describe('several live values together', () => {
  it('are there when each is there, in order', () => {
    expect(allLive([ready(1), ready(2)])).toEqual(ready2([1, 2]));
    expect(allLive([])).toEqual(ready2([]));
  });

  it('are loading while one is', () => {
    expect(allLive([ready(1), LOADING])).toEqual(LOADING);
  });

  it('have failed as soon as one has', () => {
    expect(allLive([LOADING, error])).toEqual(error);
  });
});

describe('one live value', () => {
  it('can be changed once it is there', () => {
    expect(mapLive(ready(2), (value) => value * 2)).toEqual(ready(4));
    expect(mapLive(LOADING, () => 4)).toEqual(LOADING);
  });

  it('has a fallback until then', () => {
    expect(valueOr(ready(2), 0)).toBe(2);
    expect(valueOr(LOADING, 0)).toBe(0);
  });
});

function ready2(value: readonly number[]) {
  return { state: 'ready', value };
}
