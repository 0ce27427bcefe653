import { describe, expect, it } from 'vitest';
import { databaseName, remove, root, set, write } from '../../test/fixtures.ts';
import type { Write } from '../commit/write.ts';
import { Database } from '../store/database.ts';
import { type Caller, owner } from './caller.ts';
import { type AccessQuestion, RequestAccess } from './request-access.ts';

const paths = ['c/old', 'c/gone', 'c/new'];
const user: Caller = { kind: 'client', auth: { uid: 'u', token: {} } };

/** The questions that a commit of the user raises, with the answer to all of them. */
function ask(writes: Write[], allowed = true, caller = user) {
  const database = new Database<Caller>(databaseName, () => 1000, undefined);
  database.commit([set('c/old', { n: 1 }), set('c/gone', {})], owner, () => {});
  const questions: AccessQuestion[] = [];
  const seen: string[] = [];
  const access = new RequestAccess(database, caller, {
    decide(asked) {
      questions.push(...asked);
      for (const { path, before, after } of asked) {
        const found = (read: typeof before) => paths.filter((each) => read(each.split('/'))).join();
        seen.push(`${path.join('/')}: ${found(before)} -> ${found(after)}`);
      }
      return { allowed, message: 'refused' };
    },
  });
  const carryOut = () => database.commit(writes, caller, (plan) => access.checkCommit(plan));
  return { questions, seen, carryOut, database };
}

describe('the questions of a commit', () => {
  it('are one for each document: create, update or delete, with both states', () => {
    const { questions, carryOut } = ask([set('c/new', { n: 1 }), set('c/old', { n: 2 }), remove('c/gone')]);
    carryOut();
    const brief = questions.map(({ method, path, resource, newResource }) => [
      method,
      path.join('/'),
      resource !== undefined,
      newResource !== undefined,
    ]);
    expect(brief).toEqual([
      ['create', 'c/new', false, true],
      ['update', 'c/old', true, true],
      ['delete', 'c/gone', true, false],
    ]);
  });

  it('see the state after the whole batch beside the one before', () => {
    const { seen, carryOut } = ask([set('c/new', { n: 1 }), remove('c/gone')]);
    carryOut();
    expect(seen).toEqual(['c/new: c/old,c/gone -> c/old,c/new', 'c/gone: c/old,c/gone -> c/old,c/new']);
  });

  it('are reads for documents that are only verified', () => {
    const { questions, carryOut } = ask([
      write({ verify: `${root}/c/old`, currentDocument: { exists: true } }),
    ]);
    carryOut();
    expect(questions.map(({ method }) => method)).toEqual(['get']);
  });

  it('are asked even when a write changes nothing', () => {
    const { questions, carryOut } = ask([set('c/old', { n: 1 }), remove('c/none')]);
    carryOut();
    expect(questions.map(({ method }) => method)).toEqual(['update', 'delete']);
  });

  it('stop everything when the answer is no', () => {
    const { carryOut, database } = ask([set('c/new', {})], false);
    expect(carryOut).toThrow(expect.objectContaining({ status: 'PERMISSION_DENIED', message: 'refused' }));
    expect(database.get(`${root}/c/new`)).toBeUndefined();
  });

  it('come before preconditions, and are about what the write would do if they held', () => {
    const mustExist = write({ update: { name: `${root}/c/new` }, currentDocument: { exists: true } });
    const mustNot = write({ update: { name: `${root}/c/old` }, currentDocument: { exists: false } });
    const removal = write({ delete: `${root}/c/new`, currentDocument: { exists: true } });
    const check = write({ verify: `${root}/c/new`, currentDocument: { exists: true } });
    const denied = ask([mustExist, mustNot, removal], false);
    expect(denied.carryOut).toThrow(expect.objectContaining({ status: 'PERMISSION_DENIED' }));
    const methods = [mustExist, mustNot, removal, check].map((each) => {
      const { questions, carryOut } = ask([each]);
      expect(carryOut).toThrow(
        expect.objectContaining({ status: each === mustNot ? 'ALREADY_EXISTS' : 'NOT_FOUND' }),
      );
      return questions.map(({ method, resource }) => [method, resource]);
    });
    expect(methods).toEqual([
      [['update', undefined]],
      [['create', undefined]],
      [['delete', undefined]],
      [['get', undefined]],
    ]);
  });

  it('are not asked of the owner', () => {
    const { questions, carryOut } = ask([set('c/new', {})], false, owner);
    carryOut();
    expect(questions).toEqual([]);
  });
});
