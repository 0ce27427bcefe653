/** Writes values for people: what `debug()` prints. */
import { pathText } from './equality.ts';
import { printFloat, printLiteral } from './print.ts';
import { quoteString } from './string-literal.ts';
import { formatDuration, formatRfc3339 } from './time.ts';
import type { Unknown } from './unknown.ts';
import type { RulesValue } from './values.ts';

/** A value with the name of its type before it, e.g. `string_value: 'x'`; what a query leaves open is a constraint. */
export function describeValue(value: RulesValue | Unknown): string {
  return value.kind === 'unknown'
    ? 'constraint_value: any that the query can find'
    : `${value.kind}_value: ${printValue(value)}`;
}

/** A value as the language writes it; what has no literal, in a form that no literal has. */
export function printValue(value: RulesValue): string {
  switch (value.kind) {
    case 'null':
    case 'bool':
    case 'int':
    case 'string':
    case 'bytes':
      return printLiteral(value);
    case 'float':
      return Number.isFinite(value.value) ? printLiteral(value) : String(value.value);
    case 'timestamp':
      return formatRfc3339(value.nanos);
    case 'duration':
      return formatDuration(value.nanos);
    case 'latlng':
      return `latlng(${printFloat(value.latitude)}, ${printFloat(value.longitude)})`;
    case 'path':
      return pathText(value);
    case 'list':
      return `[${printItems(value.items)}]`;
    case 'set':
      return `set[${printItems(value.items)}]`;
    case 'map':
      return printFields(value.fields);
    case 'map_diff':
      return `diff(${printFields(value.left)}, ${printFields(value.right)})`;
  }
}

function printItems(items: readonly RulesValue[]): string {
  return items.map(printValue).join(', ');
}

function printFields(fields: ReadonlyMap<string, RulesValue>): string {
  return `{${Array.from(fields, ([name, value]) => `${quoteString(name)}: ${printValue(value)}`).join(', ')}}`;
}
