/**
 * Finds products that are set as cards or list entries: the page is cut into columns around the anchors, and every
 * column into records between them. Pictures take part as filled areas, so that the space they take is not mistaken
 * for a gap between products. Pure.
 */
import type { Box } from '@docket/model/geometry';
import { around, bottom, centerX, centerY, median, overlap, overlapX, right } from '../layout/box.ts';
import { type Line, linesOf, type Phrase } from '../layout/phrases.ts';
import { type AnchorKind, anchorOf, type SkuShapes } from './anchors.ts';

/** What cards are looked for in. */
export interface CardSpace {
  phrases: readonly Phrase[];
  /** Boxes of the page's product pictures. */
  pictures: readonly Box[];
  /** Heights of horizontal lines with their extent. */
  rules: readonly { x1: number; x2: number; y: number }[];
  shapes: SkuShapes;
}

/** How far, in line heights, the only product of a column may reach over a gap. */
const ALONE = 4.5;

interface Anchor {
  phrase: Phrase;
  kind: AnchorKind;
}

interface Column {
  left: number;
  right: number;
  anchors: Anchor[];
}

/** The phrases of each product, top to bottom, column by column. */
export function findCards(space: CardSpace): Phrase[][] {
  const anchors = mainAnchors(space);
  if (anchors.length === 0) return [];
  const columns = mergeBareColumns(cardColumns(space, anchors), space);
  const cards = columns.flatMap((column) => recordsOf(column, space));
  return cards.toSorted((a, b) => orderOf(a) - orderOf(b));
}

/** Reading order: rows of cards from the top, left to right within a row. */
function orderOf(card: readonly Phrase[]): number {
  const box = around(card.map((phrase) => phrase.box));
  return Math.round(box.y / 24) * 10_000 + box.x;
}

/** Article numbers when most products have one, else prices. */
function mainAnchors(space: CardSpace): Anchor[] {
  const all = space.phrases.flatMap((phrase): Anchor[] => {
    const kind = anchorOf(phrase, space.shapes);
    return kind === null ? [] : [{ phrase, kind }];
  });
  const skus = all.filter(({ kind }) => kind === 'sku');
  const priceLines = linesOf(all.filter(({ kind }) => kind === 'price').map(({ phrase }) => phrase)).length;
  return skus.length > 0 && skus.length * 2 >= Math.min(all.length - skus.length, priceLines) ? skus : all;
}

/** Anchors of different columns never overlap in x; the cuts lie between them. */
function cardColumns(space: CardSpace, anchors: readonly Anchor[]): Column[] {
  const groups: Column[] = [];
  for (const anchor of anchors.toSorted((a, b) => a.phrase.box.x - b.phrase.box.x)) {
    const { box } = anchor.phrase;
    const last = groups.at(-1);
    if (last !== undefined && overlap(last.left, last.right, box.x, right(box)) > 0) {
      last.anchors.push(anchor);
      last.right = Math.max(last.right, right(box));
    } else {
      groups.push({ left: box.x, right: right(box), anchors: [anchor] });
    }
  }
  const boxes = [...space.phrases.map(({ box }) => box), ...space.pictures];
  const edges = groups.slice(1).map((group, index) => cutBetween(groups[index] ?? group, group, boxes));
  return groups.map((group, index) => ({
    ...group,
    left: edges[index - 1] ?? Number.NEGATIVE_INFINITY,
    right: edges[index] ?? Number.POSITIVE_INFINITY,
  }));
}

/** The x between two columns that the fewest boxes cross; of several the middle of the widest stretch. */
function cutBetween(before: Column, after: Column, boxes: readonly Box[]): number {
  const from = (before.left + before.right) / 2;
  const to = (after.left + after.right) / 2;
  let best = { start: from, length: 0, crossings: Number.POSITIVE_INFINITY };
  let start = from;
  let current = -1;
  for (let x = from; x <= to + 1; x += 1) {
    const crossings = x > to ? -1 : boxes.filter((box) => box.x < x && right(box) > x).length;
    if (crossings !== current) {
      const isBetter =
        current >= 0 && (current < best.crossings || (current === best.crossings && x - start > best.length));
      if (isBetter) best = { start, length: x - start, crossings: current };
      [start, current] = [x, crossings];
    }
  }
  return best.start + best.length / 2;
}

/** A column of nothing but prices belongs to the column on its left. */
function mergeBareColumns(columns: readonly Column[], space: CardSpace): Column[] {
  const merged: Column[] = [];
  for (const column of columns) {
    const words = space.phrases.filter(
      (phrase) =>
        centerX(phrase.box) > column.left &&
        centerX(phrase.box) <= column.right &&
        anchorOf(phrase, space.shapes) === null &&
        /\p{L}{2}/u.test(phrase.text),
    );
    const last = merged.at(-1);
    const withWords = column.anchors.filter(
      ({ phrase }) =>
        phrase.text.length > 24 ||
        words.some(({ box }) => Math.abs(centerY(box) - centerY(phrase.box)) < 8 * phrase.box.height),
    );
    if (last !== undefined && withWords.length * 2 < column.anchors.length) {
      last.right = column.right;
      last.anchors.push(...column.anchors);
    } else {
      merged.push({ ...column, anchors: [...column.anchors] });
    }
  }
  return merged;
}

