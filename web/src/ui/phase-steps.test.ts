import { describe, expect, it } from 'vitest';
import { failure, summary } from '../fixtures/records.ts';
import { phaseSteps } from './phase-steps.ts';

const states = (status: Parameters<typeof phaseSteps>[1]) =>
  phaseSteps('document_processing', status).map(({ state }) => state);

describe('the phases of a run', () => {
  it('are done before the one under way, which is as full as its pages', () => {
    const steps = phaseSteps('document_processing', summary('c', 3));
    expect(steps.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'current',
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(steps[2]?.fraction).toBeCloseTo(7 / 18);
  });

  it('have not begun while the run is queued', () => {
    expect(states(summary('c', 1, { status: 'queued' }))).toEqual(Array(6).fill('waiting'));
  });

  it('show where the run failed, was stopped or is paused', () => {
    expect(states(failure('c', 'file_corrupt')).slice(0, 3)).toEqual(['done', 'failed', 'waiting']);
    expect(states(summary('c', 2, { status: 'cancelled' }))[1]).toBe('stopped');
    expect(states(summary('c', 2, { status: 'paused' }))[1]).toBe('paused');
  });

  it('are all done at the end', () => {
    expect(states(summary('c', 6, { status: 'completed' }))).toEqual(Array(6).fill('done'));
  });
});
