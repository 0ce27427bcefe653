/**
 * Lays out a deck: the one place where it is decided what is on which slide, and where. The live preview draws the
 * result, and so do the PowerPoint file and the PDF; therefore they agree.
 */
import type { DeckSettings } from '../deck.ts';
import type { Box } from '../geometry.ts';
import { cleanText } from './break-lines.ts';
import { coverElements } from './cover-slide.ts';
import type { DeckItem } from './deck-items.ts';
import { dividerElements } from './divider-slide.ts';
import { type DeckElement, type DeckSlide, SLIDE } from './elements.ts';
import { fieldValues } from './field-values.ts';
import { cardBox, type CardStyle, cardStyle, frameAspect, MARGIN } from './grids.ts';
import { itemCard } from './item-card.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type DeckSection, deckSections } from './sections.ts';
import { textElement } from './text.ts';

export interface DeckInput {
  settings: DeckSettings;
  /** All items of the deck, as `deckItems` gives them. */
  items: readonly DeckItem[];
  /** The names of the categories as shown, in their order (`effectiveCategories`). */
  categories: readonly string[];
}

/** A deck, or some slides of it, laid out. */
export interface DeckPages {
  title: string;
  /** How many slides the whole deck has. */
  slideCount: number;
  /** The colours of the whole deck, worked out from the settings. */
  palette: Palette;
  slides: DeckSlide[];
}

/** A slide before it is laid out. */
type SlidePlan =
  | { kind: 'cover' }
  | { kind: 'divider'; section: DeckSection; number: number }
  /** `part` of `parts`, from 1. */
  | { kind: 'items'; section: DeckSection; items: DeckItem[]; part: number; parts: number };

/** What all slides of a deck have in common. */
interface Frame {
  title: string;
  settings: DeckSettings;
  palette: Palette;
  sections: readonly DeckSection[];
  /** Width by height of the frames of pictures. */
  aspect: number;
  style: CardStyle;
}

/**
 * Lays out the slides from `start` (0-based) up to `end` (not included); all when they are left out. Deterministic.
 * A preview asks for the few that it shows: planning is cheap, laying out is not.
 */
export function layOutDeck(input: DeckInput, { start = 0, end = Number.POSITIVE_INFINITY } = {}): DeckPages {
  const { settings, items, categories } = input;
  const aspect = frameAspect(items.flatMap(({ image }) => image ?? []));
  const fields = Math.max(0, ...items.map((item) => fieldValues(item, settings).length));
  const frame: Frame = {
    title: cleanText(settings.title) || 'Deck',
    settings,
    palette: paletteOf(settings.colors),
    sections: deckSections(items, settings, categories),
    aspect,
    style: cardStyle(settings.layout, aspect, fields),
  };
  const plans = planSlides(frame.sections, settings);
  return {
    title: frame.title,
    slideCount: plans.length,
    palette: frame.palette,
    slides: plans.slice(start, end).map((plan, index) => layOutSlide(plan, start + index + 1, frame)),
  };
}

/** How many slides the deck has. */
export function deckSlideCount({ settings, items, categories }: DeckInput): number {
  return planSlides(deckSections(items, settings, categories), settings).length;
}

function planSlides(sections: readonly DeckSection[], { layout }: Pick<DeckSettings, 'layout'>): SlidePlan[] {
  return [
    { kind: 'cover' },
    ...sections.flatMap((section, index): SlidePlan[] => {
      const parts = Math.ceil(section.items.length / layout);
      const slides = Array.from({ length: parts }, (_, part): SlidePlan => {
        const items = section.items.slice(part * layout, (part + 1) * layout);
        return { kind: 'items', section, items, part: part + 1, parts };
      });
      return section.name === null ? slides : [{ kind: 'divider', section, number: index + 1 }, ...slides];
    }),
  ];
}

function layOutSlide(plan: SlidePlan, number: number, frame: Frame): DeckSlide {
  const { title, palette, sections, settings } = frame;
  switch (plan.kind) {
    case 'cover':
      return {
        kind: 'cover',
        number,
        title,
        section: null,
        background: palette.background,
        elements: coverElements(title, sections, settings, palette),
        item_ids: [],
      };
    case 'divider': {
      const name = cleanText(plan.section.name ?? '');
      return {
        kind: 'divider',
        number,
        title: name,
        section: name,
        background: palette.accent,
        elements: [
          ...dividerElements(plan.section, plan.number, palette),
          ...pageNumber(number, palette.quietOnAccent, MARGIN + 8, 'left'),
        ],
        item_ids: [],
      };
    }
    case 'items':
      return itemSlide(plan, number, frame);
  }
}

function itemSlide(
  { section, items, part, parts }: Extract<SlidePlan, { kind: 'items' }>,
  number: number,
  { title, palette, settings, aspect, style }: Frame,
): DeckSlide {
  const name = section.name === null ? null : cleanText(section.name);
  const heading = name ?? title;
  return {
    kind: 'items',
    number,
    title: parts === 1 ? heading : `${heading}, ${part} of ${parts}`,
    section: name,
    background: palette.background,
    elements: [
      ...header(heading, settings.season, palette),
      ...items.flatMap((item, index) =>
        itemCard(item, cardBox(style, index), style, aspect, settings, palette),
      ),
      ...footer(name === null ? '' : title, number, palette),
    ],
    item_ids: items.map(({ id }) => id),
  };
}

const WIDTH = SLIDE.width - 2 * MARGIN;
const FOOTER_Y = 508;

function header(title: string, season: string, palette: Palette): DeckElement[] {
  const bar: Box = { x: MARGIN, y: 22, width: 28, height: 2.5 };
  const name = textElement(title, { x: MARGIN, y: 31, width: 560 }, 1, {
    role: 'title',
    sizes: [13],
    weight: 'bold',
    color: palette.accentText,
  });
  const when = textElement(season, { x: MARGIN + 580, y: 33, width: WIDTH - 580 }, 1, {
    role: 'body',
    sizes: [10],
    weight: 'regular',
    color: palette.quiet,
    align: 'right',
  });
  return [
    { kind: 'rectangle', box: bar, fill: palette.accent, outline: null },
    ...(name === null ? [] : [name]),
    ...(when === null ? [] : [when]),
  ];
}

function footer(title: string, number: number, palette: Palette): DeckElement[] {
  const look = { role: 'page', sizes: [8.5], weight: 'regular', color: palette.quiet } as const;
  const text = textElement(title, { x: MARGIN, y: FOOTER_Y, width: 600 }, 1, look);
  return [
    ...(text === null ? [] : [text]),
    ...pageNumber(number, palette.quiet, SLIDE.width - MARGIN - 80, 'right'),
  ];
}

function pageNumber(number: number, color: string, x: number, align: 'left' | 'right'): DeckElement[] {
  const look = { role: 'page', sizes: [8.5], weight: 'regular', color, align } as const;
  const element = textElement(String(number), { x, y: FOOTER_Y, width: 80 }, 1, look);
  return element === null ? [] : [element];
}
