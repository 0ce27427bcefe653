import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataOf, document, remove, root, set, wireFields, write } from '../../test/fixtures.ts';
import type { StoredDocument } from '../store/document.ts';
import { planCommit } from './plan.ts';
import type { Write } from './write.ts';

const time = 100;
const name = `${root}/jobs/j`;
const stored = document('jobs/j', { a: 1, m: { x: 1, y: 2 } }, 7);

function plan(writes: Write[], existing: StoredDocument | undefined = stored) {
  return planCommit(writes, (wanted) => (wanted === existing?.name ? existing : undefined), time);
}

function after(writes: Write[], existing?: StoredDocument) {
  return dataOf(plan(writes, existing).touched[0]?.after);
}

describe('an update', () => {
  it('without a mask replaces the document and keeps its creation time', () => {
    const [change] = plan([set('jobs/j', { b: 2 })]).changes;
    expect(dataOf(change?.after)).toEqual(wireFields({ b: 2 }));
    expect(change?.after).toMatchObject({ createTime: 1, updateTime: time });
  });

  it('with a mask touches the masked fields: sets those given, removes the others', () => {
    const updated = write({
      update: { name, fields: wireFields({ m: { x: 9 }, ignored: 1 }) },
      updateMask: { fieldPaths: ['m.x', 'm.y', 'a'] },
    });
    expect(after([updated])).toEqual(wireFields({ m: { x: 9 } }));
  });

  it('with an empty mask wipes nothing: only its transforms count', () => {
    const transformed = write({
      update: { name },
      updateMask: { fieldPaths: [] },
      updateTransforms: [{ fieldPath: 'a', increment: { integerValue: '2' } }],
    });
    expect(after([transformed])).toEqual(wireFields({ a: 3, m: { x: 1, y: 2 } }));
    expect(plan([transformed]).results[0]?.transformResults).toEqual([{ kind: 'integer', value: 3n }]);
  });

  it('that changes nothing keeps the version and is no change', () => {
    const same = plan([set('jobs/j', { m: { y: 2, x: 1 }, a: 1 })]);
    expect(same.changes).toEqual([]);
    expect(same.results).toEqual([{ updateTime: 7, transformResults: [] }]);
  });

  it('from integer to double is a change, though filters call them equal', () => {
    const asDouble = write({
      update: { name, fields: { ...wireFields({ m: { x: 1, y: 2 } }), a: { doubleValue: 1 } } },
    });
    expect(plan([asDouble]).changes).toHaveLength(1);
  });

  it('accepts the older form of transforms', () => {
    const older = write({
      transform: { document: name, fieldTransforms: [{ fieldPath: 'n', increment: { integerValue: '1' } }] },
    });
    expect(after([older])).toEqual(wireFields({ a: 1, m: { x: 1, y: 2 }, n: 1 }));
  });
});

describe('several writes of one commit', () => {
  it('build on each other and count as one change', () => {
    const { changes, results } = plan([set('jobs/j', { b: 1 }), remove('jobs/j'), set('jobs/j', { c: 1 })]);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.before).toBe(stored);
    expect(dataOf(changes[0]?.after)).toEqual(wireFields({ c: 1 }));
    expect(results).toHaveLength(3);
  });

  it('that make and delete a document change nothing', () => {
    expect(planCommit([set('a/b', {}), remove('a/b')], () => undefined, time).changes).toEqual([]);
  });
});

describe('a precondition', () => {
  const update = { update: { name, fields: {} } };

  it('asks for existence', () => {
    const missing = planCommit(
      [write({ ...update, currentDocument: { exists: true } })],
      () => undefined,
      time,
    );
    expect(missing.unmet).toMatchObject({
      status: 'NOT_FOUND',
      message: `No document to update: ${name}`,
    });
    expect(plan([write({ ...update, currentDocument: { exists: false } })]).unmet).toMatchObject({
      status: 'ALREADY_EXISTS',
      message: `Document already exists: ${name}`,
    });
  });

  it('asks for a version, however many zeros its time is written with', () => {
    const at = (updateTime: string) => write({ ...update, currentDocument: { updateTime } });
    expect(plan([at('1970-01-01T00:00:00.000008Z')]).unmet).toMatchObject({
      status: 'FAILED_PRECONDITION',
    });
    expect(plan([at('1970-01-01T00:00:00.000007000Z')]).changes).toHaveLength(1);
  });

  it('of a verify is all it does', () => {
    const verify = write({ verify: name, currentDocument: { exists: true } });
    expect(plan([verify])).toMatchObject({ changes: [], touched: [{ access: 'verify' }] });
    expect(planCommit([verify], () => undefined, time).unmet).toMatchObject({ status: 'NOT_FOUND' });
  });

  it('that does not hold leaves a plan of what the write would do if it held', () => {
    const missing = planCommit(
      [write({ ...update, currentDocument: { exists: true } })],
      () => undefined,
      time,
    );
    expect(missing.touched).toMatchObject([{ unmet: 'exists', before: undefined, after: { name } }]);
    const existing = plan([write({ ...update, currentDocument: { exists: false } })]);
    expect(existing.touched).toMatchObject([{ unmet: 'missing', before: undefined, after: { name } }]);
  });
});

describe('any sequence of writes', () => {
  /** A model that knows documents as plain objects with number fields. */
  type Model = Map<string, Map<string, number>>;
  const path = fc.constantFrom('c/1', 'c/2');
  const field = fc.constantFrom('a', 'b');
  const value = fc.integer({ min: 0, max: 2 });
  const command = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), path, field, value }),
    fc.record({ kind: fc.constant('merge' as const), path, field, value }),
    fc.record({ kind: fc.constant('add' as const), path, field, value }),
    fc.record({ kind: fc.constant('drop' as const), path, field, value }),
    fc.record({ kind: fc.constant('delete' as const), path, field, value }),
  );
  type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

  function applyToModel(model: Model, { kind, path: key, field: name, value: number }: Command): void {
    const current = model.get(key) ?? new Map<string, number>();
    if (kind === 'delete') {
      model.delete(key);
    } else if (kind === 'set') {
      model.set(key, new Map([[name, number]]));
    } else if (kind === 'drop') {
      current.delete(name);
      model.set(key, current);
    } else {
      model.set(key, current.set(name, kind === 'add' ? (current.get(name) ?? 0) + number : number));
    }
  }

  function toWrite({ kind, path: key, field: name, value: number }: Command): Write {
    const document = `${root}/${key}`;
    const updateMask = { fieldPaths: [name] };
    switch (kind) {
      case 'delete':
        return remove(key);
      case 'set':
        return set(key, { [name]: number });
      case 'merge':
        return write({ update: { name: document, fields: wireFields({ [name]: number }) }, updateMask });
      case 'drop':
        return write({ update: { name: document }, updateMask });
      case 'add':
        return write({
          update: { name: document },
          updateMask: { fieldPaths: [] },
          updateTransforms: [{ fieldPath: name, increment: { integerValue: String(number) } }],
        });
    }
  }

  it('leaves what a simple model leaves', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const model: Model = new Map();
        for (const each of commands) {
          applyToModel(model, each);
        }
        const planned = planCommit(commands.map(toWrite), () => undefined, time);
        for (const { segments, after: result } of planned.touched) {
          const expected = model.get(segments.join('/'));
          expect(dataOf(result)).toEqual(expected && wireFields(Object.fromEntries(expected)));
        }
      }),
    );
  });
});
