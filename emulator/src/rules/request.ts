/** What a ruleset is asked and what it answers. */
import type { AccessBudget } from './access-budget.ts';
import type { CoverageReport } from './coverage-report.ts';
import type { RulesDocument, RulesValue } from './values.ts';

export type { RulesDocument } from './values.ts';

export type RulesService = 'cloud.firestore' | 'firebase.storage';
export type RulesMethod = 'get' | 'list' | 'create' | 'update' | 'delete';

/** One fault in a source; `line` and `column` count from 1. */
export interface RulesIssue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** The documents that `get`, `exists` and their `…After` forms see, by segments behind `/documents`. */
export interface DocumentReader {
  /** As they are before the request. */
  before(path: readonly string[]): RulesDocument | null;
  /** As they would be after the whole request, batch or transaction. */
  after(path: readonly string[]): RulesDocument | null;
}

/** The query of a `list`. */
export interface RulesQuery {
  /** `request.query.limit`; null when the query has none. */
  readonly limit: number | null;
  readonly offset: number | null;
  /** The `orderBy` of a StructuredQuery in proto3 JSON. */
  readonly orderBy?: readonly unknown[] | undefined;
  /** The `where` of a StructuredQuery in proto3 JSON; a list of filters means all of them. */
  readonly where?: unknown;
  /** Whether collections of that id at any depth below the parent are asked (`allDescendants`). */
  readonly collectionGroup?: boolean | undefined;
}

/** One question. */
export interface RulesRequest {
  readonly service: RulesService;
  readonly method: RulesMethod;
  /**
   * Firestore: segments behind `/documents`, of the document, or for `list` of the collection (for a collection
   * group: the parent's segments, then the collection's id; without an id, the parent's alone).
   * Storage: the segments of `/b/BUCKET/o/…`, for `list` of the prefix.
   */
  readonly path: readonly string[];
  /** Firestore: the database's id, `(default)` when absent. */
  readonly database?: string | undefined;
  readonly auth: { readonly uid: string; readonly token: Record<string, unknown> } | null;
  readonly time: Date;
  /** Before the request; null when there is nothing, and for `list`. Storage: `data` holds the object's metadata. */
  readonly resource: RulesDocument | null;
  /** After the request, transforms applied; null for get, list and delete. */
  readonly newResource: RulesDocument | null;
  readonly query?: RulesQuery | undefined;
  readonly reader: DocumentReader;
  /** One budget for all the writes of a batch or transaction, from `createAccessBudget(20)`. */
  readonly accessBudget?: AccessBudget | undefined;
}

/** A question with `request` and `resource` given as values, as the Storage emulator puts it. */
export interface RulesQuestion {
  readonly service: RulesService;
  readonly method: RulesMethod;
  /** All segments from the root that the first `match` is relative to. */
  readonly path: readonly string[];
  readonly variables: ReadonlyMap<string, RulesValue>;
  readonly reader: DocumentReader;
}

export interface RulesDecision {
  readonly allowed: boolean;
  /** Empty when allowed; otherwise why each `allow` that was evaluated did not, e.g. `\nfalse for 'create' @ L71`. */
  readonly message: string;
}

/** How often one `allow` was evaluated, with which result. */
export interface AllowCoverage {
  /** Where the `allow` stands. */
  readonly line: number;
  readonly column: number;
  readonly methods: readonly RulesMethod[];
  /** The condition in the language itself. */
  readonly condition: string;
  readonly true: number;
  readonly false: number;
  readonly error: number;
  /** `list` only: neither true nor false for every possible result of the query. */
  readonly unknown: number;
}

/** A compiled source. */
export interface Ruleset {
  /** The `rules_version`. */
  readonly version: 1 | 2;
  /** Decides one request. Synchronous. Throws nothing but what the reader throws. */
  evaluate(request: RulesRequest): RulesDecision;
  /** The same for a question whose variables are values already. */
  evaluateWith(question: RulesQuestion): RulesDecision;
  /** The counts since the ruleset was compiled, one entry per `allow`, in the order of the source. */
  coverage(): readonly AllowCoverage[];
  /** What each expression came to so far, in the shape of Google's emulator. */
  coverageReport(): CoverageReport;
}

export type CompileResult =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly warnings: readonly RulesIssue[] }
  | { readonly ok: false; readonly issues: readonly RulesIssue[] };
