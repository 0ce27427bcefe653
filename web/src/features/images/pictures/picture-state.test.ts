import { describe, expect, it } from 'vitest';
import { makeImage } from '../testing/make-images.ts';
import { pictureLabel, pictureSentence, pictureState } from './picture-state.ts';

const nothing = { wanted: true, run: null, upload: null, asked: false, fetchable: false } as const;
const absent = { state: 'ready', value: null } as const;

describe('the picture of an item', () => {
  it('is that of its image, as far as that is', () => {
    const live = { state: 'ready', value: makeImage('a', { processing_status: 'completed' }) } as const;
    expect(pictureState({ ...nothing, live })).toEqual({ kind: 'ready' });
    const failed = makeImage('a', {
      processing_status: 'failed',
      processing_error: { code: 'url_refused', message: 'Not public.', details: '' },
    });
    expect(pictureState({ ...nothing, live: { state: 'ready', value: failed } })).toEqual({
      kind: 'failed',
      reason: 'Not public.',
    });
  });

  it('is on its way while its file is sent', () => {
    const upload = { phase: 'uploading', sent: 1, total: 2 } as const;
    expect(pictureState({ ...nothing, live: absent, upload })).toEqual({ kind: 'uploading', percent: 50 });
  });

  it('is gone with its image, and not before that is known', () => {
    expect(pictureState({ ...nothing, live: absent })).toEqual({ kind: 'gone', fetchable: false });
    expect(pictureState({ ...nothing, live: { state: 'loading' } })).toEqual({ kind: 'unknown' });
    expect(pictureState({ ...nothing, wanted: false, live: { state: 'loading' } })).toEqual({ kind: 'none' });
  });

  it('is queued from the moment that it has been asked for', () => {
    expect(pictureState({ ...nothing, live: absent, asked: true })).toEqual({ kind: 'queued' });
  });

  it('can be fetched again where its address is known', () => {
    const missing = pictureState({ ...nothing, live: absent, fetchable: true });
    expect(missing).toEqual({ kind: 'gone', fetchable: true });
    expect(pictureLabel(missing)).toBe('Picture missing');
    expect(pictureSentence(missing)).toContain('Retry');
    expect(pictureLabel(pictureState({ ...nothing, live: absent }))).toBe('Picture deleted');
  });
});
