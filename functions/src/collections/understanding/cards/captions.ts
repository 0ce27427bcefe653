/**
 * Finds products in picture catalogues: a picture with a short caption and no number anywhere. Only captions of the
 * document's prevailing pattern count, so that pictures of the house, its certificates or its staff are not products.
 * Pure.
 */
import type { Box } from '@docket/model/geometry';
import type { Draft } from '../draft.ts';
import { around, bottom, centerX, median, overlap, overlapX } from '../layout/box.ts';
import type { LaidOutPage } from '../layout/furniture.ts';
import { type Phrase, styleOf } from '../layout/phrases.ts';
import { squeeze } from '../vocabulary/fold.ts';

/** A page with its product pictures. */
export interface IllustratedPage {
  page: LaidOutPage;
  pictures: readonly Box[];
}

interface Caption {
  page: number;
  picture: Box;
  phrases: Phrase[];
  /** Height of the font in points. */
  size: number;
  /** Weight and side of the text: what captions of one catalogue have in common. */
  pattern: string;
}

/** Fewer captions than this are chance. */
const LEAST = 4;

/** The captioned pictures of a document as drafts, page by page in reading order. */
export function readCaptions(pages: readonly IllustratedPage[]): { draft: Draft; phrases: Phrase[] }[] {
  const captions = pages.flatMap(captionsOfPage);
  const counts = new Map<string, number>();
  for (const { pattern } of captions) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most < LEAST) return [];
  const patterned = captions.filter(
    ({ pattern }) => (counts.get(pattern) ?? 0) >= Math.max(LEAST, 0.25 * most),
  );
  const usualSize = median(patterned.map(({ size }) => size));
  const prevailing = patterned.filter(({ size }) => size > 0.7 * usualSize && size < 1.3 * usualSize);
  const usualArea = median(prevailing.map(({ picture }) => picture.width * picture.height));
  const regular = prevailing.filter(({ picture }) => picture.width * picture.height < 3.5 * usualArea);
  return regular
    .toSorted(readingOrder)
    .map((caption) => ({ draft: draftOf(caption), phrases: caption.phrases }));
}

/** Pictures of different heights in one row are level when they overlap by a third. */
function readingOrder(a: Caption, b: Caption): number {
  const sameRow =
    overlap(a.picture.y, bottom(a.picture), b.picture.y, bottom(b.picture)) >
    0.3 * Math.min(a.picture.height, b.picture.height);
  return a.page - b.page || (sameRow ? a.picture.x - b.picture.x : a.picture.y - b.picture.y);
}

/** Nearest pairs first; a text belongs to the picture nearest to it only. */
function captionsOfPage({ page, pictures }: IllustratedPage): Caption[] {
  const taken = new Set<Phrase>();
  const pairs = pictures
    .flatMap((picture) =>
      page.phrases
        .filter(isCaptionLike)
        .map((phrase) => ({ picture, phrase, distance: distance(picture, phrase) })),
    )
    .filter(({ picture, distance }) => distance < 0.45 * picture.height + 12)
    .toSorted((a, b) => a.distance - b.distance);
  const captions = new Map<Box, Caption>();
  for (const { picture, phrase } of pairs) {
    const nearest = pairs.find((pair) => pair.phrase === phrase);
    if (taken.has(phrase) || captions.has(picture) || nearest?.picture !== picture) continue;
    const phrases = [phrase, ...linesBelow(phrase, page.phrases, picture)];
    for (const part of phrases) taken.add(part);
    const side = phrase.box.y > picture.y + picture.height / 2 ? 'below' : 'above';
    captions.set(picture, {
      page: page.number,
      picture,
      phrases,
      size: phrase.size,
      pattern: `${phrase.bold ? 'bold' : 'regular'} ${side}`,
    });
  }
  return [...captions.values()];
}

function isCaptionLike({ text }: Phrase): boolean {
  return (
    /\p{L}{2}|[\p{Script=Han}\p{Script=Katakana}]/u.test(text) &&
    text.length <= 60 &&
    text.split(' ').length <= 8 &&
    !/[.!?:]$/u.test(text)
  );
}

/** Vertical distance between a picture and text centred on it; infinite beside it. */
function distance(picture: Box, phrase: Phrase): number {
  const isBelow = phrase.box.y >= bottom(picture) - 0.3 * phrase.box.height;
  const isAbove = bottom(phrase.box) <= picture.y + 0.3 * phrase.box.height;
  const within = overlapX(picture, phrase.box) >= 0.6 * Math.min(phrase.box.width, picture.width);
  const centred = Math.abs(centerX(picture) - centerX(phrase.box)) < 0.6 * Math.max(picture.width, 40);
  if (!within || !centred || (!isBelow && !isAbove)) return Number.POSITIVE_INFINITY;
  return isBelow
    ? Math.max(0, phrase.box.y - bottom(picture))
    : Math.max(0, picture.y - bottom(phrase.box)) + 6;
}

/** A caption may run over several lines of one style. */
function linesBelow(first: Phrase, phrases: readonly Phrase[], picture: Box): Phrase[] {
  return phrases.filter((phrase) => {
    const gap = phrase.box.y - bottom(first.box);
    const isNext =
      phrase !== first && gap > -1 && gap < 0.5 * first.box.height && styleOf(phrase) === styleOf(first);
    return isNext && overlapX(picture, phrase.box) > 0.5 * phrase.box.width;
  });
}

function draftOf({ page, phrases, picture }: Caption): Draft {
  const box = around(phrases.map((phrase) => phrase.box));
  const place = { kind: 'page', number: page, box } as const;
  const sure = Math.min(...phrases.map(({ confidence }) => confidence));
  const name = { value: squeeze(phrases.map(({ text }) => text).join(' ')), confidence: 0.8 * sure, place };
  return {
    fields: { name },
    prices_by_size: null,
    groupings: [],
    page,
    place: { ...place, box: around([box, picture]) },
  };
}
