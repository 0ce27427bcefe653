/** The pictures of a zipped workbook. Binary workbooks of old keep theirs in drawing records that are not read. */
import type { Place } from '@docket/model/geometry';
import type { ExtractedImage } from '../../content.ts';
import { decodePicture } from '../pictures/decode-picture.ts';
import { ImageCollector, type SavePicture } from '../pictures/image-collector.ts';
import { cropped } from '../pictures/raw-picture.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { visibleSheets, workbookPart } from './package-parts.ts';
import { type SheetPicture, pictureTables, sheetPictures } from './sheet-pictures.ts';
import { ZipArchive } from './zip-archive.ts';

export async function extractXlsxImages(
  source: SourceFile,
  options: ReadOptions,
  save: SavePicture,
): Promise<ExtractedImage[]> {
  const archive = new ZipArchive(source.bytes, source.name);
  const tables = await pictureTables(archive);
  const uses: { sheet: string; picture: SheetPicture }[] = [];
  for (const sheet of await visibleSheets(archive, await workbookPart(archive))) {
    await breathe(options.signal);
    const pictures = await sheetPictures(archive, sheet, tables);
    uses.push(...pictures.map((picture) => ({ sheet: sheet.name, picture })));
  }
  const collector = new ImageCollector(save);
  const known = new Map<string, string | null>();
  for (const [index, { sheet, picture }] of uses.entries()) {
    await breathe(options.signal);
    const { row, column } = picture;
    const place: Place = { kind: 'cell', sheet, row, column };
    const key = JSON.stringify([picture.part, picture.crop]);
    const id = known.get(key);
    if (id === undefined) known.set(key, await takePicture(archive, picture, place, collector));
    else if (id !== null) collector.addPlace(id, place);
    options.onProgress(index + 1, uses.length, 'Picture');
  }
  return collector.finish();
}

/** The picture's id; null when it cannot be shown: a workbook is not refused for one picture. */
async function takePicture(
  archive: ZipArchive,
  { part, crop }: SheetPicture,
  place: Place,
  collector: ImageCollector,
): Promise<string | null> {
  const bytes = await archive.readUnlessDamaged(part);
  const decoded = bytes === null ? null : await decodePicture(bytes);
  if (decoded === null) return null;
  return collector.add(crop === null ? decoded : cropped(decoded, crop), place);
}
