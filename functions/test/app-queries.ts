/** The queries of the app: what the functions of `web/src/data/*records.ts` make, whatever they are given. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Firestore, Query } from 'firebase-admin/firestore';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

/** The files in which the app's queries are. */
export const recordFiles = globSync('web/src/data/*records.ts', { cwd: root }).sort();

const querySchema = z.object({
  from: z.enum(['collection', 'group']),
  path: z.string(),
  where: z.record(z.string(), z.unknown()),
  orderBy: z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) }).optional(),
});
export type AppQuery = z.infer<typeof querySchema>;

export interface NamedQuery {
  file: string;
  name: string;
  query: AppQuery;
}

/** Every query of every file, for each way to leave out what may be null. Throws when a function among them makes none. */
export async function appQueries(): Promise<NamedQuery[]> {
  const found: NamedQuery[] = [];
  for (const file of recordFiles) {
    const module: unknown = await import(pathToFileURL(path.join(root, file)).href);
    for (const [group, makers] of entriesOf(module).filter(([name]) => /queries$/iu.test(name)))
      for (const [member, make] of entriesOf(makers)) {
        const name = `${group}.${member}`;
        const made = queriesOf(make);
        if (made.length === 0) throw new Error(`${file}: ${name} makes no query`);
        found.push(...made.map((query) => ({ file, name, query })));
      }
  }
  return found;
}

/** What a function makes of all that its parameters, and the members of those that are objects, can be: something or null. */
export function queriesOf(make: unknown): AppQuery[] {
  if (typeof make !== 'function') return [];
  const made = new Map<string, AppQuery>();
  const names = new Set(Array.from({ length: make.length }, (_, index) => String(index)));
  // What is read of the parameters shows when it is called: as many rounds as it takes until nothing new does.
  for (let known = -1; known < names.size; ) {
    known = names.size;
    for (const absent of subsetsOf([...names])) {
      const parameters = Array.from({ length: make.length }, (_, index) =>
        absent.has(String(index)) ? null : anything(`${index}`, absent, names),
      );
      const query = querySchema.safeParse(attempt(() => Reflect.apply(make, undefined, parameters))).data;
      if (query !== undefined) made.set(shapeOf(query), query);
    }
  }
  return [...made.values()];
}

/** Stands for a text, a number or an object whose members are such things, or null if they are among the `absent`. */
function anything(name: string, absent: ReadonlySet<string>, names: Set<string>): object {
  return new Proxy(
    {},
    {
      get(_target, key) {
        if (typeof key === 'symbol') return key === Symbol.toPrimitive ? () => 'x' : undefined;
        const member = `${name}.${key}`;
        names.add(member);
        return absent.has(member) ? null : 'x';
      },
    },
  );
}

/** Undefined for a function that does not take null there. */
function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function subsetsOf(names: readonly string[]): Set<string>[] {
  return Array.from(
    { length: 2 ** names.length },
    (_, bits) => new Set(names.filter((_name, index) => (bits & (2 ** index)) !== 0)),
  );
}

function shapeOf({ from, path: place, where, orderBy }: AppQuery): string {
  return JSON.stringify([from, place.split('/').at(-1), Object.keys(where).sort(), orderBy]);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** The same query as the Admin SDK says it. */
export function asked(db: Firestore, { from, path: place, where, orderBy }: AppQuery): Query {
  const source: Query = from === 'group' ? db.collectionGroup(place) : db.collection(place);
  const filtered = Object.keys(where).reduce((query, field) => query.where(field, '==', 'x'), source);
  return orderBy === undefined ? filtered : filtered.orderBy(orderBy.field, orderBy.direction);
}
