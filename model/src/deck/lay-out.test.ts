import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECK_FIELDS, DECK_LAYOUTS, defaultDeckSettings, type DeckSettings } from '../deck.ts';
import type { Box } from '../geometry.ts';
import { contrast } from './colors.ts';
import { type DeckElement, type DeckSlide, LINE_HEIGHT, SLIDE } from './elements.ts';
import { type DeckInput, deckSlideCount, layOutDeck } from './lay-out.ts';
import { textWidth } from './measure.ts';
import { anyDeck, plainItem } from './testing/arbitraries.ts';

const TOLERANCE = 0.01;

function boxOf(element: DeckElement): Box {
  if (element.kind !== 'line') return element.box;
  const { from, to } = element;
  return { ...from, width: to.x - from.x, height: to.y - from.y };
}

function isInside(box: Box): boolean {
  return (
    box.x >= -TOLERANCE &&
    box.y >= -TOLERANCE &&
    box.width >= 0 &&
    box.height >= 0 &&
    box.x + box.width <= SLIDE.width + TOLERANCE &&
    box.y + box.height <= SLIDE.height + TOLERANCE
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x + a.width > b.x + TOLERANCE &&
    b.x + b.width > a.x + TOLERANCE &&
    a.y + a.height > b.y + TOLERANCE &&
    b.y + b.height > a.y + TOLERANCE
  );
}

/** What people read or look at: texts and pictures. */
const contents = (slide: DeckSlide) =>
  slide.elements.filter((element) => element.kind === 'text' || element.kind === 'picture');

/** The mark of a highlighted item lies on its picture; nothing else may lie on anything. */
const isMark = (element: DeckElement) => element.kind === 'text' && element.lines[0] === 'Highlight';

const settings = (change: Partial<DeckSettings> = {}): DeckSettings => ({
  ...defaultDeckSettings({ name: 'Harbour & Vale', season: 'AW26' }),
  fields: [...DECK_FIELDS],
  ...change,
});
const deck = (input: Partial<DeckInput> = {}) =>
  layOutDeck({ settings: settings(), items: [], categories: [], ...input });
const linesOf = (slide: DeckSlide | undefined) =>
  slide?.elements.flatMap((element) => (element.kind === 'text' ? element.lines : [])) ?? [];

