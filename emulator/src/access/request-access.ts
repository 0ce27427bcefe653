/** What one caller may do in one database: turns reads and commits into questions to the security rules. */
import type { CommitPlan, TouchedDocument } from '../commit/plan.ts';
import { joinName } from '../paths.ts';
import type { Query } from '../query/query.ts';
import type { WireQuery } from '../query/structured-query.ts';
import { StatusError } from '../status.ts';
import type { Database } from '../store/database.ts';
import type { StoredDocument } from '../store/document.ts';
import type { Micros } from '../values/timestamp.ts';
import type { Auth, Caller } from './caller.ts';

export type AccessMethod = 'get' | 'list' | 'create' | 'update' | 'delete';

/** One question to the rules. */
export interface AccessQuestion {
  readonly database: string;
  readonly method: AccessMethod;
  /** Segments behind `documents/`: of the document, or for `list` of the collection. */
  readonly path: readonly string[];
  readonly auth: Auth | null;
  readonly time: Micros;
  readonly resource: StoredDocument | undefined;
  readonly newResource: StoredDocument | undefined;
  /** For `list`: the query, in both its forms. */
  readonly query: { readonly decoded: Query; readonly wire: WireQuery } | undefined;
  /** Documents as they are before the request, by segments. */
  readonly before: (path: readonly string[]) => StoredDocument | undefined;
  /** Documents as they would be after the whole request. */
  readonly after: (path: readonly string[]) => StoredDocument | undefined;
}

export interface AccessDecision {
  readonly allowed: boolean;
  /** Why not. */
  readonly message: string;
}

/** Decides questions. Without rules for a project everything is allowed. */
export interface AccessRules {
  /** Decides the questions of one request together: all must be allowed. */
  decide(questions: readonly AccessQuestion[]): AccessDecision;
}

export class RequestAccess {
  readonly #database: Database<Caller>;
  readonly #caller: Caller;
  readonly #rules: AccessRules;

  constructor(database: Database<Caller>, caller: Caller, rules: AccessRules) {
    this.#database = database;
    this.#caller = caller;
    this.#rules = rules;
  }

  get caller(): Caller {
    return this.#caller;
  }

  /** Throws PERMISSION_DENIED unless the document (undefined: there is none) may be read. */
  checkGet(path: readonly string[], resource: StoredDocument | undefined): void {
    this.#check([{ ...this.#question('get', path), resource }]);
  }

  /** Whether the document may be read. */
  mayGet(document: StoredDocument): boolean {
    try {
      this.checkGet(document.segments, document);
      return true;
    } catch {
      return false;
    }
  }

  /** Throws PERMISSION_DENIED unless every possible result of the query may be read. */
  checkList(decoded: Query, wire: WireQuery): void {
    const path = decoded.collectionId ? [...decoded.parent, decoded.collectionId] : decoded.parent;
    this.#check([{ ...this.#question('list', path), query: { decoded, wire } }]);
  }

  /** Throws PERMISSION_DENIED unless the listing of ids and metadata is for the owner, as in production. */
  checkOwner(what: string): void {
    if (this.#caller.kind !== 'owner') {
      throw new StatusError('PERMISSION_DENIED', `${what} is for server clients only.`);
    }
  }

  /** Throws PERMISSION_DENIED when one of the writes is refused; then none is carried out. */
  checkCommit(plan: CommitPlan): void {
    if (this.#caller.kind === 'owner') {
      return;
    }
    const planned = new Map(plan.touched.map((document) => [document.name, document.after]));
    const after = (path: readonly string[]) => {
      const name = joinName(this.#database.name, path);
      return planned.has(name) ? planned.get(name) : this.#database.get(name);
    };
    this.#check(
      plan.touched.map((document) => {
        const method = methodFor(document);
        return {
          ...this.#question(method, document.segments),
          time: plan.time,
          resource: document.before,
          newResource: method === 'create' || method === 'update' ? document.after : undefined,
          after,
        };
      }),
    );
  }

  #question(method: AccessMethod, path: readonly string[]): AccessQuestion {
    const before = (wanted: readonly string[]) => this.#database.get(joinName(this.#database.name, wanted));
    return {
      database: this.#database.name,
      method,
      path,
      auth: this.#caller.kind === 'client' ? this.#caller.auth : null,
      time: this.#database.readTime,
      resource: undefined,
      newResource: undefined,
      query: undefined,
      before,
      after: before,
    };
  }

  #check(questions: readonly AccessQuestion[]): void {
    if (this.#caller.kind === 'owner') {
      return;
    }
    const { allowed, message } = this.#rules.decide(questions);
    if (!allowed) {
      throw new StatusError('PERMISSION_DENIED', message);
    }
  }
}

/** What a write would do if its precondition held: rules are asked about that even when it does not. */
function methodFor({ access, before, after, unmet }: TouchedDocument): AccessMethod {
  if (access === 'verify') {
    return 'get';
  }
  if (!after) {
    return 'delete';
  }
  return before || unmet === 'exists' ? 'update' : 'create';
}
