/** Refuses queries that would need an index which the project has not declared, as production does. */
import type { Query } from '../query/query.ts';
import { StatusError } from '../status.ts';
import type { FieldPath } from '../values/field-path.ts';
import { IndexConfig, parseIndexConfig } from './index-config.ts';
import { type MissingIndex, missingIndex, missingMessage } from './missing-index.ts';
import { describeQuery, shapeOf } from './query-shape.ts';
import { describeSingle, serve } from './serving.ts';

/** What is known of all queries of one shape. */
interface Verdict {
  readonly refusal: string | undefined;
  /** What has been declared and serves them. */
  readonly used: readonly string[];
  times: number;
}

/** What has been asked since the indexes were declared. */
export interface IndexReport {
  /** Each shape of query, and how often it was asked. */
  readonly queries: Readonly<Record<string, number>>;
  /** Indexes that have been declared and that no query has used. */
  readonly unused: readonly string[];
}

/** So many shapes of queries are remembered. Programs have dozens; what has more makes them up. */
const mostShapes = 10_000;

export class IndexGate {
  #config = new IndexConfig([], []);
  readonly #verdicts = new Map<string, Verdict>();

  /** @param text what `firestore.indexes.json` says; throws with a message for the user when it says nothing */
  constructor(text: string) {
    this.declare(text);
  }

  /** Takes other indexes. When they cannot be read, it throws and the old ones stay. */
  declare(text: string): void {
    this.#config = parseIndexConfig(text);
    this.#verdicts.clear();
  }

  /** Throws FAILED_PRECONDITION when an index is missing. @param aggregated the fields of sums and averages */
  check(query: Query, aggregated: readonly FieldPath[] = []): void {
    const description = describeQuery(query, aggregated);
    let verdict = this.#verdicts.get(description);
    if (!verdict) {
      verdict = this.#judge(query, aggregated);
      if (this.#verdicts.size < mostShapes) {
        this.#verdicts.set(description, verdict);
      }
    }
    verdict.times += 1;
    if (verdict.refusal !== undefined) {
      throw new StatusError('FAILED_PRECONDITION', verdict.refusal);
    }
  }

  report(): IndexReport {
    const used = new Set([...this.#verdicts.values()].flatMap((verdict) => verdict.used));
    return {
      queries: Object.fromEntries([...this.#verdicts].map(([query, { times }]) => [query, times])),
      unused: this.#declared().filter((index) => !used.has(index)),
    };
  }

  /** Composite indexes, and those of single fields that there would not be without. */
  #declared(): string[] {
    const singles = [...this.#config.overrides].flatMap(({ collectionId, path, indexes }) =>
      indexes
        .filter(({ scope }) => scope === 'COLLECTION_GROUP')
        .map(({ scope, mode }) => describeSingle(collectionId, path, scope, mode)),
    );
    return [...this.#config.composites.map(({ declared }) => declared), ...singles];
  }

  #judge(query: Query, aggregated: readonly FieldPath[]): Verdict {
    const shape = shapeOf(query, aggregated);
    const used: string[] = [];
    const missing: MissingIndex[] = [];
    for (const alternative of shape.alternatives) {
      const serving = serve(this.#config, shape, alternative);
      if (serving) {
        used.push(...serving);
      } else {
        missing.push(missingIndex(this.#config, shape, alternative));
      }
    }
    return { refusal: missing.length > 0 ? missingMessage(shape, missing) : undefined, used, times: 0 };
  }
}
