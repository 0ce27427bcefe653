/** Which reader looks at photos: a setting of the deployment. Whatever a reader needs is loaded when it is chosen. */
import { z } from 'zod';
import type { PhotoReader } from './photo-reader.ts';

const settingsSchema = z.object({
  /** `embedded` needs nothing and knows no things; `vision` asks Google Cloud Vision, which is paid by the photo. */
  DOCKET_PHOTO_READER: z.enum(['embedded', 'vision']).default('embedded'),
});

/** The reader that the environment variables name. Throws a ZodError that names the variable when it has a senseless value. */
export async function openPhotoReader(environment: Record<string, string | undefined>): Promise<PhotoReader> {
  const { DOCKET_PHOTO_READER: name } = settingsSchema.parse(environment);
  switch (name) {
    case 'embedded':
      return await embeddedReader();
    case 'vision': {
      const { openVisionReader } = await import('./read-vision.ts');
      return openVisionReader(embeddedReader);
    }
  }
}

async function embeddedReader(): Promise<PhotoReader> {
  return (await import('./read-embedded.ts')).openEmbeddedReader();
}
