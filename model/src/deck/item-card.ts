/** One item on a slide: its picture in a frame, its name, its fields. */
import type { DeckSettings } from '../deck.ts';
import type { Box } from '../geometry.ts';
import { cleanText } from './break-lines.ts';
import type { DeckItem } from './deck-items.ts';
import { type DeckElement, LINE_HEIGHT } from './elements.ts';
import { fieldValues } from './field-values.ts';
import { type CardStyle, cardParts } from './grids.ts';
import { itemDetails } from './item-details.ts';
import { graphemes, textWidth } from './measure.ts';
import type { Palette } from './palette.ts';
import { contain, inset } from './place-picture.ts';
import { below, textElement } from './text.ts';

/** What is written on the picture of a highlighted item. */
const HIGHLIGHT = 'Highlight';

/** Sets `item` into `box`; the frame of its picture has the proportions `aspect`. */
export function itemCard(
  item: DeckItem,
  box: Box,
  style: CardStyle,
  aspect: number,
  settings: DeckSettings,
  palette: Palette,
): DeckElement[] {
  const { frame, text } = cardParts(box, style, aspect);
  const highlighted = settings.highlighted.includes(item.id);
  const name = textElement(item.name, text, 2, {
    role: 'name',
    sizes: style.nameSizes,
    weight: 'bold',
    color: palette.text,
  });
  const top = name === null ? text.y : below(name, text.y) + style.nameGap;
  const details = { ...text, y: top, height: text.y + text.height - top };
  return [
    ...framedPicture(item, frame, style.inset, palette, highlighted),
    ...(highlighted ? highlightTag(frame, style.tagSize, palette) : []),
    ...(name === null ? [] : [name]),
    ...itemDetails(fieldValues(item, settings), details, style.details, style.fieldLines, palette),
  ];
}

function framedPicture(
  item: DeckItem,
  frame: Box,
  margin: number,
  palette: Palette,
  highlighted: boolean,
): DeckElement[] {
  const outline = highlighted
    ? { color: palette.accent, width: 1.5 }
    : { color: palette.hairline, width: 0.75 };
  if (item.image === null) {
    return [
      { kind: 'rectangle', box: frame, fill: palette.placeholder, outline },
      ...placeholderText(item, frame, palette),
    ];
  }
  const source = { kind: 'item', image_id: item.image.image_id } as const;
  return [
    { kind: 'rectangle', box: frame, fill: palette.mat, outline },
    contain(inset(frame, margin), item.image, source, cleanText(item.name)),
  ];
}

/** The initials of the name where the picture should be; "No picture" for names without letters. */
function placeholderText(item: DeckItem, frame: Box, palette: Palette): DeckElement[] {
  const initials = initialsOf(item.name);
  const size =
    initials === '' ? Math.min(14, frame.width / 9) : Math.min(48, frame.height / 4, frame.width / 4);
  const width = frame.width - 12;
  const place = { x: frame.x + 6, y: frame.y + (frame.height - size * LINE_HEIGHT) / 2, width };
  const element = textElement(initials || 'No picture', place, 1, {
    role: 'body',
    sizes: [size],
    weight: initials === '' ? 'regular' : 'bold',
    color: palette.onPlaceholder,
    align: 'center',
  });
  return element === null ? [] : [element];
}

function initialsOf(name: string): string {
  const words = cleanText(name)
    .split(/[\s/–-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => graphemes(word)[0]?.toUpperCase() ?? '')
    .join('');
}

function highlightTag(frame: Box, size: number, palette: Palette): DeckElement[] {
  const padding = size * 0.7;
  const width = textWidth(HIGHLIGHT, size, 'bold');
  const tag = { x: frame.x, y: frame.y, width: width + 2 * padding, height: size * (LINE_HEIGHT + 0.7) };
  const text = textElement(HIGHLIGHT, { x: tag.x + padding, y: tag.y + size * 0.35, width: width + 1 }, 1, {
    role: 'body',
    sizes: [size],
    weight: 'bold',
    color: palette.onAccent,
  });
  return [
    { kind: 'rectangle', box: tag, fill: palette.accent, outline: null },
    ...(text === null ? [] : [text]),
  ];
}
