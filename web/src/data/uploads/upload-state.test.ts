import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isUnderWay,
  nextToStart,
  nextUploadState,
  type Upload,
  type UploadEvent,
  type UploadState,
} from './upload-state.ts';

const through = (...events: UploadEvent[]) =>
  events.reduce<UploadState>(nextUploadState, { phase: 'checking' });
const started: UploadEvent[] = [{ kind: 'accepted' }, { kind: 'started', total: 100 }];

const event: fc.Arbitrary<UploadEvent> = fc.oneof(
  fc.constantFrom<UploadEvent>(
    { kind: 'accepted' },
    { kind: 'refused', reason: 'no' },
    { kind: 'started', total: 100 },
    { kind: 'paused' },
    { kind: 'resumed' },
    { kind: 'arrived' },
    { kind: 'failed', reason: 'net' },
    { kind: 'retried' },
  ),
  fc.integer({ min: 0, max: 100 }).map((sent): UploadEvent => ({ kind: 'progress', sent, total: 100 })),
);

const upload = (id: string, state: UploadState): Upload => ({
  id,
  fileName: id,
  size: 100,
  warning: null,
  state,
});

describe('an upload', () => {
  it('is checked, waits its turn, is sent and saved', () => {
    expect(through(...started)).toEqual({ phase: 'uploading', sent: 0, total: 100 });
    expect(through(...started, { kind: 'progress', sent: 40, total: 100 })).toMatchObject({ sent: 40 });
    expect(through(...started, { kind: 'arrived' })).toEqual({ phase: 'saving' });
  });

  it('keeps its place when paused, and ignores progress that comes late', () => {
    const paused = through(...started, { kind: 'progress', sent: 40, total: 100 }, { kind: 'paused' });
    expect(paused).toEqual({ phase: 'paused', sent: 40, total: 100 });
    expect(nextUploadState(paused, { kind: 'progress', sent: 50, total: 100 })).toEqual(paused);
    expect(nextUploadState(paused, { kind: 'resumed' })).toMatchObject({ phase: 'uploading', sent: 40 });
  });

  it('can be tried again after a failure, but not after a refusal', () => {
    expect(through(...started, { kind: 'failed', reason: 'net' }, { kind: 'retried' })).toEqual({
      phase: 'waiting',
    });
    expect(through({ kind: 'refused', reason: 'empty' }, { kind: 'retried' })).toEqual({
      phase: 'refused',
      reason: 'empty',
    });
  });

  it('never goes back in progress, and never gets from refused to sent, whatever happens', () => {
    const sensible = (before: UploadState, after: UploadState) => {
      if (before.phase === 'refused') return after.phase === 'refused';
      return before.phase !== 'uploading' || after.phase !== 'uploading' || after.sent >= before.sent;
    };
    const states = fc.array(event, { maxLength: 30 }).map((events) => {
      const reached: UploadState[] = [{ phase: 'checking' }];
      for (const next of events) reached.push(nextUploadState(reached.at(-1) ?? { phase: 'checking' }, next));
      return reached;
    });
    fc.assert(
      fc.property(states, (reached) => {
        const steps = reached.slice(1).map((after, index) => [reached[index] ?? after, after] as const);
        expect(steps.filter(([before, after]) => !sensible(before, after))).toEqual([]);
      }),
    );
  });
});

describe('the queue', () => {
  it('sends a few at a time, first come first served', () => {
    const waiting = ['a', 'b', 'c', 'd'].map((id) => upload(id, { phase: 'waiting' }));
    expect(nextToStart(waiting, 3).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const sending = upload('x', { phase: 'uploading', sent: 0, total: 1 });
    expect(nextToStart([sending, sending, ...waiting], 3).map(({ id }) => id)).toEqual(['a']);
  });

  it('gives the place of a paused one to the next', () => {
    const paused = upload('x', { phase: 'paused', sent: 0, total: 1 });
    expect(nextToStart([paused, paused, paused, upload('a', { phase: 'waiting' })], 3)).toHaveLength(1);
  });

  it('counts what will still arrive', () => {
    expect(isUnderWay({ phase: 'saving' })).toBe(true);
    expect(isUnderWay({ phase: 'failed', reason: 'net' })).toBe(false);
  });
});
