/**
 * Which lines of an order are one item: those of one style number and colour. The identity depends on what orders say
 * alone, not on the linesheet, so that an item stays itself, with all that people have changed, when either is replaced.
 * Pure.
 */
import { createHash } from 'node:crypto';
import type { OrderLine } from '../ordering/order.ts';
import { fold } from '../understanding/vocabulary/fold.ts';
import { clearlyDiffer } from './matching/name-likeness.ts';
import { bareForm, exactForm } from './matching/sku-forms.ts';

/** The lines of one item, in order, with the id made of what they have in common. */
export interface ItemLines<Line> {
  id: string;
  lines: Line[];
  /** The style number stands for clearly different names in this order, so that the name is part of the identity. */
  ambiguous: boolean;
}

type Naming = Pick<OrderLine, 'sku' | 'name' | 'color' | 'color_code'>;

/** The items of an order by first appearance. */
export function groupItems<Line extends Naming>(lines: readonly Line[]): ItemLines<Line>[] {
  const items = new Map<string, ItemLines<Line>>();
  for (const [style, ofStyle] of Map.groupBy(lines, styleKey)) {
    const names = distinctNames(ofStyle);
    const codes = codesByColor(ofStyle);
    for (const line of ofStyle) {
      const name = names.length > 1 ? nameOf(names, line.name) : null;
      const identity = JSON.stringify([style, colorKey(line, codes), name]);
      const item = items.get(identity) ?? { id: idOf(identity), lines: [], ambiguous: names.length > 1 };
      item.lines.push(line);
      items.set(identity, item);
    }
  }
  const position = new Map(lines.map((line, index) => [line, index]));
  const first = ({ lines: [line] }: ItemLines<Line>) =>
    line === undefined ? -1 : (position.get(line) ?? -1);
  return [...items.values()].toSorted((a, b) => first(a) - first(b));
}

/** The first 20 hex digits of the SHA-256 of the identity. */
function idOf(identity: string): string {
  return createHash('sha256').update(identity).digest('hex').slice(0, 20);
}

/** The style number; for orders without numbers the name. */
function styleKey({ sku, name }: Naming): string {
  if (sku !== null && exactForm(sku) !== '') return `number ${bareForm(sku) || exactForm(sku)}`;
  return `name ${fold(name ?? '')}`;
}

/** The code where there is one, else the name: codes are written alike everywhere, names are not. */
function colorKey({ color, color_code }: Naming, codes: ReadonlyMap<string, string>): string {
  const code = color_code ?? (color === null ? undefined : codes.get(fold(color)));
  return code === undefined ? `color ${fold(color ?? '')}` : `code ${bareForm(code)}`;
}

/** The code of every colour that has one, and only one, in some lines: the other lines of that colour mean the same. */
function codesByColor(lines: readonly Naming[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const unclear = new Set<string>();
  for (const { color, color_code } of lines) {
    if (color === null || color_code === null) continue;
    const known = codes.get(fold(color)) ?? color_code;
    if (bareForm(known) !== bareForm(color_code)) unclear.add(fold(color));
    codes.set(fold(color), known);
  }
  for (const color of unclear) codes.delete(color);
  return codes;
}

/** One name for each group of names that may mean the same; empty where lines have none. */
function distinctNames(lines: readonly Naming[]): string[] {
  const names: string[] = [];
  for (const { name } of lines) {
    if (name !== null && names.every((known) => clearlyDiffer(known, name))) names.push(name);
  }
  return names;
}

function nameOf(names: readonly string[], name: string | null): string {
  return name === null ? '' : fold(names.find((known) => !clearlyDiffer(known, name)) ?? name);
}
