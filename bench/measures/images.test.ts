import { imageSchema } from '@docket/model/image';
import { describe, expect, it } from 'vitest';
import { againRows, firstRows, type SentFolder, storedRow } from './images.ts';

const made = (name: string) => ({
  name,
  path: name,
  width: 1,
  height: 1,
  bytes: 1,
  content_type: 'image/webp',
});
const image = (status: string) =>
  imageSchema.parse({
    file_name: 'a.jpg',
    storage_path: 'a',
    token: 't',
    content_type: 'image/jpeg',
    size: 3,
    uploaded_by: 'u',
    uploaded_at: new Date(0),
    processing_status: status,
    thumbnails: status === 'completed' ? [made('thumb_160')] : [],
    variants: status === 'completed' ? [made('web_1280_webp')] : [],
  });
const outcome = (visibleMs: number, status = 'completed') => ({
  imageId: `i${visibleMs}`,
  known: false,
  visibleMs,
  doneMs: 900,
  image: image(status),
  error: null,
});
const sent = (change: Partial<SentFolder> = {}): SentFolder => ({
  outcomes: [outcome(100), outcome(480)],
  allVisibleMs: 1000,
  allDoneMs: 10_000,
  usage: { reads: { jobs: 2 }, writes: { images: 6, jobs: 3, image_batches: 1 } },
  objects: 6,
  ...change,
});
const bare = { ms: 7_500, files: 4 };
const kept = (rows: readonly { kept: boolean }[]) => rows.map((row) => row.kept);

describe('the figures of sending photos', () => {
  it('are kept within the budgets', () => {
    const rows = firstRows(sent(), bare);
    expect(kept(rows)).toEqual([true, true, true, true, true]);
    expect(rows.map(({ figure }) => figure)).toEqual([
      '1.0 s',
      '480 ms',
      '2, 4 (4)',
      '0.75 × (10.0 s, the loop 7.5 s)',
      '5.0',
    ]);
    expect(rows[4]?.what).toContain('images 6, jobs 3, image_batches 1; read: jobs 2');
  });

  it('are not when it takes too long, an image is slow, one has failed, or more is written', () => {
    const slow = sent({ allVisibleMs: 21_000, allDoneMs: 12_000, outcomes: [outcome(1), outcome(501)] });
    expect(kept(firstRows(slow, bare))).toEqual([false, false, true, false, true]);
    const failed = sent({ outcomes: [outcome(1), outcome(2, 'failed')] });
    expect(kept(firstRows(failed, bare))).toEqual([true, true, false, true, true]);
    const costly = sent({ usage: { reads: {}, writes: { images: 11 } } });
    expect(kept(firstRows(costly, bare)).at(-1)).toBe(false);
  });

  it('are not when other files were made than by the bare loop', () => {
    expect(kept(firstRows(sent(), { ...bare, files: 5 }))[2]).toBe(false);
  });
});

describe('the bare loop that works in Storage', () => {
  it('is compared with the one that does not', () => {
    expect(storedRow(bare, { ms: 10_000, files: 4 })).toMatchObject({
      figure: '0.75 × (10.0 s)',
      kept: true,
    });
    expect(storedRow(bare, { ms: 10_000, files: 3 }).kept).toBe(false);
  });
});

describe('the figures of sending the same photos again', () => {
  it('are nothing', () => {
    const again = sent({ usage: { reads: { images: 2 }, writes: {} } });
    expect(kept(againRows(sent(), again))).toEqual([true, true]);
  });

  it('tell what was made twice', () => {
    const again = sent({ usage: { reads: {}, writes: { images: 1 } }, objects: 8 });
    expect(againRows(sent(), again).map(({ figure }) => figure)).toEqual(['1', '2']);
    expect(kept(againRows(sent(), again))).toEqual([false, false]);
  });
});
