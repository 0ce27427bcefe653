import { summarise } from '@docket/model/job-summary';
import { describe, expect, it } from 'vitest';
import { freshJob, START, World } from './testing/world.ts';

describe('a start', () => {
  it('is claimed once and dispatched', () => {
    const world = new World();
    expect(world.happen({ type: 'claim' })).toMatchObject({ type: 'apply', effects: [{ type: 'dispatch' }] });
    expect(world.happen({ type: 'claim' }).type).toBe('ignore');
  });

  it('is discarded while another run is under way', () => {
    const world = new World();
    for (const status of ['queued', 'processing', 'paused'] as const) {
      world.earlier = summarise('c-0', { ...freshJob(), status }, START);
      expect(world.happen({ type: 'claim' }).type).toBe('discard');
    }
  });

  it('is discarded when its run has been', () => {
    const world = new World();
    world.earlier = summarise('c-0', { ...freshJob(), status: 'completed' }, START);
    expect(world.happen({ type: 'claim' }).type).toBe('discard');
  });

  it('is discarded when there is nothing to run on', () => {
    const world = new World();
    world.deleted = true;
    expect(world.happen({ type: 'claim' }).type).toBe('discard');
  });
});

describe('a start at a later phase', () => {
  it('begins there, with the progress of one who has come that far', () => {
    const world = new World(freshJob('item_generation', { from_phase: 3 }));
    world.happen({ type: 'claim' });
    expect(world.job).toMatchObject({
      phase: 3,
      progress: { phase: 3, percentage: Math.floor((2 / 7) * 100) },
    });
  });

  it('is discarded where its pipeline does not allow it', () => {
    for (const job of [
      freshJob('item_generation', { from_phase: 4 }),
      freshJob('item_generation', { from_phase: 99 }),
      freshJob('document_processing', { from_phase: 3 }),
    ]) {
      expect(new World(job).happen({ type: 'claim' }).type).toBe('discard');
    }
  });

  it('at the first phase is a start like any other', () => {
    const world = new World(freshJob('document_processing', { from_phase: 1 }));
    expect(world.happen({ type: 'claim' }).type).toBe('apply');
  });
});

describe('a start after a run that has failed', () => {
  const failedBefore = () => {
    const world = new World(freshJob('document_processing', { run: 2 }));
    world.earlier = summarise('c-0', { ...freshJob(), status: 'failed' }, START);
    return world;
  };

  it('settles that failure: it needs no attention any more', () => {
    expect(failedBefore().happen({ type: 'claim' })).toMatchObject({ settles: 'c-0' });
  });

  it('settles it as well when a wish comes before the claim', () => {
    expect(failedBefore().ask('cancel')).toMatchObject({ settles: 'c-0', job: { status: 'cancelling' } });
    expect(failedBefore().ask('pause')).toMatchObject({ settles: 'c-0', job: { status: 'paused' } });
  });
});
