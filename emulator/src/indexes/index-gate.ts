/** Refuses queries that would need an index which the project has not declared, as production does. */
import type { Query } from '../query/query.ts';
import { StatusError } from '../status.ts';
import type { FieldPath } from '../values/field-path.ts';
import { IndexConfig, parseIndexConfig } from './index-config.ts';
import { missingIndex, missingMessage } from './missing-index.ts';
import { describeQuery, type QueryShape, shapeOf } from './query-shape.ts';
import { isAlternativeServed, isServed } from './serving.ts';

/** What is known of all queries of one shape. */
interface Verdict {
  readonly shape: QueryShape;
  readonly refusal: string | undefined;
  times: number;
}

/** What has been asked since the indexes were declared. */
export interface IndexReport {
  /** Each shape of query, and how often it was asked. */
  readonly queries: Readonly<Record<string, number>>;
  /** Indexes that have been declared and without which, one at a time, all these queries would be answered just the same. */
  readonly unneeded: readonly string[];
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
    const verdicts = [...this.#verdicts];
    const answered = verdicts.flatMap(([, { shape, refusal }]) => (refusal === undefined ? [shape] : []));
    return {
      queries: Object.fromEntries(verdicts.map(([query, { times }]) => [query, times])),
      unneeded: [...this.#config.eachLeftOut()].flatMap(({ declared, others }) =>
        answered.every((shape) => isServed(others, shape)) ? [declared] : [],
      ),
    };
  }

  #judge(query: Query, aggregated: readonly FieldPath[]): Verdict {
    const shape = shapeOf(query, aggregated);
    const missing = shape.alternatives
      .filter((alternative) => !isAlternativeServed(this.#config, shape, alternative))
      .map((alternative) => missingIndex(this.#config, shape, alternative));
    return { shape, refusal: missing.length > 0 ? missingMessage(shape, missing) : undefined, times: 0 };
  }
}
