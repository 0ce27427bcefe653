import { describe, expect, it } from 'vitest';
import { PutOffError } from '../engine/put-off.ts';
import { TimeSlice } from './time-slice.ts';

describe('the time of a dispatch', () => {
  const SECOND = 1000;

  it('is over some seconds after the first portion, not before', () => {
    let time = 0;
    const slice = new TimeSlice(() => new Date(time));
    // Such as reading a file for the first portion.
    time += 60 * SECOND;
    expect(() => slice.goOn()).not.toThrow();
    time += 10 * SECOND;
    expect(() => slice.goOn()).not.toThrow();
    time += 10 * SECOND;
    expect(() => slice.goOn()).toThrow(PutOffError);
  });

  it('goes on at once in the next dispatch', () => {
    let time = 0;
    const slice = new TimeSlice(() => new Date(time));
    slice.goOn();
    time += 60 * SECOND;
    expect(() => slice.goOn()).toThrow(expect.objectContaining({ until: new Date(time) }));
  });
});
