/** Finds the pictures of the products of one page by geometry. Pure. */
import type { Box, Place } from '@docket/model/geometry';
import { around, bottom, centerY, median, overlapX, overlapY, right } from '../layout/box.ts';
import { assign } from './assignment.ts';
import { familiesOf, type ImageMatch, type Indexed, type Picture } from './match.ts';

type PagePlace = Extract<Place, { kind: 'page' }>;
type Relation = 'around' | 'above' | 'below' | 'left' | 'right' | 'apart';

const REASONS: Readonly<Record<Relation, string>> = {
  around: 'Behind the text',
  above: 'Directly above the text',
  below: 'Directly below the text',
  left: 'Left of the text in the same row',
  right: 'Right of the text in the same row',
  apart: 'Nearest picture on the page',
};

/** Products that share a picture, with the area of their text. */
interface Unit {
  members: Indexed[];
  box: Box;
}

interface Fit {
  relation: Relation;
  /** Distance in points, weighted by how unusual the relation is. */
  cost: number;
}

/** How far a picture may be from the text, as a share of the page's diagonal as covered by its content. */
const REACH = 0.3;

/** The matches of one page, by the products' index in the document. */
export function matchPage(
  products: readonly Indexed[],
  pictures: readonly Picture<PagePlace>[],
): Map<number, ImageMatch> {
  const matches = new Map<number, ImageMatch>();
  const units = unitsOf(products, pictures);
  if (units.length === 0 || pictures.length === 0) return matches;
  const extent = around([...units.map(({ box }) => box), ...pictures.map(({ place }) => place.box)]);
  const limit = REACH * Math.hypot(extent.width, extent.height) + 20;
  const fits = units.map((unit) => pictures.map(({ place }) => fitOf(unit.box, place.box)));
  const habit = prevailingRelation(fits);
  const usualArea = median(pictures.map(({ place }) => place.box.width * place.box.height));
  const costs = fits.map((row) =>
    row.map((fit, column) => costOf(fit, habit, pictures[column]?.place.box, usualArea, limit)),
  );
  assign(costs, limit).forEach((column, row) => {
    const picture = column === null ? undefined : pictures[column];
    const fit = column === null ? undefined : fits[row]?.[column];
    const unit = units[row];
    if (picture === undefined || fit === undefined || unit === undefined || column === null) return;
    const match = describe(unit, picture, fit, confidenceOf(costs, row, column, limit));
    for (const { index } of unit.members) matches.set(index, match);
  });
  return matches;
}

/** Families share a picture when there are fewer pictures beside them than members. */
function unitsOf(products: readonly Indexed[], pictures: readonly Picture<PagePlace>[]): Unit[] {
  return familiesOf(products).flatMap((family): Unit[] => {
    const members = family.flatMap((entry) =>
      entry.product.place.kind === 'page' ? [{ entry, box: entry.product.place.box }] : [],
    );
    const box = around(members.map((member) => member.box));
    const beside = pictures.filter(
      ({ place }) => overlapY(place.box, box) > 0.5 * Math.min(place.box.height, box.height),
    );
    if (members.length > 1 && beside.length < members.length)
      return [{ members: members.map(({ entry }) => entry), box }];
    return members.map((member) => ({ members: [member.entry], box: member.box }));
  });
}

/** How a picture lies to a text, and the gap between them. */
function fitOf(text: Box, picture: Box): Fit {
  const x = overlapX(text, picture);
  const y = overlapY(text, picture);
  const gapX = Math.max(0, -x);
  const gapY = Math.max(0, -y);
  const sharesColumn = x >= 0.4 * Math.min(text.width, picture.width);
  const sharesRow = y >= 0.4 * Math.min(text.height, picture.height);
  const skew = Math.abs(centerY(text) - centerY(picture)) * 0.15;
  if (sharesColumn && sharesRow) return { relation: 'around', cost: 0 };
  if (sharesColumn)
    return picture.y < text.y
      ? { relation: 'above', cost: gapY }
      : { relation: 'below', cost: gapY * 1.15 + 2 };
  if (sharesRow)
    return right(picture) <= text.x + 0.5 * text.width
      ? { relation: 'left', cost: gapX + skew }
      : { relation: 'right', cost: gapX * 1.1 + skew + 2 };
  const touches = bottom(picture) < text.y ? gapY : 0;
  return { relation: 'apart', cost: 2 * Math.hypot(gapX, gapY) + 10 + 0.1 * touches };
}

/** The relation in which most texts and pictures are nearest to each other: layouts keep to one. */
function prevailingRelation(fits: readonly (readonly Fit[])[]): Relation | null {
  const counts = new Map<Relation, number>();
  fits.forEach((row) => {
    const costs = row.map(({ cost }) => cost);
    const column = costs.indexOf(Math.min(...costs));
    const best = row[column];
    const isMutual = best !== undefined && fits.every((other) => (other[column]?.cost ?? 0) >= best.cost);
    if (best !== undefined && isMutual) counts.set(best.relation, (counts.get(best.relation) ?? 0) + 1);
  });
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first !== undefined && first[1] * 2 > fits.length * 0.8 ? first[0] : null;
}

/** Small pictures are details and swatches; a relation that the page does not keep to is unlikely. */
function costOf(
  fit: Fit,
  habit: Relation | null,
  picture: Box | undefined,
  usualArea: number,
  limit: number,
): number {
  const area = picture === undefined ? 0 : picture.width * picture.height;
  const small = area < 0.25 * usualArea ? 0.25 * limit : 0;
  const unusual = habit !== null && fit.relation !== habit ? 0.2 * limit : 0;
  return fit.cost + small + unusual;
}

/** Sure when the picture is close and the next best one is clearly worse. */
function confidenceOf(
  costs: readonly (readonly number[])[],
  row: number,
  column: number,
  limit: number,
): number {
  const own = costs[row]?.[column] ?? limit;
  const others = (costs[row] ?? []).filter((_, index) => index !== column);
  const second = Math.min(limit, ...others);
  const closeness = 1 - own / limit;
  const clearness = Math.min(1, (second - own) / (0.15 * limit));
  return Math.round(Math.max(0.3, 0.5 + 0.25 * closeness + 0.22 * Math.max(0, clearness)) * 100) / 100;
}

/** Says in words how the picture lies to the text. */
function describe({ members }: Unit, picture: Picture<PagePlace>, fit: Fit, confidence: number): ImageMatch {
  const shared = members.length > 1 ? `, shared by ${members.length} variants` : '';
  return {
    image_id: picture.image_id,
    place: picture.place,
    confidence,
    reason: `${REASONS[fit.relation]}${shared}`,
  };
}
