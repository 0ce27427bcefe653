/** Whether what a request names is there. */
import { ApiProblem } from '@docket/model/api/problem';
import type { RequestContext } from './context.ts';

/** Documents that are looked for at a time. */
const AT_ONCE = 500;

/** Ids that a sentence names. */
const NAMED = 5;

/** "“a”, “b” and 3 more" */
export function namedIds(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).map((id) => `“${id}”`);
  const rest = ids.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest.toLocaleString('en')} more` : named.join(', ');
}

/** Throws an ApiProblem that names some of those of `ids` that are not there. `what`: "parts". */
export async function requireAll(
  { db }: Pick<RequestContext, 'db'>,
  ids: readonly string[],
  pathOf: (id: string) => string,
  what: string,
): Promise<void> {
  const missing: string[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const found = await db.getAll(...some.map((id) => db.doc(pathOf(id))), { fieldMask: [] });
    missing.push(...some.filter((_, place) => found[place]?.exists !== true));
  }
  if (missing.length > 0)
    throw new ApiProblem('unprocessable', `There are no such ${what}: ${namedIds(missing)}.`);
}