/** Cuts a column into records: at ruled lines where these separate the anchors, else at the widest gaps. */
function recordsOf(column: Column, space: CardSpace): Phrase[][] {
  const phrases = space.phrases.filter(
    ({ box }) => centerX(box) > column.left && centerX(box) <= column.right,
  );
  const lines = linesOf(phrases);
  const pictures = space.pictures.filter((box) => centerX(box) > column.left && centerX(box) <= column.right);
  const groups = groupAnchors(column.anchors, lines);
  const extent = around(phrases.map(({ box }) => box));
  const rules = space.rules
    .filter((rule) => overlap(rule.x1, rule.x2, extent.x, right(extent)) > 0.6 * extent.width)
    .map(({ y }) => y);
  const cuts = groups.slice(1).map((group, index) => {
    const upper = groups[index] ?? group;
    return cutBelow(upper, group, lines, pictures, rules);
  });
  const lineHeight = median(lines.map(({ box }) => box.height));
  const usual =
    cuts.length === 0 ? ALONE * lineHeight : Math.max(median(cuts.map(({ gap }) => gap)), 1.2 * lineHeight);
  return groups.map((group, index) => {
    const top = cuts[index - 1]?.y ?? reach(group, lines, pictures, rules, usual, -1);
    const end = cuts[index]?.y ?? reach(group, lines, pictures, rules, usual, 1);
    return phrases.filter(({ box }) => centerY(box) > top && centerY(box) < end);
  });
}

/** Anchors of one product: several prices in a row without other words in a new line between them. */
function groupAnchors(anchors: readonly Anchor[], lines: readonly Line[]): Box[] {
  const sorted = anchors.toSorted((a, b) => centerY(a.phrase.box) - centerY(b.phrase.box));
  const groups: { box: Box; kind: AnchorKind }[] = [];
  for (const { phrase, kind } of sorted) {
    const last = groups.at(-1);
    const sameLine = last !== undefined && centerY(phrase.box) - centerY(last.box) < 0.6 * phrase.box.height;
    const near =
      last !== undefined && kind === 'price' && phrase.box.y - bottom(last.box) < 1.2 * phrase.box.height;
    const own = lines.some(
      (line) =>
        Math.abs(centerY(line.box) - centerY(phrase.box)) < 0.6 * phrase.box.height &&
        line.phrases.some(
          (other) => other !== phrase && overlapX(other.box, phrase.box) <= 0 && /\p{L}{3}/u.test(other.text),
        ),
    );
    if (last !== undefined && (sameLine || (near && !own))) last.box = around([last.box, phrase.box]);
    else groups.push({ box: phrase.box, kind });
  }
  return groups.map(({ box }) => box);
}

/** The cut between two records: at a rule, else in the middle of the widest gap, the lower one of equals. */
function cutBelow(
  upper: Box,
  lower: Box,
  lines: readonly Line[],
  pictures: readonly Box[],
  rules: readonly number[],
): { y: number; gap: number } {
  const rule = rules.find((y) => y > centerY(upper) && y < centerY(lower));
  const filled = [...lines.map(({ box }) => box), ...pictures]
    .filter((box) => bottom(box) > centerY(upper) && box.y < centerY(lower))
    .toSorted((a, b) => a.y - b.y);
  let end = bottom(upper);
  let best = { y: (bottom(upper) + lower.y) / 2, gap: 0 };
  for (const box of filled) {
    const gap = box.y - end;
    if (gap > 0 && gap >= best.gap - 0.5) best = { y: end + gap / 2, gap: Math.max(gap, best.gap) };
    end = Math.max(end, bottom(box));
  }
  return rule === undefined ? best : { y: rule, gap: best.gap };
}

/** How far the first record reaches up (-1) and the last one down (1): to a rule or a gap as wide as between records. */
function reach(
  group: Box,
  lines: readonly Line[],
  pictures: readonly Box[],
  rules: readonly number[],
  usual: number,
  way: -1 | 1,
): number {
  const ahead = [...lines.map(({ box }) => box), ...pictures]
    .filter((box) => (way < 0 ? centerY(box) < centerY(group) : centerY(box) > centerY(group)))
    .toSorted((a, b) => way * (way < 0 ? bottom(a) - bottom(b) : a.y - b.y));
  let edge = way < 0 ? group.y : bottom(group);
  let last: Box = group;
  for (const box of ahead) {
    const gap = way < 0 ? edge - bottom(box) : box.y - edge;
    const isRuled = rules.some((y) => y > Math.min(centerY(box), edge) && y < Math.max(centerY(box), edge));
    const isStray = pictures.includes(last) && !pictures.includes(box) && gap > 1.5 * box.height;
    if (isRuled || isStray || gap >= 0.8 * usual) return edge + (way * Math.max(gap, 1)) / 2;
    edge = way < 0 ? Math.min(edge, box.y) : Math.max(edge, bottom(box));
    last = box;
  }
  return way < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