describe('in any deck', () => {
  const slidesOf = (input: DeckInput) => layOutDeck(input).slides;
  const check = (property: (slide: DeckSlide, input: DeckInput) => void) =>
    fc.assert(
      fc.property(anyDeck, (input) => {
        for (const slide of slidesOf(input)) property(slide, input);
      }),
      { numRuns: 80 },
    );

  it('everything is on its slide', () => {
    check((slide) => {
      expect(slide.elements.filter((element) => !isInside(boxOf(element)))).toEqual([]);
    });
  });

  it('no text or picture lies on another', () => {
    check((slide) => {
      const all = contents(slide).filter((element) => !isMark(element));
      const overlapping = all.flatMap((one, index) =>
        all.slice(index + 1).flatMap((other) => (overlap(one.box, other.box) ? [[one, other]] : [])),
      );
      expect(overlapping).toEqual([]);
    });
  });

  it('no line is wider than its box, and the box is as high as its lines', () => {
    check((slide) => {
      const texts = slide.elements.filter((element) => element.kind === 'text');
      const odd = texts.filter(
        ({ box, lines, size, weight }) =>
          lines.length === 0 ||
          Math.abs(box.height - lines.length * size * LINE_HEIGHT) > TOLERANCE ||
          lines.some((line) => line === '' || line.trim() !== line) ||
          lines.some((line) => textWidth(line, size, weight) > box.width + TOLERANCE),
      );
      expect(odd).toEqual([]);
    });
  });

  it('no picture is stretched or blown up', () => {
    check((slide, { items, settings: { logo } }) => {
      for (const element of slide.elements) {
        if (element.kind !== 'picture') continue;
        const { source, box, crop } = element;
        const sizes =
          source.kind === 'logo'
            ? [logo]
            : items.map(({ image }) => image).filter((image) => image?.image_id === source.image_id);
        const fits = sizes.some((size) => {
          const scale = box.width / ((size?.width ?? 1) * crop.width);
          return (
            Math.abs(box.height - (size?.height ?? 1) * crop.height * scale) < TOLERANCE &&
            scale <= 1.5 + TOLERANCE
          );
        });
        expect(fits).toBe(true);
      }
    });
  });

  it('texts can be written into any document: no control characters, no halves of characters', () => {
    check((slide) => {
      for (const text of [slide.title, ...linesOf(slide)]) {
        expect(text).toMatch(/^[^\p{Cc}\p{Cs}\ufffe\uffff]*$/u);
      }
    });
  });

  it('every item is there exactly once, with its name', () => {
    fc.assert(
      fc.property(anyDeck, (input) => {
        const shown = slidesOf(input).flatMap(({ item_ids }) => item_ids);
        expect(shown.toSorted()).toEqual(input.items.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('every slide but the last of a section has as many items as the layout says', () => {
    fc.assert(
      fc.property(anyDeck, (input) => {
        const slides = slidesOf(input).filter(({ kind }) => kind === 'items');
        const short = slides.filter(
          ({ section, item_ids }, index) =>
            slides[index + 1]?.section === section && item_ids.length !== input.settings.layout,
        );
        expect(short).toEqual([]);
        const counts = slides.map(({ item_ids }) => item_ids.length);
        expect(counts.filter((count) => count < 1 || count > input.settings.layout)).toEqual([]);
      }),
    );
  });

  it('the same input gives the same slides, whole or in parts, as many as were counted', () => {
    fc.assert(
      fc.property(anyDeck, fc.nat(12), fc.nat(6), (input, start, length) => {
        const whole = layOutDeck(input);
        expect(whole.slides).toHaveLength(deckSlideCount(input));
        expect(whole.slideCount).toBe(deckSlideCount(input));
        expect(layOutDeck(input, { start, end: start + length }).slides).toEqual(
          whole.slides.slice(start, start + length),
        );
      }),
    );
  });

  it('texts can be read on what they stand on, whatever colours were chosen', () => {
    check((slide) => {
      for (const text of slide.elements) {
        if (text.kind !== 'text') continue;
        const under = slide.elements
          .slice(0, slide.elements.indexOf(text))
          .findLast((below) => below.kind === 'rectangle' && overlap(below.box, text.box));
        const background = under?.kind === 'rectangle' ? under.fill : slide.background;
        expect(contrast(text.color, background)).toBeGreaterThanOrEqual(4.5);
      }
    });
  });
});

describe('a deck', () => {
  const items = Array.from({ length: 10 }, (_, index) =>
    plainItem(String(index), { category: index < 7 ? 'Coats' : 'Knitwear' }),
  );

  it('has a cover with title, season and numbers', () => {
    const [cover] = deck({ items, categories: ['Coats', 'Knitwear'] }).slides;
    expect(linesOf(cover)).toEqual(['Harbour & Vale', 'AW26', '10 styles · 2 categories']);
  });

  it('opens each category with a divider that says how many styles it has', () => {
    const { slides } = deck({ items, categories: ['Knitwear', 'Coats'] });
    expect(slides.map(({ kind, title }) => [kind, title])).toEqual([
      ['cover', 'Harbour & Vale'],
      ['divider', 'Knitwear'],
      ['items', 'Knitwear'],
      ['divider', 'Coats'],
      ['items', 'Coats, 1 of 2'],
      ['items', 'Coats, 2 of 2'],
    ]);
    expect(linesOf(slides[1])).toEqual(['01', 'Knitwear', '3 styles', '2']);
  });

  it('has no dividers when it is not grouped', () => {
    const { slides } = deck({ items, settings: settings({ group_by_category: false, layout: 9 }) });
    expect(slides.map(({ kind }) => kind)).toEqual(['cover', 'items', 'items']);
  });

  it('numbers its slides', () => {
    const { slides } = deck({ items });
    for (const slide of slides.slice(1)) expect(linesOf(slide)).toContain(String(slide.number));
  });

  it('has one title on every slide', () => {
    for (const { elements } of deck({ items }).slides) {
      expect(elements.filter((element) => element.kind === 'text' && element.role === 'title')).toHaveLength(
        1,
      );
    }
  });

  it('shows highlighted items first and marks them', () => {
    const { slides } = deck({ items, settings: settings({ highlighted: ['5'], layout: 2 }) });
    const first = slides.find(({ kind }) => kind === 'items');
    expect(first?.item_ids).toEqual(['5', '0']);
    expect(linesOf(first).filter((line) => line === 'Highlight')).toHaveLength(1);
  });
});

describe.each(DECK_LAYOUTS)('with %i items on a slide', (layout) => {
  const full = plainItem('1', {
    name: 'Wool Coat',
    sku: 'HV-1001',
    color: 'Navy',
    color_code: 'BL139',
    sizes: [
      { size: 'S', quantity: 2 },
      { size: 'M', quantity: 6 },
    ],
    quantity: 8,
    wholesale_price: 49.5,
    msrp: 119,
    currency: 'EUR',
    material: '100% wool',
    origin: 'Portugal',
    season: 'AW26',
    delivery: 'August',
  });
  const card = (item: Parameters<typeof plainItem>[1]) =>
    linesOf(
      deck({ items: [{ ...full, ...item }], settings: settings({ layout, group_by_category: false }) })
        .slides[1],
    ).join('\n');

  it('says every field that has a value, all ten of them', () => {
    const said = card({});
    for (const value of [
      'HV-1001',
      'Navy',
      'BL139',
      'S\u00a02',
      'M\u00a06',
      '8\u00a0pcs',
      '€49.50',
      '€119.00',
      '100% wool',
      'Portugal',
      'AW26',
      'August',
    ]) {
      expect(said).toContain(value);
    }
  });

  it('still says every field when name, colour and material are very long', () => {
    const long = 'very long text that goes on and on '.repeat(6);
    const said = card({ name: long, color: long, material: long });
    for (const value of ['HV-1001', '€49.50', '€119.00', 'Portugal', 'August']) expect(said).toContain(value);
  });

  it('takes no room for what is missing', () => {
    const said = card({ material: null, msrp: null, origin: '  ' });
    expect(said).not.toMatch(/Material|Retail|Origin/u);
  });

  it('sums up sizes that are too many', () => {
    const sizes = Array.from({ length: 60 }, (_, index) => ({ size: String(30 + index), quantity: 2 }));
    expect(card({ sizes })).toContain('60\u00a0sizes, 30–89');
    expect(card({ sizes, material: 'Wool and polyamide, lined with viscose' })).toContain('viscose');
  });

  it('cuts a name of 120 letters without a space after two lines', () => {
    const { slides } = deck({ items: [{ ...full, name: 'W'.repeat(120) }], settings: settings({ layout }) });
    const name = slides
      .at(-1)
      ?.elements.find((element) => element.kind === 'text' && element.role === 'name');
    expect(name?.kind === 'text' && name.lines).toHaveLength(2);
    expect(name?.kind === 'text' && name.lines[1]?.endsWith('…')).toBe(true);
  });

  it('puts the initials where a picture is missing', () => {
    expect(card({ name: 'wool coat aberdeen' }).split('\n')).toContain('WC');
    expect(card({ name: '---' }).split('\n')).toContain('No picture');
  });
});
