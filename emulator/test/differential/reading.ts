/** Reads, compared with the model. */
import { aggregationResponse, batchGetResponse, runQueryResponse } from './decode.ts';
import { encodeAggregations, encodeMask, encodeQuery, encodeTime } from './encode.ts';
import { answerOf, Difference, expectDocuments, expectSame } from './expectation.ts';
import { databaseName, root } from './generate/values.ts';
import { type Aggregate, type Aggregation, aggregated } from './model/aggregate.ts';
import type { Document, Micros, State } from './model/commit.ts';
import { type FieldPath, onlyAt } from './model/field-path.ts';
import { isAccepted } from './model/filter.ts';
import { type Query, results } from './model/query.ts';
import { canonical, numberOf, type Value } from './model/value.ts';
import type { ProtocolClient } from './protocol.ts';
import type { Statistics } from './statistics.ts';
import { countQuery } from './tally.ts';

/** Where a read looks: the present unless told otherwise. */
export interface Consistency {
  readonly readTime?: Micros | undefined;
  readonly transaction?: string | undefined;
}

/** Reads with one client, counting. */
export class Reading {
  readonly #client: ProtocolClient;
  readonly #statistics: Statistics;

  constructor(client: ProtocolClient, statistics: Statistics) {
    this.#client = client;
    this.#statistics = statistics;
  }

  /** Gets documents, of which some may be missing. */
  async get(
    paths: readonly string[],
    mask: readonly FieldPath[] | undefined,
    state: State,
    consistency: Consistency = {},
  ): Promise<void> {
    const responses = await this.#client.collect('BatchGetDocuments', {
      database: databaseName,
      documents: paths.map((path) => `${root}/${path}`),
      ...(mask ? { mask: encodeMask(mask) } : {}),
      ...encodeConsistency(consistency),
    });
    const answers = responses.map((response) => batchGetResponse.parse(response));
    const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    const found = answers.flatMap((answer) => answer.found ?? []).sort(byPath);
    const expected = paths.flatMap((path) => state.get(path) ?? []).sort(byPath);
    expectDocuments('Documents', found, expected.map(onlyFields(mask)));
    const missing = answers.flatMap((answer) => answer.missing?.slice(root.length + 1) ?? []);
    const absent = paths.filter((path) => !state.has(path));
    expectSame('Missing documents', missing.sort().join(' '), absent.sort().join(' '));
    this.#statistics.count('documents got', paths.length);
  }

  /** Runs a query. */
  async query(query: Query, state: State, consistency: Consistency = {}): Promise<void> {
    const request = { ...encodeQuery(query, root), ...encodeConsistency(consistency) };
    const answer = await answerOf(this.#client.collect('RunQuery', request));
    const expected = results(query, state, root);
    countQuery(query, expected, state, this.#statistics);
    if (consistency.readTime !== undefined) {
      this.#statistics.count('queries in the past');
    }
    if (this.#isRefused(query, answer) || 'refused' in answer) {
      return;
    }
    const found = answer.value.flatMap((response) => runQueryResponse.parse(response).document ?? []);
    expectDocuments(
      'The results of a query',
      query.fromEnd ? found.reverse() : found,
      expected.map(onlyFields(query.select)),
    );
  }

  /** Counts and adds up. */
  async aggregate(query: Query, aggregations: readonly Aggregation[], state: State): Promise<void> {
    const { parent, structuredQuery } = encodeQuery(query, root);
    const answer = await answerOf(
      this.#client.collect('RunAggregationQuery', {
        parent,
        structuredAggregationQuery: { structuredQuery, aggregations: encodeAggregations(aggregations) },
      }),
    );
    this.#statistics.count('aggregations');
    for (const { op } of aggregations) {
      this.#statistics.count(`aggregation ${op}`);
    }
    if (this.#isRefused(query, answer) || 'refused' in answer) {
      return;
    }
    const documents = results(query, state, root);
    this.#statistics.count('aggregations of something', documents.length > 0 ? 1 : 0);
    const { aggregateFields } = aggregationResponse.parse(answer.value[0]).result;
    for (const [index, expected] of aggregated(aggregations, documents).entries()) {
      const found = aggregateFields[`a${index}`];
      if (!found || !isClose(found, expected)) {
        throw new Difference(`The ${aggregations[index]?.op} of documents`, found, expected.value);
      }
    }
  }

  /** Whether the server refuses a query; it must do so exactly for those that Firestore does not take. */
  #isRefused(query: Query, answer: { value: unknown } | { refused: string }): boolean {
    const accepted = query.where === undefined || isAccepted(query.where);
    expectSame(
      'The outcome of a query',
      'refused' in answer ? answer.refused : 'taken',
      accepted ? 'taken' : 'INVALID_ARGUMENT',
    );
    if (!accepted) {
      this.#statistics.count('queries refused');
      this.#statistics.count('refused INVALID_ARGUMENT');
    }
    return !accepted;
  }
}

function encodeConsistency({ readTime, transaction }: Consistency): object {
  return {
    ...(readTime === undefined ? {} : { readTime: encodeTime(readTime) }),
    ...(transaction === undefined ? {} : { transaction }),
  };
}

function onlyFields(paths: readonly FieldPath[] | undefined) {
  return (document: Document): Document =>
    paths ? { ...document, fields: onlyAt(document.fields, paths) } : document;
}

function isClose(found: Value, { value, tolerance }: Aggregate): boolean {
  if (canonical(found) === canonical(value)) {
    return true;
  }
  return (
    'doubleValue' in found &&
    'doubleValue' in value &&
    Math.abs(Number(numberOf(found)) - value.doubleValue) <= tolerance
  );
}
