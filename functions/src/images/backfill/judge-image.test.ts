import { recipeFor } from '@docket/model/image-derivatives';
import { describe, expect, it } from 'vitest';
import { judgedImageSchema, judgeImage } from './judge-image.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const imageWith = (fields: object) =>
  judgedImageSchema.parse({
    file_name: 'a.jpg',
    size: 1,
    storage_path: 'p',
    uploaded_at: minutesAgo(60),
    ...fields,
  });
const judged = (fields: object, { isLegacy = false } = {}) =>
  judgeImage(imageWith(fields), { isLegacy, now });

describe('what a backfill makes of an image', () => {
  it('leaves alone what has all that the present recipe makes', () => {
    expect(judged({ processing_status: 'completed', recipe: recipeFor(null) })).toBe('done');
    const flatten = '#00ff00';
    expect(judged({ processing_status: 'completed', recipe: recipeFor(flatten), flatten })).toBe('done');
  });

  it('does what was made otherwise, or of which nothing is known', () => {
    expect(judged({ processing_status: 'completed', recipe: 'v0' })).toBe('missing');
    expect(judged({ processing_status: 'completed', recipe: recipeFor(null), flatten: '#00ff00' })).toBe(
      'missing',
    );
    expect(judged({}, { isLegacy: true })).toBe('missing');
    expect(judged({ uploaded_at: minutesAgo(1) }, { isLegacy: true })).toBe('missing');
    expect(judged({ processing_status: 'cancelled' })).toBe('missing');
  });

  it('waits for whoever adds an image to start its batch, for a quarter of an hour', () => {
    expect(judged({ processing_status: 'queued', uploaded_at: minutesAgo(14) })).toBe('under_way');
    expect(judged({ processing_status: 'queued', uploaded_at: minutesAgo(16) })).toBe('missing');
    expect(judged({ processing_status: 'processing', uploaded_at: minutesAgo(16) })).toBe('missing');
  });

  it('tries again what might go well, not what cannot be read', () => {
    const failed = (code: string) => ({
      processing_status: 'failed',
      processing_error: { code, message: '', details: '' },
    });
    expect(judged(failed('timed_out'))).toBe('missing');
    expect(judged(failed('host_unavailable'))).toBe('missing');
    expect(judged(failed('file_corrupt'))).toBe('unusable');
    expect(judged({ processing_status: 'failed' })).toBe('missing');
  });
});
