/** The fields of an item on its card. Every field that has a value is said, in as many lines as there is room for. */
import type { DeckField } from '../deck.ts';
import type { Box } from '../geometry.ts';
import { type DeckElement, LINE_HEIGHT } from './elements.ts';
import type { FieldValue } from './field-values.ts';
import type { DetailStyle } from './grids.ts';
import type { TextWeight } from './measure.ts';
import type { Palette } from './palette.ts';
import { lineCount, textElement } from './text.ts';

type RowStyle = Extract<DetailStyle, { kind: 'rows' }>;
type LineStyle = Extract<DetailStyle, { kind: 'lines' }>;

/** What is set as one: a field in a row, several in a line. */
interface Entry {
  label: string;
  value: string;
  brief: string | null;
  weight: TextWeight;
  quiet: boolean;
}

const PRICES: ReadonlySet<DeckField> = new Set(['wholesale_price', 'msrp']);

/** Fields that share a line on small cards. */
const SHARED_LINES: readonly (readonly DeckField[])[] = [
  ['sku', 'color'],
  ['sizes'],
  ['quantity'],
  ['wholesale_price', 'msrp'],
  ['material'],
  ['origin', 'season', 'delivery'],
];
/** Lines of small cards that say less. */
const QUIET: ReadonlySet<DeckField> = new Set(['sku', 'color', 'material', 'origin', 'season', 'delivery']);

/** Sets `fields` into `box`; one takes at most `fieldLines` lines. */
export function itemDetails(
  fields: readonly FieldValue[],
  box: Box,
  style: DetailStyle,
  fieldLines: number,
  palette: Palette,
): DeckElement[] {
  if (style.kind === 'lines') return setLines(entriesOfLines(fields), box, style, fieldLines, palette);
  const entries = fields.map(({ field, label, value, brief }) => ({
    label,
    value,
    brief,
    weight: weightOf(field),
    quiet: false,
  }));
  const gutter = 20;
  const width = (box.width - (style.columns - 1) * gutter) / style.columns;
  const half = Math.ceil(entries.length / style.columns);
  return Array.from({ length: style.columns }, (_, column) =>
    setRows(
      entries.slice(column * half, (column + 1) * half),
      { ...box, x: box.x + column * (width + gutter), width },
      style,
      fieldLines,
      palette,
    ),
  ).flat();
}

function weightOf(field: DeckField): TextWeight {
  return PRICES.has(field) ? 'bold' : 'regular';
}

function entriesOfLines(fields: readonly FieldValue[]): Entry[] {
  return SHARED_LINES.flatMap((shared) => {
    const found = fields.filter(({ field }) => shared.includes(field));
    const [first] = found;
    if (first === undefined) return [];
    const said = found.map(({ field, label, value }) =>
      PRICES.has(field) ? `${label}\u00a0${value}` : value,
    );
    return [
      {
        label: '',
        value: said.join(' · '),
        brief: first.brief,
        weight: weightOf(first.field),
        quiet: QUIET.has(first.field),
      },
    ];
  });
}

function setRows(
  entries: readonly Entry[],
  box: Box,
  style: RowStyle,
  fieldLines: number,
  palette: Palette,
): DeckElement[] {
  const { labelWidth, size, gap, rules } = style;
  const width = box.width - labelWidth;
  let y = box.y;
  return allotted(entries, { ...box, width }, size, gap, fieldLines).flatMap(
    ({ entry, text, lines }, index) => {
      const look = { role: 'body', sizes: [size], weight: 'regular' } as const;
      const label = textElement(entry.label, { x: box.x, y, width: labelWidth - 6 }, 1, {
        ...look,
        color: palette.quiet,
      });
      const value = textElement(text, { x: box.x + labelWidth, y, width }, lines, {
        ...look,
        weight: entry.weight,
        color: palette.text,
      });
      const ruleY = y - gap / 2;
      const rule: DeckElement[] =
        rules && index > 0
          ? [
              {
                kind: 'line',
                from: { x: box.x, y: ruleY },
                to: { x: box.x + box.width, y: ruleY },
                color: palette.hairline,
                width: 0.75,
              },
            ]
          : [];
      y += (value?.lines.length ?? 0) * size * LINE_HEIGHT + gap;
      return [...rule, label, value].filter((element) => element !== null);
    },
  );
}

function setLines(
  entries: readonly Entry[],
  box: Box,
  { size, gap }: LineStyle,
  fieldLines: number,
  palette: Palette,
): DeckElement[] {
  let y = box.y;
  return allotted(entries, box, size, gap, fieldLines).flatMap(({ entry, text, lines }) => {
    const element = textElement(text, { x: box.x, y, width: box.width }, lines, {
      role: 'body',
      sizes: [size],
      weight: entry.weight,
      color: entry.quiet ? palette.quiet : palette.text,
    });
    if (element === null) return [];
    y += element.box.height + gap;
    return [element];
  });
}

/** An entry, what it says, and in how many lines. */
interface Said {
  entry: Entry;
  text: string;
  lines: number;
}

/**
 * What each entry says, and in how many lines. Where there is not enough room for all that they want, the longest give
 * way first: those with a brief form take it, the others are cut.
 */
function allotted(
  entries: readonly Entry[],
  box: Box,
  size: number,
  gap: number,
  fieldLines: number,
): Said[] {
  const linesOf = (text: string, { weight }: Entry) => lineCount(text, size, weight, box.width);
  const inBrief = ({ entry, lines }: Said): Said | null =>
    entry.brief === null
      ? null
      : { entry, text: entry.brief, lines: Math.min(linesOf(entry.brief, entry), lines) };

  const said = entries.map((entry): Said => {
    const lines = linesOf(entry.value, entry);
    const full = { entry, text: entry.value, lines: Math.min(lines, fieldLines) };
    return lines > fieldLines ? (inBrief(full) ?? full) : full;
  });
  const room = Math.floor((box.height + gap - entries.length * gap) / (size * LINE_HEIGHT) + 1e-6);
  while (said.reduce((sum, { lines }) => sum + lines, 0) > room) {
    const most = Math.max(...said.map(({ lines }) => lines));
    if (most <= 1) break;
    const longest = said.filter(({ lines }) => lines === most);
    const yielding = longest.find(({ entry, text }) => entry.brief !== null && text !== entry.brief);
    const chosen = yielding ?? longest.at(-1);
    if (chosen === undefined) break;
    const shorter = { ...chosen, lines: most - 1 };
    said[said.indexOf(chosen)] = yielding === undefined ? shorter : (inBrief(shorter) ?? shorter);
  }
  return said;
}
