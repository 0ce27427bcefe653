/** The rulesets of all projects, and the bridge from the server's questions to the evaluator's. */

import { parseDatabaseName } from '../paths.ts';
import { createAccessBudget } from '../rules/access-budget.ts';
import { compileRules, type RulesDocument, type Ruleset, type RulesIssue } from '../rules/ruleset.ts';
import { fromFirestoreFields } from '../rules/values.ts';
import { encodeDocument, type StoredDocument } from '../store/document.ts';
import type { AccessDecision, AccessQuestion, AccessRules } from './request-access.ts';

/** The document accesses that all writes of a commit share. */
const accessesPerCommit = 20;

export class RulesGate implements AccessRules {
  readonly #rulesets = new Map<string, Ruleset>();
  readonly #print: (line: string) => void;
  #fallback: Ruleset | undefined;

  /** @param print takes a line for each value that goes through `debug()` in the rules */
  constructor(print: (line: string) => void = () => {}) {
    this.#print = print;
  }

  /**
   * Takes a source as the rules of a project, or without one as those of every project that has none of its own.
   * When the source has errors the rules stay as they were. Returns errors and warnings.
   */
  setRules(source: string, project?: string): readonly RulesIssue[] {
    const compiled = compileRules(source, this.#print);
    if (!compiled.ok) {
      return compiled.issues;
    }
    if (project === undefined) {
      this.#fallback = compiled.ruleset;
    } else {
      this.#rulesets.set(project, compiled.ruleset);
    }
    return compiled.warnings;
  }

  /** The rules of a project; undefined when everything is allowed. */
  rulesetOf(project: string): Ruleset | undefined {
    return this.#rulesets.get(project) ?? this.#fallback;
  }

  decide(questions: readonly AccessQuestion[]): AccessDecision {
    const accessBudget = questions.length > 1 ? createAccessBudget(accessesPerCommit) : undefined;
    for (const question of questions) {
      const { project, database } = parseDatabaseName(question.database);
      const decision = this.rulesetOf(project)?.evaluate({
        ...questionToRules(question),
        database,
        accessBudget,
      });
      if (decision && !decision.allowed) {
        return decision;
      }
    }
    return { allowed: true, message: '' };
  }
}

function questionToRules(question: AccessQuestion) {
  const { method, path, auth, time, query } = question;
  return {
    service: 'cloud.firestore' as const,
    method,
    path,
    auth,
    time: new Date(time / 1000),
    resource: toRules(question.resource),
    newResource: toRules(question.newResource),
    query: query && {
      limit: query.decoded.limit ?? null,
      offset: query.decoded.offset || null,
      orderBy: query.wire.orderBy,
      where: query.wire.where,
      collectionGroup: query.decoded.allDescendants,
    },
    reader: {
      before: (wanted: readonly string[]) => toRules(question.before(wanted)),
      after: (wanted: readonly string[]) => toRules(question.after(wanted)),
    },
  };
}

/** Converted once per version: membership documents are read again and again. */
const converted = new WeakMap<StoredDocument, RulesDocument>();

function toRules(document: StoredDocument | undefined): RulesDocument | null {
  if (!document) {
    return null;
  }
  let rules = converted.get(document);
  if (!rules) {
    rules = { name: document.segments, data: fromFirestoreFields(encodeDocument(document).fields) };
    converted.set(document, rules);
  }
  return rules;
}
