/** Finds in the source of the product where it asks the database for more than documents by name or whole collections. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['functions/src', 'web/src', 'model/src', 'scripts'].map(
  (folder) => `${folder}/**/*.{ts,tsx}`,
);

/** What makes of a collection a query that may need an index, in the Admin SDK and in the Web SDK. */
const builders = new Set([
  'where',
  'orderBy',
  'collectionGroup',
  'findNearest',
  'limitToLast',
  'aggregate',
  'getAggregateFromServer',
]);
/** Says of what a query is. By itself it is a whole collection, for which no index is needed. */
const start = 'collection';
/** The queries of the Web SDK as the app says them: objects that name where they look. */
const places = new Set(['collection', 'group']);

/**
 * The calls in one file that build queries, and the queries said as objects, in the order in which they are written; none for
 * a file that asks for whole collections alone.
 */
export function callsIn(file: string, source: string): string[] {
  const found: { at: number; text: string; isQuery: boolean }[] = [];
  const slice = ({ start, end }: { start: number; end: number }) =>
    source.slice(start, end).replaceAll(/\s+/g, ' ');
  new Visitor({
    CallExpression({ callee, arguments: given, end }) {
      if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return;
      const called = callee.type === 'Identifier' ? callee : callee.property;
      const on =
        callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : '';
      // The paths of the model have collections as well.
      if (called.type !== 'Identifier' || /paths$/iu.test(on)) return;
      const { name } = called;
      // The end of a call tells its place in a chain, where all begin alike.
      if (builders.has(name) || name === start)
        found.push({ at: end, text: `${name}(${given.map(slice).join(', ')})`, isQuery: name !== start });
    },
    Property({ key, value, start: begin }) {
      const isPlace = value.type === 'Literal' && typeof value.value === 'string' && places.has(value.value);
      if (key.type === 'Identifier' && key.name === 'from' && isPlace)
        found.push({ at: begin, text: `{ from: '${value.value}' }`, isQuery: true });
    },
  }).visit(parseSync(file, source).program);
  return found.some(({ isQuery }) => isQuery)
    ? found.toSorted((a, b) => a.at - b.at).map(({ text }) => text)
    : [];
}

/** Files in which queries are built, with the calls that build them. Tests and what the gallery is made of do not count. */
export function sourceQueries(): Map<string, string[]> {
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !file.includes('.test.') && !file.startsWith('web/src/fixtures/'))
    .sort();
  return new Map(
    files.flatMap((file) => {
      const calls = callsIn(file, readFileSync(path.join(root, file), 'utf8'));
      return calls.length > 0 ? [[file, calls]] : [];
    }),
  );
}
