/** Every row of the tables, and that the tables leave nothing out. */
import { describe, expect, it } from 'vitest';
import { binaryOperators, childrenOf, type Expression, typeNames } from '../../src/rules/ast.ts';
import { documentFunctionsOf } from '../../src/rules/document-access.ts';
import { methodTables } from '../../src/rules/library/members.ts';
import { debugFunction, globalFunctions, namespaces } from '../../src/rules/library/namespaces.ts';
import { parseExpression } from '../../src/rules/parse-expression.ts';
import { TokenReader } from '../../src/rules/token-reader.ts';
import * as collections from './collections.ts';
import * as logic from './logic.ts';
import * as numbers from './numbers.ts';
import * as places from './places.ts';
import * as requests from './requests.ts';
import { outcomeOf, type Table } from './table.ts';
import * as texts from './texts.ts';
import * as times from './times.ts';

const tables: readonly Table[] = [logic, numbers, texts, collections, times, places, requests].flatMap(
  (group) => Object.values<Table>(group),
);

describe.each(tables)('$about', (table) => {
  it.each(table.rows)('%s', (expression, outcome) => {
    expect(outcomeOf(expression, table)).toEqual(outcome);
  });
});

describe('the tables', () => {
  const used = new Set(tables.flatMap(namesIn));

  it('have three hundred rows and more, each once', () => {
    const rows = tables.flatMap(({ about, rows }) => rows.map(([expression]) => `${about}: ${expression}`));
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each<[string, readonly string[]]>([
    [
      'every operator',
      [...binaryOperators.flat(), '!', '-x', '?:', '[i]', '[i:j]', '.', '/path', '[]', '{}'],
    ],
    ['every type', typeNames.map((type) => `is ${type}`)],
    [
      'every method',
      Object.entries(methodTables).flatMap(([type, methods]) =>
        Array.from(methods.keys(), (name) => `${type}.${name}()`),
      ),
    ],
    ['every global function', [...globalFunctions.keys(), debugFunction].map((name) => `${name}()`)],
    [
      'every function of a namespace',
      [...namespaces].flatMap(([namespace, functions]) =>
        Array.from(functions.keys(), (name) => `${namespace}.${name}()`),
      ),
    ],
    [
      'every function that looks at documents',
      [
        ...documentFunctionsOf('cloud.firestore').map((name) => `${name}()`),
        ...documentFunctionsOf('firebase.storage').map((name) => `firestore.${name}()`),
      ],
    ],
  ])('have %s that the evaluator knows', (_, known) => {
    expect(known.filter((name) => !used.has(name))).toEqual([]);
  });
});

/** What the expressions of a table that are not refused make use of. */
function namesIn({ type, rows }: Table): readonly string[] {
  return rows.flatMap(([text, outcome]) =>
    typeof outcome === 'object' && 'refused' in outcome
      ? []
      : expressionsIn(parseExpression(new TokenReader(text))).flatMap((part) => nameOf(part, type)),
  );
}

function expressionsIn(expression: Expression): readonly Expression[] {
  return [expression, ...childrenOf(expression).flatMap(expressionsIn)];
}

function nameOf(expression: Expression, type: string | undefined): readonly string[] {
  switch (expression.type) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return ['[]'];
    case 'map':
      return ['{}'];
    case 'path':
      return ['/path'];
    case 'member':
      return ['.'];
    case 'index':
      return ['[i]'];
    case 'slice':
      return ['[i:j]'];
    case 'call':
      return [`${expression.name}()`];
    case 'method': {
      const { object, name } = expression;
      const isNamespace =
        object.type === 'name' && (namespaces.has(object.name) || object.name === 'firestore');
      return [`${isNamespace ? object.name : type}.${name}()`];
    }
    case 'unary':
      return [expression.operator === '!' ? '!' : '-x'];
    case 'is':
      return ['is', `is ${expression.typeName}`];
    case 'binary':
      return [expression.operator];
    case 'conditional':
      return ['?:'];
  }
}
