/**
 * What a query says about every document it can find, as the cases that must each be proven: the path of the document
 * and its data, known where the query fixes them and unknown elsewhere.
 */
import { isNumber, type NumberValue } from './equality.ts';
import type { PathElement } from './match-path.ts';
import { type Alternative, alternativesOf, type Comparison, mostAlternatives } from './query-filter.ts';
import type { RulesQuery } from './request.ts';
import { anything, type Bound, type Facts, openMap, type Unknown, unknown } from './unknown.ts';
import { floatValue, intValue, nullValue, type RulesValue, type ValueKind, type ValueOf } from './values.ts';

export interface QueryCase {
  /** Segments behind `/documents`. */
  readonly path: readonly PathElement[];
  readonly data: Unknown;
}

/** The cases of a query on a collection, or on the collections of that id below `collection`'s parent. */
export function casesOf(collection: readonly string[], query: RulesQuery): readonly QueryCase[] {
  return alternativesOf(query.where, query.orderBy ?? []).flatMap((alternative) =>
    dataCases(alternative).map((data) => ({ path: documentPath(collection, query, alternative), data })),
  );
}

function documentPath(
  collection: readonly string[],
  query: RulesQuery,
  alternative: Alternative,
): readonly PathElement[] {
  const hasId = collection.length % 2 === 1;
  const parent = hasId ? collection.slice(0, -1) : collection;
  const id: PathElement = hasId ? (collection.at(-1) ?? '') : { any: 'one' };
  if (!query.collectionGroup) {
    return [...parent, id, ...knownId(collection, alternative)];
  }
  return [...parent, { any: 'many' }, id, { any: 'one' }];
}

/** The id that `__name__ == …` gives a document of this very collection. */
function knownId(collection: readonly string[], alternative: Alternative): readonly PathElement[] {
  const [id] = alternative.flatMap(({ path, op, value }) => {
    if (path[0] !== '__name__' || op !== 'EQUAL' || value.kind !== 'path') {
      return [];
    }
    const segments = value.segments.slice(3).map((segment) => ('text' in segment ? segment.text : ''));
    const inCollection =
      segments.length === collection.length + 1 &&
      collection.every((part, index) => part === segments[index]);
    return inCollection ? segments.slice(-1) : [];
  });
  return [id ?? { any: 'one' }];
}

/** What is known of one field, and of the fields within it. */
interface FieldFacts {
  /** The values it can have, when a query fixes it. */
  choices?: readonly RulesValue[];
  facts: Facts;
  readonly inner: Map<string, FieldFacts>;
}

const newField = (): FieldFacts => ({ facts: {}, inner: new Map() });

function dataCases(alternative: Alternative): readonly Unknown[] {
  const root = newField();
  for (const comparison of alternative) {
    if (comparison.path[0] !== '__name__') {
      record(fieldAt(root, comparison.path), comparison);
    }
  }
  return expand(root).map((value) => (value.kind === 'unknown' ? value : openMap(new Map())));
}

function fieldAt(root: FieldFacts, path: readonly string[]): FieldFacts {
  let field = root;
  for (const name of path) {
    const inner = field.inner.get(name) ?? newField();
    field.inner.set(name, inner);
    field = inner;
  }
  return field;
}

function record(field: FieldFacts, { op, value }: Comparison): void {
  switch (op) {
    case 'EXISTS':
      return;
    case 'EQUAL':
      recordEqual(field, value);
      return;
    case 'NOT_EQUAL':
      addFacts(field, { not: [nullValue, value] });
      return;
    case 'NOT_IN':
      addFacts(field, { not: [nullValue, ...(value.kind === 'list' ? value.items : [])] });
      return;
    case 'ARRAY_CONTAINS':
      addFacts(field, { kinds: new Set<ValueKind>(['list']), contains: [value] });
      return;
    case 'GREATER_THAN':
    case 'GREATER_THAN_OR_EQUAL':
      addFacts(field, { ...boundFacts(value, 'lower', op === 'GREATER_THAN_OR_EQUAL') });
      return;
    case 'LESS_THAN':
    case 'LESS_THAN_OR_EQUAL':
      addFacts(field, { ...boundFacts(value, 'upper', op === 'LESS_THAN_OR_EQUAL') });
      return;
  }
}

/** Adds facts; of two bounds on one side the later counts, which proves less but nothing wrong. */
function addFacts(field: FieldFacts, added: Facts): void {
  const joined = <T>(left: readonly T[] = [], right: readonly T[] = []) => [...left, ...right];
  const { facts } = field;
  field.facts = {
    ...facts,
    ...added,
    not: joined(facts.not, added.not),
    contains: joined(facts.contains, added.contains),
  };
}

/** A bound also fixes the type: a query compares within one type only, ints and floats being one. */
function boundFacts(value: RulesValue, side: 'lower' | 'upper', inclusive: boolean): Facts {
  const kinds = new Set<ValueKind>(isNumber(value) ? ['int', 'float'] : [value.kind]);
  const comparable = ['int', 'float', 'string', 'timestamp', 'bytes', 'bool'].includes(value.kind);
  const isNaN = value.kind === 'float' && Number.isNaN(value.value);
  const bound: Bound = { value, inclusive };
  if (!comparable || isNaN) {
    return { kinds };
  }
  return side === 'lower' ? { kinds, lower: bound } : { kinds, upper: bound };
}

/** A query does not tell ints from floats, rules do: each number stands for all that equal it. */
function recordEqual(field: FieldFacts, value: RulesValue): void {
  if (isNumber(value)) {
    field.choices = equalNumbers(value);
  } else if (value.kind === 'list') {
    addFacts(field, { kinds: new Set<ValueKind>(['list']), contains: value.items });
  } else if (value.kind === 'map') {
    addFacts(field, { kinds: new Set<ValueKind>(['map']) });
    for (const [name, inner] of value.fields) {
      recordEqual(fieldAt(field, [name]), inner);
    }
  } else {
    field.choices = [value];
  }
}

function equalNumbers(number: NumberValue): readonly RulesValue[] {
  const zero: readonly ValueOf<'int' | 'float'>[] = [intValue(0), floatValue(0), floatValue(-0)];
  if (Number(number.value) === 0) {
    return zero;
  }
  if (number.kind === 'int') {
    const float = Number(number.value);
    return BigInt(float) === number.value ? [number, floatValue(float)] : [number];
  }
  const isInt = Number.isInteger(number.value) && Math.abs(number.value) < 2 ** 63;
  return isInt ? [intValue(BigInt(number.value)), number] : [number];
}

/** Every combination of the choices; too many, and the fields with choices become unknown. */
function expand(field: FieldFacts): readonly (RulesValue | Unknown)[] {
  if (field.choices) {
    return field.choices;
  }
  if (field.inner.size === 0) {
    return [unknown(field.facts)];
  }
  let combinations: ReadonlyMap<string, RulesValue | Unknown>[] = [new Map()];
  for (const [name, inner] of field.inner) {
    const values = expand(inner);
    const choices = combinations.length * values.length > mostAlternatives ? [anything] : values;
    combinations = combinations.flatMap((fields) =>
      choices.map((value) => new Map([...fields, [name, value]])),
    );
  }
  return combinations.map((fields) => openMapWith(field.facts, fields));
}

function openMapWith(facts: Facts, fields: ReadonlyMap<string, RulesValue | Unknown>): Unknown {
  return unknown({ ...facts, ...openMap(fields).facts });
}
