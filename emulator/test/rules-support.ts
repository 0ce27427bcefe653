/** What the tests of the rules evaluator share: asking one expression, or one ruleset, in a line. */
import { compileRules, type RulesRequest, type Ruleset } from '../src/rules/ruleset.ts';
import { fromJson, mapValue, type RulesDocument } from '../src/rules/values.ts';

/** Compiles, or throws with the issues. */
export function rulesOf(source: string): Ruleset {
  const compiled = compileRules(source);
  if (!compiled.ok) {
    throw new Error(
      compiled.issues.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'),
    );
  }
  return compiled.ruleset;
}

/** A ruleset for Firestore with these statements inside `match /databases/{database}/documents`. */
export function firestoreRules(body: string): Ruleset {
  return rulesOf(
    `rules_version = '2';\nservice cloud.firestore { match /databases/{database}/documents {\n${body}\n} }`,
  );
}

/** A document with plain JSON as its data. */
function documentOf(path: string, data: Record<string, unknown> = {}): RulesDocument {
  return {
    name: path.split('/'),
    data: mapValue(Object.entries(data).map(([name, value]) => [name, fromJson(value)])),
  };
}

export interface Asked extends Partial<Omit<RulesRequest, 'path' | 'resource' | 'newResource' | 'auth'>> {
  /** Segments with slashes between. */
  path: string;
  uid?: string | null;
  token?: Record<string, unknown>;
  /** The data before and after. */
  before?: Record<string, unknown> | undefined;
  after?: Record<string, unknown>;
  /** Other documents, by path: as they are, and as they will be. */
  documents?: Record<string, Record<string, unknown>>;
  documentsAfter?: Record<string, Record<string, unknown>>;
}

/** A whole request from the parts that matter. */
export function requestOf(asked: Asked): RulesRequest {
  const { path, uid = 'ada', token = {}, before, after, documents = {}, documentsAfter, ...rest } = asked;
  const reading = (known: Record<string, Record<string, unknown>>) => (wanted: readonly string[]) => {
    const name = wanted.join('/');
    const data = known[name];
    return data ? documentOf(name, data) : null;
  };
  return {
    service: 'cloud.firestore',
    method: 'get',
    auth: uid === null ? null : { uid, token },
    time: new Date('2026-03-04T05:06:07.089Z'),
    path: path.split('/'),
    resource: before ? documentOf(path, before) : null,
    newResource: after ? documentOf(path, after) : null,
    reader: { before: reading(documents), after: reading(documentsAfter ?? documents) },
    ...rest,
  };
}

/** Whether the ruleset allows it. */
export function allows(ruleset: Ruleset, asked: Asked): boolean {
  return ruleset.evaluate(requestOf(asked)).allowed;
}

/** What a condition comes to on a document `things/one`: true, false, or the text of its error. */
export function outcomeOf(condition: string, asked: Partial<Asked> = {}, functions = ''): boolean | string {
  const ruleset = firestoreRules(`${functions} match /things/{thing} { allow get: if ${condition}; }`);
  const { allowed, message } = ruleset.evaluate(requestOf({ path: 'things/one', before: {}, ...asked }));
  const reason = message.slice(1).replace(/ for 'get' @ L\d+$/, '');
  return allowed || (reason === 'false' ? false : reason);
}
