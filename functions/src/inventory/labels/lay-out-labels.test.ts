import { LINE_HEIGHT } from '@docket/model/deck/elements';
import type { Box } from '@docket/model/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Label, type LabelContent, layOutLabels, SHEET, SKU_LINE_HEIGHT } from './lay-out-labels.ts';

const MM = 72 / 25.4;

const contentArbitrary = fc.record<LabelContent>({
  sku: fc.stringMatching(/^[A-Z0-9][A-Z0-9._-]{0,39}$/u),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
  location: fc.option(fc.string({ unit: 'grapheme', maxLength: 120 })),
});

/** All that is drawn for a label, as boxes. */
function boxesOf({ code, sku, texts }: Label): Box[] {
  return [
    ...code,
    ...texts.map(({ box }) => box),
    ...sku.lines.map((line, index) => ({
      x: sku.x,
      y: sku.y + index * sku.size * SKU_LINE_HEIGHT,
      width: line.length * sku.size * 0.6,
      height: sku.size * SKU_LINE_HEIGHT,
    })),
  ];
}

/** Whether `box` is within `area`, give or take a thousandth of a point. */
function isWithin(box: Box, area: Box): boolean {
  return (
    box.x >= area.x - 0.001 &&
    box.y >= area.y - 0.001 &&
    box.x + box.width <= area.x + area.width + 0.001 &&
    box.y + box.height <= area.y + area.height + 0.001
  );
}

/** The label at the 0-based `place` of its sheet. */
function labelAt(place: number): Box {
  const [column, row] = [place % 3, Math.floor(place / 3)];
  return { x: column * 70 * MM, y: (4.5 + row * 36) * MM, width: 70 * MM, height: 36 * MM };
}

const content = (change: Partial<LabelContent> = {}): LabelContent => ({
  sku: 'BLT-0001',
  name: 'Bolts',
  location: null,
  ...change,
});

const only = (change: Partial<LabelContent>) => {
  const label = layOutLabels([content(change)])[0]?.[0];
  if (label === undefined) throw new Error('There is no label');
  return label;
};

describe('sheets of labels', () => {
  it('take 24 each, and as many as are needed', () => {
    const sizes = (count: number) =>
      layOutLabels(Array.from({ length: count }, () => content())).map(({ length }) => length);
    expect(sizes(1)).toEqual([1]);
    expect(sizes(24)).toEqual([24]);
    expect(sizes(50)).toEqual([24, 24, 2]);
  });

  it('have everything on its own label, whatever is said, and nothing where printers do not reach', () => {
    const printable = { x: 5 * MM, y: 5 * MM, width: SHEET.width - 10 * MM, height: SHEET.height - 10 * MM };
    fc.assert(
      fc.property(fc.array(contentArbitrary, { minLength: 1, maxLength: 30 }), (contents) => {
        const outside = layOutLabels(contents).flatMap((labels) =>
          labels.flatMap((label, place) =>
            boxesOf(label).filter((box) => !isWithin(box, labelAt(place)) || !isWithin(box, printable)),
          ),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('have nothing on top of anything else', () => {
    fc.assert(
      fc.property(contentArbitrary, (said) => {
        const { sku, texts, code } = only(said);
        const rows = [
          ...texts.map(({ box }) => ({ top: box.y, bottom: box.y + box.height })),
          { top: sku.y, bottom: sku.y + sku.lines.length * sku.size * SKU_LINE_HEIGHT },
        ].toSorted((one, other) => one.top - other.top);
        for (const [index, row] of rows.slice(1).entries())
          expect(row.top).toBeGreaterThanOrEqual(rows[index]?.bottom ?? 0);
        expect(Math.max(...code.map(({ x, width }) => x + width))).toBeLessThan(sku.x - 2);
      }),
    );
  });
});

describe('a label', () => {
  it('cuts a name to two lines, and says that there is more', () => {
    const [name] = only({
      name: 'Hexagon head screws with flange, galvanised, metric fine thread, M8 × 1 × 40',
    }).texts;
    expect(name?.lines).toHaveLength(2);
    expect(name?.lines[1]).toMatch(/…$/u);
    expect(name?.box.height).toBeCloseTo(2 * (name?.size ?? 0) * LINE_HEIGHT, 5);
  });

  it('has the whole SKU, in two lines of one size when it is long', () => {
    expect(only({ sku: 'BLT-0001' }).sku).toMatchObject({ lines: ['BLT-0001'], size: 10 });
    const long = 'A123456789B123456789C123456789D123456789';
    const { lines, size } = only({ sku: long }).sku;
    expect(lines).toEqual([long.slice(0, 20), long.slice(20)]);
    expect(size).toBeGreaterThan(7.5);
    expect(only({ sku: long.slice(0, 21) }).sku.lines.map(({ length }) => length)).toEqual([11, 10]);
  });

  it('has no line for a location that nobody has said', () => {
    expect(only({ location: null }).texts).toHaveLength(1);
    expect(only({ location: 'Wood Shop' }).texts[1]?.lines).toEqual(['Wood Shop']);
  });
});
