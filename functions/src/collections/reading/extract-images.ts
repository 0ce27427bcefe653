/** Phase 1: the pictures of a document and where each is used. */
import type { ExtractedImage } from '../content.ts';
import { extractPdfImages } from './pdf/extract-pdf-images.ts';
import type { SavePicture } from './pictures/image-collector.ts';
import { extractPictureImages } from './scan/extract-picture.ts';
import type { ReadOptions, SourceFile } from './source-file.ts';
import { extractXlsxImages } from './workbook/extract-workbook-images.ts';

/**
 * Every distinct picture, in the order of its first use. `save` is given the files of each as soon as they are made,
 * at most a few at a time; a rejection of `save` ends the reading with the same error. A picture that cannot be decoded
 * is left out. Rejects with a `DocketError` for files that cannot be read, and with the signal's reason when aborted.
 */
export async function extractImages(
  source: SourceFile,
  options: ReadOptions,
  save: SavePicture,
): Promise<ExtractedImage[]> {
  switch (source.kind) {
    case 'pdf':
      return extractPdfImages(source, options, save);
    case 'xlsx':
      return extractXlsxImages(source, options, save);
    case 'jpeg':
    case 'png':
      return extractPictureImages(source, options, save);
    case 'xls':
    case 'csv':
      return [];
  }
}
