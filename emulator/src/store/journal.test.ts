import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  commit,
  databaseName,
  dataOf,
  document,
  newDatabase,
  remove,
  root,
  set,
} from '../../test/fixtures.ts';
import type { Database } from './database.ts';
import { encodeDocument } from './document.ts';
import { type Journal, openJournal } from './journal.ts';

let directory: string;
let path: string;
let open: Journal[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docket-journal-'));
  path = join(directory, 'firestore.sqlite');
  open = [];
});

afterEach(() => {
  for (const journal of open) {
    journal.close();
  }
  rmSync(directory, { recursive: true });
});

function journalOf(options?: Parameters<typeof openJournal>[1]): Journal {
  const journal = openJournal(directory, options);
  open.push(journal);
  return journal;
}

function end(journal: Journal): void {
  open.splice(open.indexOf(journal), 1);
  journal.close();
}

/** The rows of a query on the file, which no journal has open. */
function rows(sql: string): unknown[] {
  const file = new DatabaseSync(path);
  const found = file.prepare(sql).all();
  file.close();
  return found;
}

function documentsIn(database: Database<string>): string[] {
  return Array.from(database.present().table.everything().documents(), ({ segments }) => segments.join('/'));
}

/** A document with its times, in the form that clients get. */
function wireOf(database: Database<string>, path: string): unknown {
  const stored = database.get(`${root}/${path}`);
  return stored && encodeDocument(stored);
}

describe('the journal’s file', () => {
  it('belongs to one emulator at a time', () => {
    journalOf();
    expect(() => openJournal(directory)).toThrow(`${directory} is in use by another emulator.`);
  });

  it('is free again when its emulator has ended', () => {
    end(journalOf());
    expect(() => journalOf()).not.toThrow();
  });

  it('is refused when a newer emulator has written it', () => {
    end(journalOf());
    const file = new DatabaseSync(path);
    file.exec('PRAGMA user_version = 7');
    file.close();
    expect(() => openJournal(directory)).toThrow('written by a newer emulator (schema 7; this one knows 1)');
  });

  it('is refused when it is something else', () => {
    writeFileSync(path, 'Dear diary, '.repeat(1000));
    expect(() => openJournal(directory)).toThrow('damaged, or was not written by this emulator');
  });

  it('is taken over from before there were schema versions', () => {
    const file = new DatabaseSync(path);
    file.exec(`
      CREATE TABLE databases (
        name TEXT PRIMARY KEY, epoch TEXT NOT NULL, last_commit INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE documents (
        database TEXT NOT NULL, name TEXT NOT NULL, create_time INTEGER NOT NULL, update_time INTEGER NOT NULL,
        fields TEXT, PRIMARY KEY (database, name)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO databases VALUES ('${databaseName}', 'e1', 9);
      INSERT INTO documents VALUES ('${databaseName}', '${root}/c/a', 3, 8, '{"n":{"integerValue":"1"}}');
      INSERT INTO documents VALUES ('${databaseName}', '${root}/c/b', 0, 9, NULL);
    `);
    file.close();
    const database = newDatabase(journalOf());
    expect(wireOf(database, 'c/a')).toEqual(
      encodeDocument({ ...document('c/a', { n: 1 }, 8), createTime: 3 }),
    );
    expect(database.epoch).toBe('e1');
    expect(database.deletedSince(8)).toEqual([`${root}/c/b`]);
  });

  it('holds everything by itself after the end, without a write-ahead log beside it', () => {
    const journal = journalOf();
    commit(newDatabase(journal), set('c/a', {}));
    end(journal);
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    expect(rows('SELECT name FROM documents')).toEqual([{ name: `${root}/c/a` }]);
  });

  it('has no place for a database that was only asked for', () => {
    const journal = journalOf();
    newDatabase(journal);
    expect(journal.databases()).toEqual([]);
  });

  it('refuses a commit for which the disk has no room, and takes the next one that fits', () => {
    const database = newDatabase(journalOf({ largestPages: 20 }));
    const full = () => commit(database, set('c/small', {}), set('c/large', { text: 'x'.repeat(200_000) }));
    expect(full).toThrow('The disk is full');
    expect(documentsIn(database)).toEqual([]);
    commit(database, set('c/a', {}));
    expect(documentsIn(database)).toEqual(['c/a']);
  });
});

describe('a journal after the machine went down', () => {
  function epochs(first: number, second: number, ended: boolean): string[] {
    const journal = journalOf({ bootTime: first });
    const before = newDatabase(journal);
    commit(before, set('c/a', {}));
    end(journal);
    if (!ended) {
      rows('UPDATE run SET ended = 0');
    }
    return [before.epoch, newDatabase(journalOf({ bootTime: second })).epoch];
  }

  it('begins a new epoch, for clients may know of commits that are lost', () => {
    const [before, after] = epochs(1_000, 5_000, false);
    expect(after).toMatch(/^[0-9a-f]{32}$/);
    expect(after).not.toBe(before);
  });

  it('keeps its epoch when the last run had ended by itself', () => {
    const [before, after] = epochs(1_000, 5_000, true);
    expect(after).toBe(before);
  });

  it('keeps its epoch when only the process was killed', () => {
    const [before, after] = epochs(1_000, 1_002, false);
    expect(after).toBe(before);
  });
});

