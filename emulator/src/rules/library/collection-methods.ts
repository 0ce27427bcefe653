/** Methods of lists, sets, maps and map diffs. */
import { typeFailure } from '../arithmetic.ts';
import { equals, includes } from '../equality.ts';
import { type Failure, failure } from '../failure.ts';
import { boolValue, intValue, listValue, type RulesValue, stringValue, type ValueOf } from '../values.ts';
import { convertToString } from './conversions.ts';
import { type LibraryMethod, type MethodTable, method } from './signature.ts';

type Items = ValueOf<'list' | 'set'>;
type Fields = ReadonlyMap<string, RulesValue>;

/** A set of the items, each once. */
export function setOf(items: readonly RulesValue[]): ValueOf<'set'> {
  const distinct: RulesValue[] = [];
  for (const item of items) {
    if (!includes(distinct, item)) {
      distinct.push(item);
    }
  }
  return { kind: 'set', items: distinct };
}

const shared: readonly (readonly [string, LibraryMethod<Items>])[] = [
  ['size', method([], (self) => intValue(self.items.length))],
  ['hasAll', method(['items'], (self, wanted) => boolValue(isWithin(wanted.items, self.items)))],
  [
    'hasAny',
    method(['items'], (self, wanted) => boolValue(wanted.items.some((item) => includes(self.items, item)))),
  ],
  ['hasOnly', method(['items'], (self, allowed) => boolValue(isWithin(self.items, allowed.items)))],
];

function isWithin(items: readonly RulesValue[], container: readonly RulesValue[]): boolean {
  return items.every((item) => includes(container, item));
}

function without(items: readonly RulesValue[], removed: readonly RulesValue[]): RulesValue[] {
  return items.filter((item) => !includes(removed, item));
}

/** @see https://firebase.google.com/docs/reference/rules/rules.List */
export const listMethods: MethodTable<ValueOf<'list'>> = new Map<string, LibraryMethod<ValueOf<'list'>>>([
  ...shared,
  ['concat', method(['list'], (self, other) => listValue([...self.items, ...other.items]))],
  ['join', method(['string'], (self, separator) => joinItems(self.items, separator.value))],
  ['removeAll', method(['list'], (self, removed) => listValue(without(self.items, removed.items)))],
  ['toSet', method([], (self) => setOf(self.items))],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.Set */
export const setMethods: MethodTable<ValueOf<'set'>> = new Map<string, LibraryMethod<ValueOf<'set'>>>([
  ...shared,
  ['difference', method(['set'], (self, other) => setOf(without(self.items, other.items)))],
  [
    'intersection',
    method(['set'], (self, other) => setOf(self.items.filter((item) => includes(other.items, item)))),
  ],
  ['union', method(['set'], (self, other) => setOf([...self.items, ...other.items]))],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.Map */
export const mapMethods: MethodTable<ValueOf<'map'>> = new Map([
  ['size', method([], (self) => intValue(self.fields.size))],
  ['keys', method([], (self) => listValue([...self.fields.keys()].map(stringValue)))],
  ['values', method([], (self) => listValue([...self.fields.values()]))],
  ['get', method(['any', 'any'], (self, key, fallback) => getOr(self, key, fallback))],
  ['diff', method(['map'], (self, other) => ({ kind: 'map_diff', left: self.fields, right: other.fields }))],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.MapDiff */
export const mapDiffMethods: MethodTable<ValueOf<'map_diff'>> = new Map([
  ['addedKeys', method([], ({ left, right }) => keySet(left, (key) => !right.has(key)))],
  ['removedKeys', method([], ({ left, right }) => keySet(right, (key) => !left.has(key)))],
  ['changedKeys', method([], ({ left, right }) => keySet(left, (key) => isShared(left, right, key, false)))],
  ['unchangedKeys', method([], ({ left, right }) => keySet(left, (key) => isShared(left, right, key, true)))],
  [
    'affectedKeys',
    method([], ({ left, right }) =>
      keySet(new Map([...left, ...right]), (key) => !isShared(left, right, key, true)),
    ),
  ],
]);

function keySet(fields: Fields, selects: (key: string) => boolean): RulesValue {
  return { kind: 'set', items: [...fields.keys()].filter(selects).map(stringValue) };
}

/** Whether both maps have the key, with values that are equal, or not. */
function isShared(left: Fields, right: Fields, key: string, equal: boolean): boolean {
  const [before, after] = [right.get(key), left.get(key)];
  return before !== undefined && after !== undefined && equals(before, after) === equal;
}

function getOr(self: ValueOf<'map'>, key: RulesValue, fallback: RulesValue): RulesValue | Failure {
  const path = key.kind === 'list' ? key.items : [key];
  let current: RulesValue = self;
  for (const step of path) {
    if (step.kind !== 'string') {
      return typeFailure(step, ['string']);
    }
    const next: RulesValue | undefined = current.kind === 'map' ? current.fields.get(step.value) : undefined;
    if (!next) {
      return fallback;
    }
    current = next;
  }
  return current;
}

function joinItems(items: readonly RulesValue[], separator: string): RulesValue | Failure {
  const texts: string[] = [];
  for (const item of items) {
    const text = convertToString(item);
    if (text.kind !== 'string') {
      return failure('Only a list of plain values can be joined.');
    }
    texts.push(text.value);
  }
  return stringValue(texts.join(separator));
}
