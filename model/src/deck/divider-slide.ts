/** The slide that opens a section: its name and number of styles on the accent colour, beside one of its pictures. */
import type { Box } from '../geometry.ts';
import { mosaicTile, styles } from './cover-slide.ts';
import { type DeckElement, SLIDE } from './elements.ts';
import { MARGIN } from './grids.ts';
import type { Palette } from './palette.ts';
import type { DeckSection } from './sections.ts';
import { textElement } from './text.ts';

const PICTURE: Box = { x: 580, y: 0, width: SLIDE.width - 580, height: SLIDE.height };
const TEXT_X = MARGIN + 8;
const TEXT_WIDTH = PICTURE.x - TEXT_X - 48;

/** `number` is that of the section, from 1. */
export function dividerElements(section: DeckSection, number: number, palette: Palette): DeckElement[] {
  const place = { x: TEXT_X, width: TEXT_WIDTH };
  const body = { role: 'body', weight: 'regular', color: palette.quietOnAccent } as const;
  const name = textElement(section.name ?? '', { ...place, y: 0 }, 3, {
    role: 'title',
    sizes: [46, 42, 38, 34, 30, 26],
    weight: 'bold',
    color: palette.onAccent,
  });
  const height = name?.box.height ?? 0;
  const top = (SLIDE.height - height) / 2 - 10;
  const index = textElement(String(number).padStart(2, '0'), { ...place, y: top - 36 }, 1, {
    ...body,
    sizes: [15],
    weight: 'bold',
  });
  const count = textElement(styles(section.items.length), { ...place, y: top + height + 16 }, 1, {
    ...body,
    sizes: [16],
  });
  const pictured = section.items.find(({ image }) => image !== null);
  return [
    ...(pictured === undefined ? [] : mosaicTile(pictured, PICTURE, palette)),
    index,
    name === null ? null : { ...name, box: { ...name.box, y: top } },
    count,
  ].filter((element) => element !== null);
}
