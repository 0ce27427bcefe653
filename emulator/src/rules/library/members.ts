/** Finds the method of a value, and the fields, elements and slices of one. */
import { typeFailure } from '../arithmetic.ts';
import { type Failure, failure, nullFailure } from '../failure.ts';
import { listValue, type RulesValue, stringValue } from '../values.ts';
import { listMethods, mapDiffMethods, mapMethods, setMethods } from './collection-methods.ts';
import {
  bytesMethods,
  charactersOf,
  durationMethods,
  latlngMethods,
  pathMethods,
  stringMethods,
  timestampMethods,
} from './scalar-methods.ts';
import type { MethodTable } from './signature.ts';

/** The methods of each type. */
export const methodTables = {
  bytes: bytesMethods,
  duration: durationMethods,
  latlng: latlngMethods,
  list: listMethods,
  map: mapMethods,
  map_diff: mapDiffMethods,
  path: pathMethods,
  set: setMethods,
  string: stringMethods,
  timestamp: timestampMethods,
} as const;

/** The numbers of arguments that methods of this name take, over all types; empty for an unknown name. */
export function methodArities(name: string): ReadonlySet<number> {
  const arities = Object.values(methodTables).map((table) => table.get(name)?.arity);
  return new Set(arities.filter((arity) => arity !== undefined));
}

/** Calls a method of a value. */
export function callMethod(
  self: RulesValue,
  name: string,
  args: readonly RulesValue[],
): RulesValue | Failure {
  switch (self.kind) {
    case 'null':
      return nullFailure;
    case 'bool':
    case 'int':
    case 'float':
      return failure(`Function not found error: Name: [${name}].`);
    case 'bytes':
      return invoke(methodTables.bytes, self, name, args);
    case 'duration':
      return invoke(methodTables.duration, self, name, args);
    case 'latlng':
      return invoke(methodTables.latlng, self, name, args);
    case 'list':
      return invoke(methodTables.list, self, name, args);
    case 'map':
      return invoke(methodTables.map, self, name, args);
    case 'map_diff':
      return invoke(methodTables.map_diff, self, name, args);
    case 'path':
      return invoke(methodTables.path, self, name, args);
    case 'set':
      return invoke(methodTables.set, self, name, args);
    case 'string':
      return invoke(methodTables.string, self, name, args);
    case 'timestamp':
      return invoke(methodTables.timestamp, self, name, args);
  }
}

function invoke<S>(
  table: MethodTable<S>,
  self: S,
  name: string,
  args: readonly RulesValue[],
): RulesValue | Failure {
  const method = table.get(name);
  return method && method.arity === args.length
    ? method.call(self, args)
    : failure(`Function not found error: Name: [${name}].`);
}

/** `object.name` */
export function memberOf(object: RulesValue, name: string): RulesValue | Failure {
  if (object.kind === 'map') {
    return object.fields.get(name) ?? failure(`Property ${name} is undefined on object.`);
  }
  if (object.kind === 'path') {
    const segment = object.segments.find((candidate) => 'text' in candidate && candidate.bound === name);
    return segment && 'text' in segment
      ? stringValue(segment.text)
      : failure(`Property ${name} is undefined on object.`);
  }
  return object.kind === 'null' ? nullFailure : typeFailure(object, ['map']);
}

/** `object[index]` */
export function elementOf(object: RulesValue, index: RulesValue): RulesValue | Failure {
  if ((object.kind === 'map' || object.kind === 'path') && index.kind === 'string') {
    return memberOf(object, index.value);
  }
  const items = itemsOf(object);
  if (items.kind === 'failure') {
    return items;
  }
  if (index.kind !== 'int') {
    return typeFailure(index, ['int']);
  }
  return items.items[Number(index.value)] ?? failure('Index out of range.');
}

/** `object[from:to]`, without the element at `to`. */
export function sliceOf(object: RulesValue, from: RulesValue, to: RulesValue): RulesValue | Failure {
  if (from.kind !== 'int' || to.kind !== 'int') {
    return typeFailure(from.kind === 'int' ? to : from, ['int']);
  }
  const items = itemsOf(object);
  if (items.kind === 'failure') {
    return items;
  }
  const inRange = from.value >= 0n && from.value <= to.value && to.value <= BigInt(items.items.length);
  if (!inRange) {
    return failure('Index out of range.');
  }
  const slice = items.items.slice(Number(from.value), Number(to.value));
  if (object.kind === 'string') {
    return stringValue(slice.map((item) => (item.kind === 'string' ? item.value : '')).join(''));
  }
  return listValue(slice);
}

function itemsOf(object: RulesValue): { kind: 'items'; items: readonly RulesValue[] } | Failure {
  switch (object.kind) {
    case 'list':
      return { kind: 'items', items: object.items };
    case 'string':
      return { kind: 'items', items: charactersOf(object.value).map(stringValue) };
    case 'path':
      return {
        kind: 'items',
        items: object.segments.map((segment) => stringValue('text' in segment ? segment.text : '')),
      };
    case 'null':
      return nullFailure;
    case 'bool':
    case 'bytes':
    case 'duration':
    case 'float':
    case 'int':
    case 'latlng':
    case 'map':
    case 'map_diff':
    case 'set':
    case 'timestamp':
      return typeFailure(object, ['map', 'list', 'string', 'path']);
  }
}
