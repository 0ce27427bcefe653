/** The first slide: logo, title, season and number of styles, beside pictures of the deck on the accent colour. */
import type { DeckSettings } from '../deck.ts';
import type { Box } from '../geometry.ts';
import { cleanText } from './break-lines.ts';
import type { DeckItem } from './deck-items.ts';
import { type DeckElement, SLIDE } from './elements.ts';
import type { Palette } from './palette.ts';
import { contain, cover, inset } from './place-picture.ts';
import type { DeckSection } from './sections.ts';
import { textElement } from './text.ts';

const TEXT_X = 56;
const TEXT_WIDTH = 400;
/** Where the last line of text ends. */
const TEXT_BOTTOM = 484;
const LOGO: Box = { x: TEXT_X, y: 56, width: 190, height: 72 };
const PANEL: Box = { x: 500, y: 0, width: SLIDE.width - 500, height: SLIDE.height };
const MOSAIC_GAP = 16;
/** How much of a picture may be cut off where it is there for its looks. */
const MAX_LOSS = 0.4;

/** `title` is that of the deck. */
export function coverElements(
  title: string,
  sections: readonly DeckSection[],
  settings: DeckSettings,
  palette: Palette,
): DeckElement[] {
  const pictured = coverItems(sections, new Set(settings.highlighted));
  return [
    { kind: 'rectangle', box: PANEL, fill: palette.accent, outline: null },
    ...pictured.flatMap((item, index) => mosaicTile(item, mosaicBox(index, pictured.length), palette)),
    ...logo(title, settings),
    ...coverText(title, sections, settings, palette),
  ];
}

function logo(title: string, { logo: uploaded }: DeckSettings): DeckElement[] {
  if (uploaded === null) return [];
  const picture = contain(LOGO, uploaded, { kind: 'logo' }, `Logo of ${title}`);
  return [{ ...picture, box: { ...picture.box, x: LOGO.x, y: LOGO.y } }];
}

/** The lines from the bottom upwards: number of styles, season, title. */
function coverText(
  title: string,
  sections: readonly DeckSection[],
  settings: DeckSettings,
  palette: Palette,
): DeckElement[] {
  const place = { x: TEXT_X, y: 0, width: TEXT_WIDTH };
  const body = { role: 'body', weight: 'regular' } as const;
  const count = textElement(countOf(sections), place, 1, { ...body, sizes: [13], color: palette.quiet });
  const season = textElement(settings.season, place, 2, { ...body, sizes: [20, 18], color: palette.text });
  const heading = textElement(title, place, 4, {
    role: 'title',
    sizes: [48, 44, 40, 36, 32, 28],
    weight: 'bold',
    color: palette.text,
  });
  const elements: DeckElement[] = [];
  let bottom = TEXT_BOTTOM;
  for (const [element, gap] of [
    [count, 10],
    [season, 26],
    [heading, 0],
  ] as const) {
    if (element === null) continue;
    elements.unshift({ ...element, box: { ...element.box, y: bottom - element.box.height } });
    bottom -= element.box.height + gap;
    if (element === season || (season === null && element === count)) {
      const rule = { x: TEXT_X, y: bottom + gap / 2 - 1.5, width: 44, height: 3 };
      elements.unshift({ kind: 'rectangle', box: rule, fill: palette.accent, outline: null });
    }
  }
  return elements;
}

/** "48 styles · 6 categories". */
function countOf(sections: readonly DeckSection[]): string {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  const named = sections.filter(({ name }) => name !== null).length;
  return named > 1 ? `${styles(count)} · ${named} categories` : styles(count);
}

/** "1 style", "12 styles". */
export function styles(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'style' : 'styles'}`;
}

/** Up to four items with pictures: highlighted ones, then the first of each section, then others. */
function coverItems(sections: readonly DeckSection[], highlighted: ReadonlySet<string>): DeckItem[] {
  const pictured = sections.map(({ items }) => items.filter(({ image }) => image !== null));
  const candidates = [
    ...pictured.flat().filter(({ id }) => highlighted.has(id)),
    ...pictured.flatMap(([first]) => first ?? []),
    ...pictured.flat(),
  ];
  const byPicture = new Map<string, DeckItem>();
  for (const item of candidates) {
    const id = item.image?.image_id ?? '';
    if (!byPicture.has(id)) byPicture.set(id, item);
    if (byPicture.size === 4) break;
  }
  return [...byPicture.values()];
}

/** One tile; two above each other; a wide one above two; two by two. */
function mosaicBox(index: number, count: number): Box {
  const all = inset(PANEL, 44);
  const half = { width: (all.width - MOSAIC_GAP) / 2, height: (all.height - MOSAIC_GAP) / 2 };
  const lower = all.y + half.height + MOSAIC_GAP;
  if (count === 1) return all;
  if (count === 2) return { ...all, y: index === 0 ? all.y : lower, height: half.height };
  if (count === 3 && index === 0) return { ...all, height: half.height };
  const place = count === 3 ? index + 1 : index;
  return {
    x: all.x + (place % 2) * (half.width + MOSAIC_GAP),
    y: place < 2 ? all.y : lower,
    ...half,
  };
}

/** A picture on its mat: filling it where little is lost, else whole. */
function mosaicTile(item: DeckItem, box: Box, palette: Palette): DeckElement[] {
  if (item.image === null) return [];
  const source = { kind: 'item', image_id: item.image.image_id } as const;
  const filling = cover(box, item.image, source, cleanText(item.name), MAX_LOSS);
  const fills = filling.box === box;
  return [
    { kind: 'rectangle', box, fill: palette.mat, outline: null },
    fills ? filling : contain(inset(box, 12), item.image, source, cleanText(item.name)),
  ];
}