describe('deletions in the journal', () => {
  it('are kept in a number, and it is known since when', () => {
    const kept = 3_000;
    const journal = journalOf({ keptDeletions: kept });
    const database = newDatabase(journal);
    const perCommit = 500;
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const ids = Array.from({ length: perCommit }, (_, index) => `c/${round}-${index}`);
      commit(database, ...ids.map((id) => set(id, {})));
      times.push(commit(database, ...ids.map(remove)).time);
    }
    end(journal);
    const inFile = () => rows('SELECT count(*) AS kept FROM documents WHERE fields IS NULL');
    expect(inFile()).toEqual([{ kept: kept + perCommit }]);
    const again = journalOf({ keptDeletions: kept });
    const recovered = newDatabase(again);
    end(again);
    expect(inFile()).toEqual([{ kept }]);
    expect(recovered.deletedSince(times[1] ?? 0)).toBeUndefined();
    expect(recovered.deletedSince(times[2] ?? 0)).toHaveLength(kept);
  });

  it('are unknown before the database was cleared, also after a restart', () => {
    const journal = journalOf();
    const database = newDatabase(journal);
    commit(database, set('c/a', {}));
    const before = database.readTime;
    database.clear('test');
    end(journal);
    expect(newDatabase(journalOf()).deletedSince(before)).toBeUndefined();
  });
});

describe('a restored database', () => {
  const documents = [document('c/a', { n: 1 }, 5), document('c/b', {}, 9_000_000)];

  it.each(['in memory', 'with a journal'])('%s holds exactly the documents, with their times', (kind) => {
    const database = newDatabase(kind === 'in memory' ? undefined : journalOf());
    commit(database, set('c/old', {}));
    const { epoch } = database;
    database.restore(documents);
    expect(documentsIn(database)).toEqual(['c/a', 'c/b']);
    expect(database.get(`${root}/c/a`)).toEqual(documents[0]);
    expect(database.epoch).not.toBe(epoch);
    expect(commit(database, set('c/new', {})).time).toBeGreaterThan(9_000_000);
  });

  it('is the same after a restart', () => {
    const journal = journalOf();
    const database = newDatabase(journal);
    database.restore(documents);
    end(journal);
    const again = newDatabase(journalOf());
    expect(documentsIn(again)).toEqual(['c/a', 'c/b']);
    expect(wireOf(again, 'c/b')).toEqual(encodeDocument(document('c/b', {}, 9_000_000)));
    expect(again.epoch).toBe(database.epoch);
    expect(commit(again, set('c/new', {})).time).toBeGreaterThan(9_000_000);
  });

  it('takes documents that no single commit could', () => {
    const database = newDatabase(journalOf());
    const text = 'x'.repeat(500_000);
    database.restore(Array.from({ length: 40 }, (_, index) => document(`c/${index}`, { text })));
    expect(documentsIn(database)).toHaveLength(40);
  });

  it('stays what it was when the documents cannot be read to the end', () => {
    const journal = journalOf();
    const database = newDatabase(journal);
    commit(database, set('c/old', { n: 1 }));
    const damaged = function* () {
      yield* documents;
      throw new Error('damaged');
    };
    expect(() => database.restore(damaged())).toThrow('damaged');
    expect(documentsIn(database)).toEqual(['c/old']);
    end(journal);
    const again = newDatabase(journalOf());
    expect(dataOf(again.get(`${root}/c/old`))).toEqual({ n: { integerValue: '1' } });
    expect(again.epoch).toBe(database.epoch);
  });
});

describe('a database that is ended and started again at any point', () => {
  const paths = ['c/a', 'c/b', 'c/a/d/a', 'e/a'];
  const data = fc.record({ n: fc.integer({ min: 0, max: 2 }) }, { requiredKeys: [] });
  const writes = fc.uniqueArray(
    fc.oneof(
      fc.record({ path: fc.constantFrom(...paths), data }),
      fc.record({ path: fc.constantFrom(...paths), data: fc.constant(undefined) }),
    ),
    { minLength: 1, maxLength: 3, selector: ({ path: each }) => each },
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('commit'), writes }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('restart'), writes }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear'), writes }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore'), writes }) },
  );

  /** All that can be seen of a database: documents, indexes, deletions since each moment, and its line of versions. */
  function seen(database: Database<string>, moments: readonly number[]): unknown {
    const { table } = database.present();
    const everything = table.everything();
    return {
      documents: Array.from(everything.documents(), encodeDocument).toSorted(byName),
      byField: everything.indexBy(['n']).entries().map(encodeDocument),
      group: Array.from(table.group('d').documents(), ({ name }) => name),
      deleted: moments.map((moment) => database.deletedSince(moment)?.toSorted()),
      epoch: database.epoch,
    };
  }

  function byName(a: { name: string }, b: { name: string }): number {
    return a.name < b.name ? -1 : 1;
  }

  it('is what it would be if it had gone on', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        rmSync(directory, { recursive: true });
        let journal = journalOf();
        let database = newDatabase(journal);
        const moments = [commit(database, set('c/first', {})).time];
        const before: unknown[] = [];
        const after: unknown[] = [];
        for (const { kind, writes: wanted } of steps) {
          if (kind === 'commit') {
            commit(
              database,
              ...wanted.map((each) => (each.data ? set(each.path, each.data) : remove(each.path))),
            );
          } else if (kind === 'clear') {
            database.clear('test');
          } else if (kind === 'restore') {
            database.restore(wanted.map((each) => document(each.path, each.data ?? {}, 7)));
          } else {
            before.push(seen(database, moments));
            end(journal);
            journal = journalOf();
            database = newDatabase(journal);
            after.push(seen(database, moments));
          }
          moments.push(commit(database, set('c/first', { n: moments.length })).time);
        }
        end(journal);
        expect(after).toEqual(before);
        expect(moments).toEqual([...new Set(moments)].toSorted((x, y) => x - y));
      }),
      { numRuns: 20 },
    );
  });
});
