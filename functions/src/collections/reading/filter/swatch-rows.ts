/** Colour swatches of patterned fabric: rows of small pictures of one size beside larger ones. */
import type { Box } from '@docket/model/geometry';
import type { ImageUses } from './image-uses.ts';

/** Longest edge of a swatch in points, and how much larger the pictures of products are. */
const LONGEST = 48;
const LARGER = 2;
/** Swatches of a row stand no further apart than this many of their widths. */
const APART = 1.2;
const FEWEST = 3;

/** Ids of pictures that are only used in such rows. */
export function swatchesInRows(images: readonly ImageUses[]): ReadonlySet<string> {
  const byPage = new Map<number, { id: string; box: Box }[]>();
  for (const { image, pages } of images) {
    for (const { number, box } of pages) {
      byPage.set(number, [...(byPage.get(number) ?? []), { id: image.image_id, box }]);
    }
  }
  const inRows = new Map<string, number>();
  for (const uses of byPage.values()) {
    for (const id of rowsOfPage(uses)) inRows.set(id, (inRows.get(id) ?? 0) + 1);
  }
  return new Set(
    images
      .filter(({ image, pages }) => pages.length > 0 && inRows.get(image.image_id) === pages.length)
      .map(({ image }) => image.image_id),
  );
}

function rowsOfPage(uses: readonly { id: string; box: Box }[]): string[] {
  const edge = ({ width, height }: Box) => Math.max(width, height);
  const small = uses.filter(({ box }) => edge(box) <= LONGEST);
  return small
    .filter(({ box }) => {
      const row = small.filter((other) => isSameRow(box, other.box));
      const larger = uses.filter((other) => edge(other.box) >= LARGER * edge(box));
      return (
        row.length >= FEWEST && larger.length > 0 && larger.length * FEWEST <= small.length && isTight(row)
      );
    })
    .map(({ id }) => id);
}

function isSameRow(one: Box, other: Box): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 0.08 * one.height + 0.5;
  return near(one.y, other.y) && near(one.width, other.width) && near(one.height, other.height);
}

function isTight(row: readonly { box: Box }[]): boolean {
  const boxes = row.map(({ box }) => box).toSorted((one, other) => one.x - other.x);
  const gaps = boxes
    .slice(1)
    .map((box, index) => box.x - ((boxes[index]?.x ?? 0) + (boxes[index]?.width ?? 0)));
  return gaps.filter((gap) => gap <= APART * (boxes[0]?.width ?? 0)).length >= FEWEST - 1;
}
