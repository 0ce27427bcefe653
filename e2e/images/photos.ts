/** Photos for tests, small and each of them different, and what the functions have made of them. */
import { type Image, imageSchema, uploadedImageId } from '@docket/model/image';
import { paths, storagePaths } from '@docket/model/paths';
import { createHash, randomInt } from 'node:crypto';
import sharp from 'sharp';
import { drawPhoto } from '../../bench/fixtures/photos.ts';
import type { Client } from '../../scripts/docket/client.ts';
import { imageService } from '../../scripts/docket/image-service.ts';
import { type ImageOutcome, type ImageToSend, sendImages } from '../../scripts/docket/send-images.ts';
import type { Admin } from '../../scripts/local-stack/admin.ts';

/** A file as a person chooses it. */
export interface PhotoFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Photos that no other test has. */
export async function makePhotos(count: number, width = 320, height = 240): Promise<PhotoFile[]> {
  const first = randomInt(2 ** 30);
  return await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const plan = { format: 'jpeg', width, height, orientation: 1 } as const;
      const name = `photo-${first}-${String(index + 1).padStart(3, '0')}.jpg`;
      return {
        name,
        mimeType: 'image/jpeg',
        buffer: await drawPhoto({ ...plan, name, seed: first + index }),
      };
    }),
  );
}

/** A photo as a telephone takes it: on its side, saying so, and saying where it was taken. */
export async function makePhoneTurnedPhoto(): Promise<PhotoFile> {
  const [photo] = await makePhotos(1, 800, 600);
  if (photo === undefined) throw new Error('No photo was made.');
  const buffer = await sharp(photo.buffer)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 28/1 281400/10000' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return { ...photo, name: `turned-${photo.name}`, buffer };
}

/** The head of a photo that an iPhone keeps for itself. */
export const HEIC_PHOTO: PhotoFile = {
  name: 'IMG_5195.HEIC',
  mimeType: 'image/heic',
  buffer: Buffer.from('\0\0\0\x24ftypheic\0\0\0\0mif1heicmiafMiHBmiaf'.padEnd(2000, '\0'), 'latin1'),
};

/** The id that the image of a file has. */
export function imageIdOf({ buffer }: PhotoFile): string {
  return uploadedImageId(createHash('sha256').update(buffer).digest('hex'));
}

/** A file as programs send it. */
export function toSend(photo: PhotoFile): ImageToSend {
  const { name, buffer, mimeType } = photo;
  return {
    imageId: imageIdOf(photo),
    name,
    size: buffer.length,
    contentType: mimeType,
    read: async () => await Promise.resolve(buffer),
  };
}

/** Sends photos as programs do, and waits until nothing more happens to them. */
export async function sendPhotos(client: Client, photos: readonly PhotoFile[]): Promise<ImageOutcome[]> {
  return await sendImages(imageService(client), photos.map(toSend), {
    now: () => performance.now(),
    schedule: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onProgress: () => {},
  });
}

export async function storedImage(admin: Admin, workspace: string, id: string): Promise<Image> {
  return imageSchema.parse((await admin.db.doc(paths.image(workspace, id)).get()).data());
}

/** The names of all objects that were made of an image, in order. */
export async function derivedObjects(admin: Admin, workspace: string, id: string): Promise<string[]> {
  const prefix = `${storagePaths.libraryImage(workspace, id)}derived/`;
  const [files] = await admin.bucket.getFiles({ prefix });
  return files.map(({ name }) => name).toSorted();
}

/** The paths of the files that an image speaks of, in order. */
export function derivedPaths({ thumbnails, variants }: Image): string[] {
  return [...thumbnails, ...variants].map(({ path }) => path).toSorted();
}
