/** Text and photos of a picture file that was uploaded as a document. */
import { openTextRecogniser } from '../../../services/ocr.ts';
import type { DocumentContent, ExtractedImage } from '../../content.ts';
import { ImageCollector, type SavePicture } from '../pictures/image-collector.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { openPictureScan } from './picture-scan.ts';
import { recogniseScan } from './recognise-scan.ts';
import { scanPictures } from './scan-pictures.ts';

export async function extractPictureText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  const scan = await openPictureScan(source);
  await breathe(options.signal);
  const recogniser = await openTextRecogniser();
  try {
    const page = await recogniseScan(scan, recogniser, options.signal);
    options.onProgress(1, 1, 'Page');
    return { kind: 'pages', pages: [page] };
  } finally {
    await recogniser.close();
  }
}

/** The page itself comes first; it is a picture too, though not of a product. */
export async function extractPictureImages(
  source: SourceFile,
  options: ReadOptions,
  save: SavePicture,
): Promise<ExtractedImage[]> {
  const scan = await openPictureScan(source);
  const collector = new ImageCollector(save);
  const box = { x: 0, y: 0, width: scan.width, height: scan.height };
  await collector.add(scan.picture, { kind: 'page', number: 1, box });
  for await (const { picture, place } of scanPictures(scan)) {
    await breathe(options.signal);
    await collector.add(picture, place);
  }
  options.onProgress(1, 1, 'Page');
  return collector.finish();
}
