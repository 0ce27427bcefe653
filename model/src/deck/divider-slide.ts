/** The slide that opens a section: its name and number of styles on the accent colour, beside one of its pictures. */
import type { Box } from '../geometry.ts';
import { cleanText } from './break-lines.ts';
import { styles } from './cover-slide.ts';
import { type DeckElement, SLIDE } from './elements.ts';
import { MARGIN } from './grids.ts';
import type { Palette } from './palette.ts';
import type { DeckSection } from './sections.ts';
import { contain } from './place-picture.ts';
import { textElement } from './text.ts';

/** The picture is as large as fits here. */
const PICTURE: Box = { x: 532, y: 76, width: 372, height: 388 };
const TEXT_X = MARGIN + 8;
const TEXT_WIDTH = PICTURE.x - TEXT_X - 40;

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
  return [
    ...sectionPicture(section),
    index,
    name === null ? null : { ...name, box: { ...name.box, y: top } },
    count,
  ].filter((element) => element !== null);
}

/** The first picture of the section, flush with the right margin. */
function sectionPicture({ items }: DeckSection): DeckElement[] {
  for (const { image, name } of items) {
    if (image === null) continue;
    const picture = contain(PICTURE, image, { kind: 'item', image_id: image.image_id }, cleanText(name));
    return [{ ...picture, box: { ...picture.box, x: PICTURE.x + PICTURE.width - picture.box.width } }];
  }
  return [];
}
