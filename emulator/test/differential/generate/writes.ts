/** Random writes. What they depend on (the version of a document) is filled in when they are sent. */
import fc from 'fast-check';
import type { Write } from '../model/commit.ts';
import { type FieldPath, overlap } from '../model/field-path.ts';
import type { Transform } from '../model/transform.ts';
import type { Fields, Value } from '../model/value.ts';
import { documentPath, element, field, fields, operand, value } from './values.ts';

/** What must hold for a write: nothing, that the document is there or not, or that it is at a version. */
export type Condition = 'none' | 'exists' | 'missing' | 'thisVersion' | 'otherVersion';

export interface PlannedWrite {
  readonly write: Write;
  readonly condition: Condition;
}

const anyPath = field.map(({ path }) => path);

/** Mostly a field that has what a transform is for. */
function mostly(path: FieldPath): fc.Arbitrary<FieldPath> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(path) }, { weight: 1, arbitrary: anyPath });
}

const transform: fc.Arbitrary<Transform> = fc.oneof(
  anyPath.map((path): Transform => ({ path, op: 'requestTime' })),
  fc
    .tuple(mostly(['n']), fc.constantFrom('increment', 'maximum', 'minimum'), operand)
    .map(([path, op, by]): Transform => ({ path, op, operand: by })),
  fc
    .tuple(
      mostly(['l']),
      fc.constantFrom('append', 'remove'),
      fc.array(element, { minLength: 1, maxLength: 3 }),
    )
    .map(([path, op, elements]): Transform => ({ path, op, elements })),
);

/** A field is transformed once in a write. */
const transforms = fc
  .array(transform, { minLength: 1, maxLength: 3 })
  .map((all) => apart(all, ({ path }) => path));
const maybeTransforms = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Transform[]>([]) },
  { weight: 1, arbitrary: transforms },
);

const change: fc.Arbitrary<readonly [FieldPath, Value | undefined]> = field.chain((each) =>
  fc.tuple(
    fc.constant(each.path),
    fc.oneof({ weight: 3, arbitrary: each.value }, { weight: 1, arbitrary: fc.constant(undefined) }),
  ),
);
const changes = fc.array(change, { maxLength: 3 }).map((all) => apart(all, ([path]) => path));

const anyCondition = fc.oneof(
  { weight: 14, arbitrary: fc.constant<Condition>('none') },
  { weight: 3, arbitrary: fc.constant<Condition>('exists') },
  { weight: 2, arbitrary: fc.constantFrom<Condition>('missing', 'thisVersion', 'thisVersion') },
  { weight: 1, arbitrary: fc.constant<Condition>('otherVersion') },
);
const someCondition = fc.constantFrom<Condition>('exists', 'thisVersion', 'missing', 'otherVersion');

/** Deletes a document, whether it is there or not. */
export const deletion: fc.Arbitrary<Write> = documentPath.map((path) => ({ op: 'delete', path }));

/** Writes that go through whatever is there. */
export const unconditionalWrite: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ path: documentPath, fields, transforms: maybeTransforms })
      .map((made): Write => ({ op: 'set', ...made })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({ path: documentPath, changes, transforms: maybeTransforms })
      .map((made): Write => ({ op: 'merge', ...made })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ path: documentPath, transforms })
      .map((made): Write => ({ op: 'transform', ...made })),
  },
  { weight: 3, arbitrary: deletion },
);

const write: fc.Arbitrary<PlannedWrite> = fc.oneof(
  { weight: 15, arbitrary: fc.record({ write: unconditionalWrite, condition: anyCondition }) },
  {
    weight: 1,
    arbitrary: fc.record({
      write: documentPath.map((path): Write => ({ op: 'verify', path })),
      condition: someCondition,
    }),
  },
);

/** The writes of one commit. */
export const writes: fc.Arbitrary<PlannedWrite[]> = fc.array(write, { minLength: 1, maxLength: 4 });

const newDocument: fc.Arbitrary<Write> = fc
  .record({ path: documentPath, fields })
  .map((made) => ({ op: 'set', transforms: [], ...made }));

/** Documents to begin with. */
export const someDocuments: fc.Arbitrary<Write[]> = fc.array(newDocument, { maxLength: 20, size: 'max' });

/** As many documents in one collection as it takes for indexes to be worthwhile. */
export const manyDocuments: fc.Arbitrary<Write[]> = fc
  .array(fc.record({ fields, more: value }), { minLength: 70, maxLength: 90 })
  .map((all) =>
    all.map(
      ({ fields: own, more }, index): Write => ({
        op: 'set',
        path: `c/${index}`,
        fields: withField(own, more),
        transforms: [],
      }),
    ),
  );

function withField(own: Fields, more: Value): Fields {
  return { a: more, ...own };
}

/** Those of a list whose paths do not overlap with the path of an earlier one. */
function apart<T>(all: readonly T[], pathOf: (each: T) => FieldPath): T[] {
  return all.filter(
    (each, index) => !all.slice(0, index).some((earlier) => overlap(pathOf(earlier), pathOf(each))),
  );
}
