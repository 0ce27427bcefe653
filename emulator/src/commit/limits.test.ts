import { describe, expect, it } from 'vitest';
import { document, remove, root, set, wire, wireFields, write } from '../../test/fixtures.ts';
import type { StoredDocument } from '../store/document.ts';
import { checkBatch } from './limits.ts';
import { planCommit } from './plan.ts';
import type { Write } from './write.ts';

const name = `${root}/jobs/j`;
const large = 'x'.repeat(1_048_000);

function plan(...writes: Write[]) {
  return () => planCommit(writes, () => undefined, 1);
}

function refusal(message: string) {
  return expect.objectContaining({ status: 'INVALID_ARGUMENT', message: expect.stringContaining(message) });
}

const fields = (count: number, value: unknown = 1) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, value]));
const increments = (count: number, path = name) =>
  write({
    update: { name: path },
    updateMask: { fieldPaths: [] },
    updateTransforms: Array.from({ length: count }, (_, index) => ({
      fieldPath: `f${index}`,
      increment: wire(1),
    })),
  });
const masked = (...fieldPaths: string[]) =>
  write({ update: { name, fields: wireFields({}) }, updateMask: { fieldPaths } });

describe('a document', () => {
  it('has at most 1 MiB, and the refusal says how large it is', () => {
    expect(plan(set('jobs/j', { large }))).not.toThrow();
    expect(plan(set('jobs/j', { large, more: 'x'.repeat(600) }))).toThrow(
      refusal(
        `Document '${name}' cannot be written because its size (1,048,668 bytes) exceeds the maximum allowed size of 1,048,576 bytes.`,
      ),
    );
  });

  it('has no value longer than 1 MiB less 89 bytes, however deep', () => {
    const long = 'x'.repeat(1_048_488);
    expect(plan(set('jobs/j', { m: { 'odd name': long } }))).toThrow(
      refusal('The value of property "m.`odd name`" is longer than 1048487 bytes.'),
    );
  });

  it('has at most 40,000 index entries: two for each field, one for each element of an array', () => {
    expect(plan(set('c/d', fields(20_000)))).not.toThrow();
    expect(plan(set('c/d', fields(20_001)))).toThrow(refusal('too many index entries for entity /c/d'));
    expect(plan(set('c/d', { list: Array.from({ length: 40_000 }, () => true) }))).not.toThrow();
    expect(plan(set('c/d', { m: { n: { list: Array.from({ length: 40_001 }, () => true) } } }))).toThrow(
      refusal('too many index entries'),
    );
  });

  it('has no index entry over 7.5 KiB, of which a value is 1,500 bytes at most', () => {
    const below = (count: number) => Array.from({ length: count }, () => 'i'.repeat(1020)).join('/');
    expect(plan(set(below(2), { text: 'x'.repeat(100_000) }))).not.toThrow();
    expect(plan(set(below(4), { text: 'x' }))).not.toThrow();
    expect(plan(set(below(4), { text: 'x'.repeat(100_000) }))).toThrow(refusal('An index entry'));
  });

  it('has index entries of 8 MiB together', () => {
    const id = 'i'.repeat(1000);
    expect(plan(set(`c/${id}`, fields(3000)))).not.toThrow();
    expect(plan(set(`c/${id}`, fields(4500)))).toThrow(refusal('The index entries'));
  });
});

describe('a commit', () => {
  it('leaves documents of 10 MiB together at most', () => {
    const documents = Array.from({ length: 11 }, (_, index) => set(`jobs/j${index}`, { large }));
    expect(plan(...documents)).toThrow(refusal('Transaction too big. Decrease transaction size.'));
    expect(plan(...documents.slice(0, 10))).not.toThrow();
  });

  it('transforms 500 fields of one document, in one write or in several', () => {
    expect(plan(increments(500), increments(500, `${root}/jobs/k`))).not.toThrow();
    expect(plan(increments(501))).toThrow(refusal('at most 500 field transformations'));
    expect(plan(increments(250), increments(251))).toThrow(refusal(`${name} has 501`));
  });

  it('may have any number of writes, a batch of single writes 500', () => {
    expect(plan(...Array.from({ length: 1000 }, (_, index) => remove(`c/d${index}`)))).not.toThrow();
    expect(() => checkBatch(500)).not.toThrow();
    expect(() => checkBatch(501)).toThrow(refusal('maximum 500 writes allowed per request'));
  });
});

describe('the name of a field', () => {
  it.each([
    ['reserved', { __x__: 1 }, 'reserved'],
    ['reserved in a map', { m: { __x__: 1 } }, 'reserved'],
    ['reserved in a map in an array', { list: [{ ____: 1 }] }, 'reserved'],
    ['longer than 1,500 bytes', { ['é'.repeat(751)]: 1 }, '1,500 bytes'],
    ['half a character', { '\ud800': 1 }, 'UTF-8'],
  ])('may not be %s', (_what, data, message) => {
    expect(plan(set('c/d', data))).toThrow(refusal(message));
  });

  it('may begin or end with underscores, and be long', () => {
    expect(plan(set('c/d', { __x: 1, x__: 1, ___: 1, ['é'.repeat(750)]: 1 }))).not.toThrow();
  });

  it('may not be reserved in a mask or a transform either', () => {
    expect(plan(masked('__name__'))).toThrow(refusal('reserved'));
    const transformed = write({
      update: { name },
      updateTransforms: [{ fieldPath: 'a.__x__', setToServerValue: 'REQUEST_TIME' }],
    });
    expect(plan(transformed)).toThrow(refusal('reserved'));
  });

  it('marks a vector', () => {
    const vector = { mapValue: { fields: { __type__: wire('__vector__'), value: wire([0.5]) } } };
    const marked = (type: string) =>
      write({
        update: {
          name,
          fields: {
            v: { ...vector, mapValue: { fields: { ...vector.mapValue.fields, __type__: wire(type) } } },
          },
        },
      });
    expect(plan(marked('__vector__'))).not.toThrow();
    expect(plan(marked('__other__'))).toThrow(refusal('reserved'));
  });
});

describe('an update mask', () => {
  it('has no path inside another', () => {
    expect(plan(masked('a', 'b', 'a.b'))).toThrow(
      refusal('The field paths a and a.b of an update mask overlap.'),
    );
    expect(plan(masked('a.b', 'a.bc', 'ab', 'a.c.d'))).not.toThrow();
  });

  it('may name a field twice', () => {
    expect(plan(masked('a', 'a'))).not.toThrow();
  });

  it('may cover what a transform works on: the mask comes first', () => {
    const stored: StoredDocument = document('jobs/j', { a: { n: 5, old: 1 } });
    const both = write({
      update: { name, fields: wireFields({ a: { kept: 1 } }) },
      updateMask: { fieldPaths: ['a'] },
      updateTransforms: [{ fieldPath: 'a.n', increment: wire(1) }],
    });
    const [change] = planCommit([both], () => stored, 2).changes;
    expect(change?.after?.fields).toEqual(document('jobs/j', { a: { kept: 1, n: 1 } }).fields);
  });
});

describe('a transform', () => {
  it('reaches twenty levels down', () => {
    const deep = (levels: number) =>
      write({
        update: { name },
        updateTransforms: [{ fieldPath: Array(levels).fill('a').join('.'), increment: wire(1) }],
      });
    expect(plan(deep(20))).not.toThrow();
    expect(plan(deep(21))).toThrow(refusal('deeper than 20'));
  });
});
