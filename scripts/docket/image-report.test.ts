import { type Image, imageSchema } from '@docket/model/image';
import { describe, expect, it } from 'vitest';
import type { ImageFile } from './image-files.ts';
import { reportOn, summaryOf } from './image-report.ts';
import type { ImageOutcome } from './send-images.ts';

const image = (imageId: string, file: string): ImageFile => ({
  kind: 'image',
  file,
  image: { imageId, name: file, size: 3, contentType: 'image/jpeg', read: async () => new Uint8Array() },
});
const stored = (fields: object): Image =>
  imageSchema.parse({
    file_name: 'a.jpg',
    storage_path: 'a',
    token: 't',
    content_type: 'image/jpeg',
    size: 3,
    uploaded_by: 'u',
    uploaded_at: new Date(0),
    ...fields,
  });
const THUMBNAIL = {
  name: 'thumb_160',
  path: 'workspaces/w/images/i1/derived/c-v1/thumb_160.webp',
  width: 160,
  height: 107,
  bytes: 2048,
  content_type: 'image/webp',
};
const completed = stored({ processing_status: 'completed', thumbnails: [THUMBNAIL] });
const outcome = (imageId: string, change: Partial<ImageOutcome> = {}): ImageOutcome => ({
  imageId,
  known: false,
  visibleMs: 120.4,
  doneMs: 1500.6,
  image: completed,
  error: null,
  ...change,
});

describe('the report on a folder', () => {
  it('has a row a file, with the files that were made', () => {
    const { rows, downloads } = reportOn([image('i1', 'a/b.jpg')], [outcome('i1')]);
    const file = 'images/a/b.jpg/thumb_160.webp';
    expect(rows).toEqual([
      {
        file: 'a/b.jpg',
        status: 'completed',
        visible_ms: 120,
        done_ms: 1501,
        error: null,
        image: 'i1',
        already_there: false,
        duplicate_of: null,
        thumbnails: [
          { name: 'thumb_160', file, width: 160, height: 107, bytes: 2048, content_type: 'image/webp' },
        ],
        variants: [],
      },
    ]);
    expect(downloads).toEqual([{ file, path: THUMBNAIL.path }]);
    expect(summaryOf(rows, 'out')).toBe('1 image written to out');
  });

  it('says why an image has failed, or could not be sent', () => {
    const error = { code: 'file_corrupt', message: '“a.jpg” is damaged.', details: 'VipsJpeg' };
    const failed = stored({ processing_status: 'failed', processing_error: error });
    const { rows } = reportOn(
      [image('i1', 'a.jpg'), image('i2', 'b.jpg'), image('i3', 'c.jpg')],
      [
        outcome('i1', { image: failed }),
        outcome('i2', { image: null, error: 'The line was cut.' }),
        outcome('i3', { image: stored({ processing_status: 'cancelled' }) }),
      ],
    );
    expect(rows.map(({ status, error: reason }) => [status, reason])).toEqual([
      ['failed', '“a.jpg” is damaged.'],
      ['failed', 'The line was cut.'],
      ['cancelled', null],
    ]);
    expect(summaryOf(rows, 'out').split('\n')).toEqual([
      '0 images written to out',
      '✖ a.jpg: “a.jpg” is damaged.',
      '✖ b.jpg: The line was cut.',
      '✖ c.jpg: It was cancelled.',
    ]);
  });

  it('names duplicates and what is no image', () => {
    const { rows, downloads } = reportOn(
      [
        image('i1', 'a.jpg'),
        { kind: 'duplicate', file: 'b.jpg', of: 'a.jpg', imageId: 'i1' },
        { kind: 'refused', file: 'c.txt', reason: '“c.txt” is a text file.' },
      ],
      [outcome('i1')],
    );
    expect(rows[1]).toMatchObject({ status: 'completed', duplicate_of: 'a.jpg', visible_ms: null });
    expect(rows[1]?.thumbnails).toEqual(rows[0]?.thumbnails);
    expect(rows[2]).toMatchObject({ status: 'refused', error: '“c.txt” is a text file.', thumbnails: [] });
    expect(downloads).toHaveLength(1);
    expect(summaryOf(rows, 'out').split('\n')).toEqual([
      '1 image written to out',
      '– c.txt: “c.txt” is a text file.',
      '= b.jpg: the same as a.jpg',
    ]);
  });

  it('says that nothing was made twice', () => {
    const known = { known: true, visibleMs: null, doneMs: null };
    const both = [image('i1', 'a.jpg'), image('i2', 'b.jpg')];
    const all = reportOn(both, [outcome('i1', known), outcome('i2', known)]);
    expect(all.rows[0]).toMatchObject({ already_there: true, visible_ms: null, done_ms: null });
    expect(summaryOf(all.rows, 'out')).toBe('2 images written to out; all there already, and not made again');
    const one = reportOn(both, [outcome('i1', known), outcome('i2')]);
    expect(summaryOf(one.rows, 'out')).toContain('; 1 there already');
  });
});
