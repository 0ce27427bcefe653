/** Pictures that float over a sheet: anchored to cells or to a spot (ECMA-376, 20.5.2). */
import type { Crop } from '../pictures/raw-picture.ts';
import { type GridExtent, type GridPosition, coveredMost, positionAt } from './anchor-cell.ts';
import { relationshipsOf } from './package-parts.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { SheetPicture } from './sheet-pictures.ts';
import { type XmlNode, attribute, child, children, descendants, parseXml, textOf } from './xml.ts';
import type { ZipArchive } from './zip-archive.ts';

const ANCHORS = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'] as const;

/** Pictures of a drawing part in the order in which it lists them. */
export async function floatingPictures(
  archive: ZipArchive,
  drawing: string,
  grid: SheetGrid,
): Promise<SheetPicture[]> {
  const root = parseXml(await archive.read(drawing), 'wsDr');
  const targets = new Map(
    (await relationshipsOf(archive, drawing))
      .filter((relationship) => relationship.type === 'image')
      .map((relationship) => [relationship.id, relationship.target]),
  );
  return ANCHORS.flatMap((name) => children(root, name)).flatMap((anchor) => {
    const cell = anchorCell(anchor, grid);
    return descendants(anchor, 'blipFill').flatMap((fill) => {
      const part = targets.get(attribute(child(fill, 'blip'), 'embed') ?? '');
      return part === undefined ? [] : [{ ...cell, part, crop: cropOf(child(fill, 'srcRect')) }];
    });
  });
}

function anchorCell(anchor: XmlNode, grid: SheetGrid): { row: number; column: number } {
  const from = child(anchor, 'from');
  const to = child(anchor, 'to');
  const size = child(anchor, 'ext');
  const spot = child(anchor, 'pos');
  const along = (axis: 'row' | 'col', length: string, start: string) => {
    const sizes = axis === 'row' ? grid.rows : grid.columns;
    const near = from === null ? positionAt(numberOf(attribute(spot, start)), sizes) : position(from, axis);
    const extent: GridExtent =
      to === null ? { length: numberOf(attribute(size, length)) } : { to: position(to, axis) };
    return coveredMost(near, extent, sizes) + 1;
  };
  return { row: along('row', 'cy', 'y'), column: along('col', 'cx', 'x') };
}

function position(marker: XmlNode, axis: 'row' | 'col'): GridPosition {
  return {
    index: numberOf(textOf(child(marker, axis))),
    offset: numberOf(textOf(child(marker, `${axis}Off`))),
  };
}

/** The part that is shown, given as what is cut off each side in thousandths of a percent. */
function cropOf(rectangle: XmlNode | null): Crop | null {
  const cut = (side: string) => numberOf(attribute(rectangle, side)) / 100_000;
  const [left, top, right, bottom] = [cut('l'), cut('t'), cut('r'), cut('b')];
  const [width, height] = [1 - left - right, 1 - top - bottom];
  const isWhole = width > 0.99 && height > 0.99;
  return isWhole || width <= 0.01 || height <= 0.01 ? null : { left, top, width, height };
}

const numberOf = (text: string | null) => Math.max(0, Number(text ?? 0) || 0);
