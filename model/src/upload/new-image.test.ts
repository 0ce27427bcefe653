import { describe, expect, it } from 'vitest';
import { newImageSchema } from '../image.ts';
import { imageBatchSchema } from '../image-batch.ts';
import { newJobSchema } from '../job.ts';
import { importedImage, NAME_CHARACTERS, startedBatch, uploadedImage } from './new-image.ts';

const author = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const image = { imageId: 'f-1', fileName: 'a.jpg', flatten: null, batchId: 'b' };

describe('what a client writes', () => {
  it('for an image with its file', () => {
    const stored = { storagePath: 'p', token: 't', contentType: 'image/jpeg', size: 3 };
    const { path, fields } = uploadedImage(author, { ...image, ...stored });
    expect(path).toBe('workspaces/w/images/f-1');
    expect(newImageSchema.parse(fields)).toMatchObject({ storage_path: 'p', source: { kind: 'upload' } });
  });

  it('for an image that is to be fetched', () => {
    const url = 'https://example.com/a.jpg';
    const { path, fields } = importedImage(author, { ...image, imageId: 'u-1', url });
    expect(path).toBe('workspaces/w/images/u-1');
    expect(newImageSchema.parse(fields)).toMatchObject({ storage_path: null, source: { kind: 'url', url } });
  });

  it('keeps to what a name may be', () => {
    const named = (fileName: string) =>
      importedImage(author, { ...image, fileName, url: 'https://example.com' }).fields.file_name;
    expect(named('x'.repeat(400))).toBe('x'.repeat(NAME_CHARACTERS));
    expect(named('')).toBe('image');
  });

  it('for a batch is its document and the job on it', () => {
    const start = {
      batchId: 'b',
      pipeline: 'image_processing',
      source: 'upload',
      imageIds: ['f-1'],
    } as const;
    const { batch, job } = startedBatch(author, start);
    expect(batch.path).toBe('workspaces/w/image_batches/b');
    expect(imageBatchSchema.parse(batch.fields)).toMatchObject({ image_count: 1, created_by: 'u' });
    expect(job.path).toBe('workspaces/w/jobs/b-image_processing-1');
    expect(newJobSchema.parse(job.fields).input).toEqual({ document_ids: [], image_ids: ['f-1'] });
  });
});
