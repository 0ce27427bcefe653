/** Reads a file in a test and gathers what a caller would store. */
import type { FileKind } from '@docket/model/file-kind';
import type { ExtractedImage } from '../../content.ts';
import { extractImages } from '../extract-images.ts';
import type { PictureFiles, ReadOptions, SourceFile } from '../source-file.ts';

export const quietly: ReadOptions = { signal: new AbortController().signal, onProgress: () => undefined };

export function sourceOf(bytes: Uint8Array, kind: FileKind): SourceFile {
  return { bytes, name: `sample.${kind}`, kind };
}

/** Files in the order of the images; they are saved in the order in which they get ready. */
export async function readImages(
  source: SourceFile,
  options: ReadOptions = quietly,
): Promise<{ images: ExtractedImage[]; files: PictureFiles[] }> {
  const files: PictureFiles[] = [];
  const images = await extractImages(source, options, async (saved) => {
    files.push(saved);
  });
  const order = new Map(images.map((image, index) => [image.image_id, index]));
  const orderOf = (file: PictureFiles) => order.get(file.image_id) ?? -1;
  return { images, files: files.toSorted((one, other) => orderOf(one) - orderOf(other)) };
}
