import { describe, expect, it } from 'vitest';
import { change, dataOf, root, wireFields } from '../../test/fixtures.ts';
import { History } from './history.ts';

const limits = { micros: 1_000, changes: 10, bytes: 10_000 };
const name = `${root}/c/a`;

/** Writes versions 1, 2 … of one document at times 1, 2 …; at time t the version is t. */
function versions(count: number, text: string, step = 1): History {
  const history = new History(0, limits);
  for (let n = 1; n <= count; n += 1) {
    history.record(n * step, [change('c/a', n === 1 ? null : { n: n - 1, text }, { n, text })]);
  }
  return history;
}

describe('the history of a database', () => {
  it('knows what each document was at any moment it keeps', () => {
    const history = versions(5, '');
    expect(dataOf(history.overlayAt(3).get(name))).toEqual(wireFields({ n: 3, text: '' }));
    expect(history.overlayAt(0).get(name)).toBeUndefined();
    expect(history.overlayAt(5).size).toBe(0);
  });

  it.each([
    ['changes', versions(11, '')],
    ['bytes', versions(8, 'x'.repeat(2_000))],
    ['time', versions(5, '', 501)],
  ])('forgets the oldest when there is too much: %s', (_what, history) => {
    expect(() => history.overlayAt(1)).toThrow('too old');
  });

  it('still knows what it has not forgotten', () => {
    expect(dataOf(versions(8, 'x'.repeat(2_000)).overlayAt(7).get(name))?.['n']).toEqual({
      integerValue: '7',
    });
  });

  it('keeps nothing of a version that is larger than everything together', () => {
    const history = versions(2, 'x'.repeat(20_000));
    expect(() => history.overlayAt(1)).toThrow('too old');
    expect(history.overlayAt(2).size).toBe(0);
  });
});
