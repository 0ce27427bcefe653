import { describe, expect, it } from 'vitest';
import { PutOffError } from '../engine/put-off.ts';
import { TimeSlice } from './time-slice.ts';

/** A slice of at most `most` portions, with a clock that can be moved. */
function open(most: number) {
  let now = 0;
  const slice = new TimeSlice(() => new Date(now), most);
  return {
    after: (seconds: number) => {
      now += seconds * 1000;
      return () => slice.goOn();
    },
  };
}

describe('the share of one dispatch', () => {
  it('is over after so many portions, however fast they are', () => {
    const { after } = open(3);
    expect(after(0)).not.toThrow();
    expect(after(0)).not.toThrow();
    expect(after(0)).toThrow(PutOffError);
  });

  it('is over when its time is, which begins with the first portion', () => {
    const { after } = open(100);
    expect(after(60)).not.toThrow();
    expect(after(14)).not.toThrow();
    expect(after(1)).toThrow(PutOffError);
  });

  it('leaves the rest to be done at once', () => {
    const thrown = (() => {
      try {
        open(1).after(0)();
        return null;
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toMatchObject({ until: null });
  });
});
