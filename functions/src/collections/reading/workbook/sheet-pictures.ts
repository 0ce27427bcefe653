/** All pictures of a worksheet with the cells where they stand: floating, placed in a cell, or shown by a formula. */
import type { Crop } from '../pictures/raw-picture.ts';
import { readCellTags } from './cell-tags.ts';
import { floatingPictures } from './floating-pictures.ts';
import { type SheetPart, relatedPart, workbookPart } from './package-parts.ts';
import { placedPictures } from './placed-pictures.ts';
import { readSheetGrid } from './sheet-grid.ts';
import { shownPictures } from './shown-pictures.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A picture's part of the package and its cell, 1-based. */
export interface SheetPicture {
  part: string;
  row: number;
  column: number;
  crop: Crop | null;
}

export interface PictureTables {
  placed: ReadonlyMap<number, string>;
  shown: ReadonlyMap<string, string>;
}

/** What cells refer to, once for the workbook. */
export async function pictureTables(archive: ZipArchive): Promise<PictureTables> {
  const workbook = await workbookPart(archive);
  return { placed: await placedPictures(archive, workbook), shown: await shownPictures(archive) };
}

/** In reading order: by row, then column. Backgrounds and pictures in page headers are not part of the sheet. */
export async function sheetPictures(
  archive: ZipArchive,
  { part }: SheetPart,
  { placed, shown }: PictureTables,
): Promise<SheetPicture[]> {
  const xml = new TextDecoder().decode((await archive.read(part)) ?? new Uint8Array());
  const drawing = await relatedPart(archive, part, 'drawing');
  const pictures = drawing === null ? [] : await floatingPictures(archive, drawing, readSheetGrid(xml));
  if (placed.size > 0 || shown.size > 0) {
    for (const { row, column, value_metadata, shown_image } of readCellTags(xml)) {
      const target = placed.get(value_metadata ?? 0) ?? shown.get(shown_image ?? '');
      if (target !== undefined) pictures.push({ part: target, row, column, crop: null });
    }
  }
  return pictures.toSorted((one, other) => one.row - other.row || one.column - other.column);
}
