import { newImageSchema } from '../image.ts';
import { imageBatchSchema } from '../image-batch.ts';
import { newJobSchema } from '../job.ts';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Write } from './write.ts';
import {
  addImportedImage,
  addUploadedImage,
  deleteImages,
  setBackground,
  startImageBatch,
} from './image-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const image = { imageId: 'f-1', fileName: 'a.jpg', flatten: null, batchId: 'b' };

const accepts = (schema: z.ZodType, write: Write | undefined) =>
  write?.kind === 'create' && schema.safeParse(write.fields).success;

describe('what is written for images', () => {
  it('is a new image with its file', () => {
    const file = { storagePath: 'p', token: 't', contentType: 'image/jpeg', size: 3 };
    const [write] = addUploadedImage(actor, { ...image, ...file });
    expect(write?.path).toBe('workspaces/w/images/f-1');
    expect(accepts(newImageSchema, write)).toBe(true);
  });

  it('is a new image without a file, to be fetched', () => {
    const [write] = addImportedImage(actor, { ...image, imageId: 'u-1', url: 'https://example.com/a.jpg' });
    expect(accepts(newImageSchema, write)).toBe(true);
  });

  it('keeps to what a name may be', () => {
    const named = (fileName: string) => {
      const [write] = addImportedImage(actor, { ...image, fileName, url: 'https://example.com' });
      return write?.kind === 'create' ? write.fields['file_name'] : null;
    };
    expect(named('x'.repeat(400))).toHaveLength(300);
    expect(named('')).toBe('image');
  });

  it('is a batch together with its job', () => {
    const start = {
      batchId: 'b',
      pipeline: 'image_processing',
      source: 'upload',
      imageIds: ['f-1'],
    } as const;
    const [batch, job] = startImageBatch(actor, start);
    expect([batch?.path, job?.path]).toEqual([
      'workspaces/w/image_batches/b',
      'workspaces/w/jobs/b-image_processing-1',
    ]);
    expect(accepts(imageBatchSchema, batch)).toBe(true);
    expect(accepts(newJobSchema, job)).toBe(true);
  });

  it('is another background, or the end of some images', () => {
    const path = 'workspaces/w/images/f-1';
    expect(setBackground('w', 'f-1', '#ffffff')).toEqual([
      { kind: 'update', path, fields: { flatten: '#ffffff' } },
    ]);
    expect(deleteImages('w', ['f-1'])).toEqual([{ kind: 'delete', path }]);
  });
});
