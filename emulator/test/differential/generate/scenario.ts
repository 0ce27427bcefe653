/** One case: documents to begin with, what is listened to, and what happens. */
import fc from 'fast-check';
import type { Write } from '../model/commit.ts';
import type { FieldPath } from '../model/field-path.ts';
import {
  listenedQuery,
  type PlannedAggregation,
  type PlannedQuery,
  plannedAggregation,
  plannedQuery,
} from './queries.ts';
import { documentPath, field } from './values.ts';
import {
  deletion,
  manyDocuments,
  type PlannedWrite,
  someDocuments,
  unconditionalWrite,
  writes,
} from './writes.ts';

export type PlannedTarget =
  | { readonly kind: 'documents'; readonly paths: readonly string[] }
  | { readonly kind: 'query'; readonly planned: PlannedQuery };

export type Step =
  | { readonly kind: 'commit'; readonly writes: readonly PlannedWrite[] }
  /** Several commits that are sent without waiting for an answer. */
  | { readonly kind: 'burst'; readonly commits: readonly Write[] }
  | {
      readonly kind: 'get';
      readonly paths: readonly string[];
      readonly mask: readonly FieldPath[] | undefined;
      readonly past: number | undefined;
    }
  | { readonly kind: 'query'; readonly queries: readonly PlannedQuery[]; readonly past: number | undefined }
  | { readonly kind: 'aggregate'; readonly aggregation: PlannedAggregation }
  | {
      readonly kind: 'transaction';
      readonly reads: readonly string[];
      readonly query: PlannedQuery | undefined;
      readonly writes: readonly PlannedWrite[];
      /** What somebody else writes after the reads. */
      readonly outsider: Write | undefined;
      readonly rollBack: boolean;
    }
  | {
      readonly kind: 'readOnlyTransaction';
      readonly paths: readonly string[];
      readonly query: PlannedQuery;
      readonly outsider: Write;
    }
  | { readonly kind: 'listen'; readonly slot: number; readonly stream: number; readonly resume: boolean }
  /** Stops listening to a target, and takes it up again after others have written. */
  | {
      readonly kind: 'away';
      readonly slot: number;
      readonly stream: number;
      readonly commits: readonly Write[];
    }
  | { readonly kind: 'unlisten'; readonly slot: number }
  | { readonly kind: 'reconnect'; readonly stream: number };

export type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

export interface Scenario {
  readonly documents: readonly Write[];
  readonly targets: readonly PlannedTarget[];
  readonly steps: readonly Step[];
}

const paths = fc.uniqueArray(documentPath, { minLength: 1, maxLength: 3 });
const past = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(5) });
const mask = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: field.map(({ path }): FieldPath[] => [path]) },
);

const commit: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('commit'), writes });
const burst: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('burst'),
  commits: fc.array(unconditionalWrite, { minLength: 2, maxLength: 4 }),
});
const get: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('get'), paths, mask, past });
const query: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('query'),
  queries: fc.array(plannedQuery, { minLength: 1, maxLength: 4, size: 'max' }),
  past,
});
const aggregate: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('aggregate'),
  aggregation: plannedAggregation,
});
const transaction: fc.Arbitrary<Step> = fc
  .record({
    reads: paths,
    query: fc.option(plannedQuery, { nil: undefined }),
    writes,
    outsider: fc.option(unconditionalWrite, { nil: undefined, freq: 3 }),
    meet: fc.boolean(),
    rollBack: fc.constantFrom(false, false, false, true),
  })
  .map(({ outsider, meet, ...made }) => ({
    kind: 'transaction',
    ...made,
    outsider: outsider && meet ? { ...outsider, path: made.reads[0] ?? outsider.path } : outsider,
  }));
const readOnlyTransaction: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('readOnlyTransaction'),
  paths,
  query: plannedQuery,
  outsider: unconditionalWrite,
});
const slot = fc.nat(2);
const stream = fc.nat(1);
const listening: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('listen' as const), slot, stream, resume: fc.boolean() }),
  fc.record({
    kind: fc.constant('away' as const),
    slot,
    stream,
    commits: fc.array(fc.oneof(unconditionalWrite, deletion), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('unlisten' as const), slot }),
  fc.record({ kind: fc.constant('reconnect' as const), stream }),
);

const asking = fc.oneof(
  { weight: 6, arbitrary: query },
  { weight: 6, arbitrary: commit },
  { weight: 2, arbitrary: aggregate },
  { weight: 1, arbitrary: get },
  { weight: 3, arbitrary: transaction },
  { weight: 1, arbitrary: readOnlyTransaction },
);
const watching = fc.oneof(
  { weight: 6, arbitrary: commit },
  { weight: 2, arbitrary: burst },
  { weight: 4, arbitrary: listening },
  { weight: 1, arbitrary: transaction },
);

const target: fc.Arbitrary<PlannedTarget> = fc.oneof(
  {
    weight: 4,
    arbitrary: listenedQuery.map((planned): PlannedTarget => ({ kind: 'query', planned })),
  },
  { weight: 1, arbitrary: paths.map((all): PlannedTarget => ({ kind: 'documents', paths: all })) },
);

/** Any case: some ask, some listen, a few ask about many documents. */
export const scenario: fc.Arbitrary<Scenario> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      documents: someDocuments,
      targets: fc.constant([]),
      steps: fc.array(asking, { minLength: 1, maxLength: 4, size: 'max' }),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      documents: someDocuments,
      targets: fc.array(target, { minLength: 1, maxLength: 3 }),
      steps: fc.array(watching, { minLength: 1, maxLength: 6, size: 'max' }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      documents: manyDocuments,
      targets: fc.array(target, { maxLength: 1 }),
      steps: fc.array(asking, { minLength: 1, maxLength: 6, size: 'max' }),
    }),
  },
);
