/** Two workspaces with one of everything, whole and damaged, of which one must never see anything of the other. */
import type { Firestore } from 'firebase-admin/firestore';
import { WORKSPACE } from '../../functions/test/api-bench.ts';
import { WORKSPACE as SEEDED } from '../rules/people.ts';
import { SEED } from '../rules/seed.ts';

export const OTHER_WORKSPACE = 'w2';

/** Stands in every text of the other workspace. */
export const SECRET = 'canary-7f3a';

const TEXTS = new Set([
  'name',
  'title',
  'file_name',
  'description',
  'note',
  'season',
  'display_name',
  'email',
]);

/** `value` with the canary in its texts. */
function marked(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return TEXTS.has(field) ? `${value} ${SECRET}` : value;
  if (Array.isArray(value)) return value.map((inner) => marked(inner, field));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, name)]));
}

/** What lies below the workspace of the rules' tests, by its path there. */
const BELOW = [...SEED].flatMap(([path, data]) => {
  const prefix = `workspaces/${SEEDED}/`;
  return path.startsWith(prefix) ? [{ place: path.slice(prefix.length), data }] : [];
});

async function seed(db: Firestore, workspace: string, change: (data: object) => unknown): Promise<void> {
  const writer = db.bulkWriter();
  for (const { place, data } of BELOW) {
    const changed = change(data);
    if (!place.startsWith('members/') && typeof changed === 'object' && changed !== null)
      void writer.set(db.doc(`workspaces/${workspace}/${place}`), changed);
  }
  await writer.close();
}

/** Fills both workspaces, or puts back what there was. */
export async function seedBoth(db: Firestore): Promise<void> {
  await seed(db, WORKSPACE, (data) => data);
  await seed(db, OTHER_WORKSPACE, (data) => marked(data));
}

/** The ids of what there is, by the names of parameters: `collection_id` for documents of `collections`, else all. */
export function idsFor(parameter: string): string[] {
  const wanted = `${parameter.replace(/_id$/u, '')}s`;
  const named = BELOW.flatMap(({ place }) => {
    const parts = place.split('/');
    return parts.flatMap((part, index) =>
      index % 2 === 1 && (parts[index - 1] ?? '').endsWith(wanted) ? [part] : [],
    );
  });
  const all = BELOW.flatMap(({ place }) => place.split('/').filter((_, index) => index % 2 === 1));
  return [...new Set(named.length > 0 ? named : all)];
}
