import { type Job, jobSchema } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import type { StoredJob } from '../../data/records.ts';
import { type ImageWave, nextWave, NO_WAVE, waveCount } from './image-wave.ts';

function batch(id: string, of: number, done: number, change: Partial<Job> = {}): StoredJob {
  const data = jobSchema.parse({
    pipeline: 'image_processing',
    subject: { type: 'image_batch', id },
    input: { document_ids: [], image_ids: Array.from({ length: of }, (_, i) => `${id}${i}`) },
    run: 1,
    created_by: 'u',
    created_at: new Date(0),
    status: 'processing',
    open: true,
    progress: { phase: 1, total_phases: 1, percentage: 0, within: { done, of, unit: 'Image' } },
    ...change,
  });
  return { id, path: id, data };
}

const through = (...steps: readonly (readonly StoredJob[])[]): ImageWave =>
  steps.reduce<ImageWave>(nextWave, NO_WAVE);

describe('the images that are processed at the same time', () => {
  it('are counted over all their batches, also those that have ended', () => {
    const wave = through([batch('a', 16, 4), batch('b', 16, 0)], [batch('b', 16, 6), batch('c', 5, 0)]);
    expect(waveCount(wave)).toEqual({ done: 22, of: 37 });
  });

  it('begin anew when all have ended', () => {
    const ended = batch('a', 16, 16, { status: 'completed' });
    expect(through([batch('a', 16, 4)], [ended])).toBe(NO_WAVE);
    expect(waveCount(through([batch('a', 16, 4)], [], [batch('b', 2, 1)]))).toEqual({ done: 1, of: 2 });
  });

  it('are not done while they are only being fetched', () => {
    const progress = {
      phase: 1,
      total_phases: 2,
      percentage: 40,
      within: { done: 8, of: 10, unit: 'Image' },
    };
    expect(waveCount(through([batch('a', 10, 0, { progress })]))).toEqual({ done: 0, of: 10 });
  });

  it('are the same object while nothing has changed', () => {
    const wave = through([batch('a', 16, 4)]);
    expect(nextWave(wave, [batch('a', 16, 4)])).toBe(wave);
  });
});
