/** How much of a page is under pictures. */
import type { Box } from '@docket/model/geometry';
import type { OpenPage } from './each-page.ts';
import { viewPicture } from './painted-picture.ts';
import { walkPage } from './walk-page.ts';

/** Scanners cut pages into strips; a strip reaches over this share of the page's width or height. */
const STRIP = 0.9;

/**
 * The share of the page under its largest picture, or under its strips together. Many small pictures are a page with
 * illustrations and do not add up.
 */
export function coverageOf(pictures: readonly Box[], page: Box): number {
  const share = (box: Box) => (box.width * box.height) / (page.width * page.height);
  const strips = pictures.filter(
    (box) => box.width >= STRIP * page.width || box.height >= STRIP * page.height,
  );
  const together = strips.reduce((sum, box) => sum + share(box), 0);
  return Math.min(1, Math.max(together, ...pictures.map(share), 0));
}

export function readCoverage({ frame, operations }: OpenPage): number {
  const boxes: Box[] = [];
  walkPage(operations, frame, {
    image: (image) => {
      const view = viewPicture(image);
      if (view !== null) boxes.push(view.box);
    },
  });
  return coverageOf(boxes, frame.box);
}
