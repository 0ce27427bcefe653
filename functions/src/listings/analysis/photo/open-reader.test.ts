import { describe, expect, it } from 'vitest';
import { openPhotoReader } from './open-reader.ts';

describe('the reader of photos', () => {
  it('is the embedded one unless another is named, and calls nobody', async () => {
    const reader = await openPhotoReader({});
    expect(reader.service).toBeNull();
    await reader.close();
  });

  it('may be Cloud Vision, which is not called before the first photo', async () => {
    const embedded = await openPhotoReader({ DOCKET_PHOTO_READER: 'embedded' });
    const reader = await openPhotoReader({ DOCKET_PHOTO_READER: 'vision' });
    expect(reader.service?.name).toBe('vision');
    expect(reader.id).not.toBe(embedded.id);
    await reader.close();
  });

  it('must be one that exists', async () => {
    await expect(openPhotoReader({ DOCKET_PHOTO_READER: 'Vision' })).rejects.toThrow('DOCKET_PHOTO_READER');
  });
});
