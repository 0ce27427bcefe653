import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  commit,
  databaseName,
  dataOf,
  newDatabase,
  query,
  remove,
  root,
  set,
  wireFields,
} from '../../test/fixtures.ts';
import { runQuery } from '../query/run.ts';
import type { Database } from './database.ts';
import { encodeDocument } from './document.ts';
import { type Journal, openJournal } from './journal.ts';
import { readDocument } from './read-view.ts';

describe('a database', () => {
  it('gives each commit a later time, though the wall clock stands', () => {
    const database = newDatabase();
    const times = ['a', 'b', 'c'].map((id) => commit(database, set(`c/${id}`, {})).time);
    expect(new Set(times).size).toBe(3);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
  });

  it('stores nothing when the commit is refused after planning', () => {
    const database = newDatabase();
    const refuse = () => {
      throw new Error('no');
    };
    expect(() => database.commit([set('c/a', {})], 'test', refuse)).toThrow('no');
    expect(database.get(`${root}/c/a`)).toBeUndefined();
  });

  it('tells observers of changes with their author, and not of commits that change nothing', () => {
    const database = newDatabase();
    const seen: string[] = [];
    database.observe(({ changes, author }) => seen.push(`${author} ${changes.length}`));
    commit(database, set('c/a', { x: 1 }), set('c/b', {}));
    commit(database, set('c/a', { x: 1 }));
    commit(database, remove('c/none'));
    expect(seen).toEqual(['test 2']);
  });

  it('can be read as it was, documents and queries alike', () => {
    const database = newDatabase();
    commit(database, set('c/a', { x: 1 }), set('c/b', { x: 1 }));
    const then = database.readTime;
    commit(database, set('c/a', { x: 2 }));
    commit(database, remove('c/b'), set('c/c', { x: 1 }));
    const past = database.past(then);
    expect(dataOf(readDocument(past, `${root}/c/a`))).toEqual(wireFields({ x: 1 }));
    expect(
      runQuery(query({ from: [{ collectionId: 'c' }] }), past).map(({ segments }) => segments[1]),
    ).toEqual(['a', 'b']);
    expect(runQuery(query({ from: [{ collectionId: 'c' }] }), database.present())).toHaveLength(2);
  });

  it('cannot be read as it was before it began', () => {
    const database = newDatabase();
    expect(() => database.past(0)).toThrow('too old');
  });

  it('when cleared tells of every deletion and begins a new epoch', () => {
    const database = newDatabase();
    commit(database, set('c/a', {}), set('c/b', {}));
    const { epoch } = database;
    const gone: string[] = [];
    database.observe(({ changes }) => gone.push(...changes.map(({ segments }) => segments.join('/'))));
    database.clear('test');
    expect(gone).toEqual(['c/a', 'c/b']);
    expect(database.epoch).not.toBe(epoch);
  });
});

describe('a database with a journal', () => {
  let directory: string;
  let journal: Journal;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'docket-journal-'));
    journal = openJournal(directory);
  });

  afterEach(() => {
    journal.close();
    rmSync(directory, { recursive: true });
  });

  function restart() {
    journal.close();
    journal = openJournal(directory);
    return newDatabase(journal);
  }

  /** A document with its times, in the form that clients get. */
  function wireOf(database: Database<string>, path: string): unknown {
    const stored = database.get(`${root}/${path}`);
    return stored && encodeDocument(stored);
  }

  it('has documents, versions, epoch and clock again after a restart', () => {
    const first = newDatabase(journal);
    commit(first, set('c/a', { text: 'é😀', list: [1, 1.5, null], map: { deep: {} } }), set('c/b', {}));
    commit(first, set('c/b', { n: 1 }));
    const second = restart();
    expect(wireOf(second, 'c/a')).toEqual(wireOf(first, 'c/a'));
    expect(wireOf(second, 'c/b')).toEqual(wireOf(first, 'c/b'));
    expect(second.epoch).toBe(first.epoch);
    expect(commit(second, set('c/c', {})).time).toBeGreaterThan(first.readTime);
  });

  it('remembers deletions for listeners that come back', () => {
    const first = newDatabase(journal);
    commit(first, set('c/a', {}), set('c/b', {}));
    const before = first.readTime;
    commit(first, remove('c/a'));
    expect(restart().deletedSince(before)).toEqual([`${root}/c/a`]);
  });

  it('stays empty after it was cleared', () => {
    const first = newDatabase(journal);
    commit(first, set('c/a', {}));
    first.clear('test');
    const second = restart();
    expect([...second.present().table.everything().documents()]).toEqual([]);
    expect(second.epoch).toBe(first.epoch);
    expect(journal.databases()).toEqual([databaseName]);
  });

  it('stays as it was when clearing it cannot be written down', () => {
    const database = newDatabase(journal);
    commit(database, set('c/a', {}));
    const { epoch } = database;
    journal.close();
    expect(() => database.clear('test')).toThrow('not open');
    expect(database.get(`${root}/c/a`)).toBeDefined();
    expect(database.epoch).toBe(epoch);
    journal = openJournal(directory);
  });

  it('refuses a commit that cannot be written down', () => {
    const database = newDatabase(journal);
    journal.close();
    expect(() => commit(database, set('c/a', {}))).toThrow('not open');
    expect(database.get(`${root}/c/a`)).toBeUndefined();
    journal = openJournal(directory);
  });
});
