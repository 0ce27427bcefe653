/** Finds the pictures of the products of one sheet by the rows they are anchored in. Pure. */
import type { Place } from '@docket/model/geometry';
import { familiesOf, type ImageMatch, type Indexed, type Picture } from './match.ts';

type CellPlace = Extract<Place, { kind: 'cell' }>;

/** Pictures are dragged about by hand: their anchor may slip a row up or down, all of them the same way. */
const OFFSETS = [0, -1, 1] as const;

/** The matches of one sheet, by the products' index in the document. */
export function matchSheet(
  products: readonly Indexed[],
  pictures: readonly Picture<CellPlace>[],
): Map<number, ImageMatch> {
  const matches = new Map<number, ImageMatch>();
  const byRow = new Map<number, Picture<CellPlace>[]>();
  for (const picture of pictures)
    byRow.set(picture.place.row, [...(byRow.get(picture.place.row) ?? []), picture]);
  const column = usualColumn(pictures);
  const offset = usualOffset(products, byRow);
  for (const { index, product } of products) {
    if (product.place.kind !== 'cell') continue;
    const picture = nearestColumn(byRow.get(product.place.row + offset) ?? [], column);
    if (picture === null) continue;
    const reason =
      offset === 0
        ? 'In the same row'
        : offset < 0
          ? 'One row above, as on the whole sheet'
          : 'One row below, as on the whole sheet';
    matches.set(index, {
      image_id: picture.image_id,
      place: picture.place,
      confidence: offset === 0 ? 0.95 : 0.8,
      reason,
    });
  }
  shareInFamilies(products, matches);
  return matches;
}

/** The column most pictures stand in. */
function usualColumn(pictures: readonly Picture<CellPlace>[]): number {
  const counts = new Map<number, number>();
  for (const { place } of pictures) counts.set(place.column, (counts.get(place.column) ?? 0) + 1);
  return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || a - b)[0]?.[0] ?? 1;
}

/** The slip that gives most products a picture; none on a tie. */
function usualOffset(products: readonly Indexed[], byRow: ReadonlyMap<number, readonly unknown[]>): number {
  const hits = (offset: number): number =>
    products.filter(({ product: { place } }) => place.kind === 'cell' && byRow.has(place.row + offset))
      .length;
  return OFFSETS.reduce<number>((best, offset) => (hits(offset) > hits(best) ? offset : best), 0);
}

/** Of several pictures in a row the one in the usual column; others are swatches and details. */
function nearestColumn(pictures: readonly Picture<CellPlace>[], column: number): Picture<CellPlace> | null {
  const sorted = pictures.toSorted(
    (a, b) => Math.abs(a.place.column - column) - Math.abs(b.place.column - column),
  );
  return sorted[0] ?? null;
}

/** A family with one picture shares it: exports print it once, in the first row. */
function shareInFamilies(products: readonly Indexed[], matches: Map<number, ImageMatch>): void {
  for (const family of familiesOf(products)) {
    const found = [
      ...new Set(family.map(({ index }) => matches.get(index)?.image_id).filter((id) => id !== undefined)),
    ];
    const match = family.map(({ index }) => matches.get(index)).find((candidate) => candidate !== undefined);
    if (found.length !== 1 || match === undefined || family.length < 2) continue;
    for (const { index } of family) {
      if (!matches.has(index))
        matches.set(index, {
          ...match,
          confidence: 0.75,
          reason: `Picture of “${family[0]?.product.name ?? ''}”, shared by ${family.length} variants`,
        });
    }
  }
}
