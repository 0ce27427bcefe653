import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventarcTrigger } from '../../test/events.ts';
import { dataOf, databaseName, remove, set } from '../../test/fixtures.ts';
import { type Caller, owner } from '../access/caller.ts';
import { Database } from '../store/database.ts';
import { type Journal, openJournal } from '../store/journal.ts';
import { TriggerDispatcher } from './dispatcher.ts';
import type { Outcome } from './outcome.ts';
import { Slots } from './slots.ts';

const day = 24 * 3_600_000;
const delivered: Outcome = { kind: 'delivered' };
const registration = (id = 'us-central1-f-0') => eventarcTrigger('written', 'jobs/{id}', id).registration;

let directory: string;
const open: Array<() => void> = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docket-events-'));
});

afterEach(() => {
  for (const close of open.splice(0).toReversed()) {
    close();
  }
  rmSync(directory, { recursive: true });
});

interface RunOptions {
  readonly journal?: Journal;
  readonly answer?: () => Promise<Outcome>;
  readonly now?: number;
  readonly patience?: number;
}

/** A database whose events go to a function that notes what it hears. */
function run({ journal, answer, now = 1000, patience = day }: RunOptions = {}) {
  const heard: string[] = [];
  const log: string[] = [];
  const dispatcher = new TriggerDispatcher({
    outbox: journal?.outbox,
    slots: new Slots(10),
    delays: [1],
    mostInterruptions: 1,
    longestLife: day,
    pause: async () => await wait(1),
    now: () => now,
    send: async ({ registration: { id } }, { change }) => {
      heard.push(`${id} ${change.segments.join('/')} ${JSON.stringify(dataOf(change.after)) ?? 'gone'}`);
      return await (answer?.() ?? delivered);
    },
    isRetried: () => false,
    newId: () => 'event',
    patience,
    onRegister: () => {},
    onClose: () => {},
    log: (line) => log.push(line),
  });
  const database = new Database<Caller>(
    databaseName,
    () => now,
    journal,
    (commit) => dispatcher.eventsOf(databaseName, commit),
  );
  database.observe(({ events }) => dispatcher.dispatch(events));
  const commit = (...writes: ReturnType<typeof set>[]) => database.commit(writes, owner, () => {});
  return { dispatcher, database, commit, heard, log };
}

/** Leaves the data as a process does that is killed: only what is in the file counts. */
function restart(journal: Journal): Journal {
  journal.close();
  return begin();
}

function begin(): Journal {
  const journal = openJournal(directory);
  open.push(() => {
    try {
      journal.close();
    } catch {
      // A test has closed it.
    }
  });
  return journal;
}

const never = () => new Promise<Outcome>(() => {});

describe('events', () => {
  it('go to the trigger as it is registered when they are sent', async () => {
    const answers: Outcome[] = [{ kind: 'unreached', reason: '404' }];
    const { dispatcher, commit, heard } = run({
      async answer() {
        dispatcher.register(registration('us-central1-f-1'));
        return answers.shift() ?? delivered;
      },
    });
    dispatcher.register(registration());
    commit(set('jobs/j', { n: 1 }));
    await dispatcher.settled();
    expect(heard.map((line) => line.split(' ')[0])).toEqual(['us-central1-f-0', 'us-central1-f-1']);
  });

  it('that cannot be sent at all do not hold up others', async () => {
    const broken = [new Error('no encoding')];
    const { dispatcher, commit, heard, log } = run({
      async answer() {
        const error = broken.shift();
        if (error) {
          throw error;
        }
        return delivered;
      },
    });
    dispatcher.register(registration());
    commit(set('jobs/j', { n: 1 }));
    commit(set('jobs/j', { n: 2 }));
    await dispatcher.settled();
    expect(log).toEqual([expect.stringContaining('no encoding')]);
    expect(heard).toHaveLength(2);
  });

  it('are not caused by clearing', async () => {
    const { dispatcher, database, commit, heard } = run();
    commit(set('jobs/j', {}));
    dispatcher.register(registration());
    database.clear(owner);
    await dispatcher.settled();
    expect(heard).toEqual([]);
    commit(set('jobs/j', {}), set('other/o', {}));
    commit(remove('jobs/j'));
    await dispatcher.settled();
    expect(heard).toEqual([expect.stringContaining('jobs/j'), expect.stringContaining('gone')]);
  });

  it('are not written down for commits that concern no trigger', () => {
    const journal = begin();
    const { dispatcher, commit } = run({ journal, answer: never });
    dispatcher.register(registration());
    commit(set('other/o', {}));
    expect(journal.outbox.load(0)).toEqual([]);
    commit(set('jobs/j', {}));
    expect(journal.outbox.load(0)).toHaveLength(1);
  });

  it('are forgotten once they are delivered', async () => {
    const journal = begin();
    const { dispatcher, commit } = run({ journal });
    dispatcher.register(registration());
    commit(set('jobs/j', {}));
    await dispatcher.settled();
    dispatcher.close();
    expect(journal.outbox.load(0)).toEqual([]);
  });

  it('that were not delivered go out in order when the trigger is registered again', async () => {
    const first = begin();
    const before = run({ journal: first, answer: never });
    before.dispatcher.register(registration());
    before.commit(set('jobs/j', { n: 1 }));
    before.commit(set('jobs/j', { n: 2 }));
    before.commit(remove('jobs/j'));
    const journal = restart(first);
    const { dispatcher, commit, heard } = run({ journal });
    dispatcher.resume();
    commit(set('jobs/j', { n: 3 }));
    await dispatcher.settled();
    expect(heard).toEqual([]);
    dispatcher.register(registration());
    await dispatcher.settled();
    const told = (n: number) => expect.stringContaining(JSON.stringify({ n: { integerValue: String(n) } }));
    expect(heard).toEqual([told(1), told(2), expect.stringContaining('gone'), told(3)]);
    dispatcher.close();
    expect(journal.outbox.load(0)).toEqual([]);
  });

  it('of a database that is filled anew at the start are not delivered', async () => {
    const first = begin();
    const before = run({ journal: first, answer: never });
    before.dispatcher.register(registration());
    before.commit(set('jobs/j', {}));
    const { dispatcher, database, heard } = run({ journal: restart(first) });
    database.restore([]);
    dispatcher.resume();
    dispatcher.register(registration());
    await dispatcher.settled();
    expect(heard).toEqual([]);
  });

  it('older than a day are not delivered after a restart', async () => {
    const first = begin();
    const before = run({ journal: first, answer: never });
    before.dispatcher.register(registration());
    before.commit(set('jobs/j', {}));
    const journal = restart(first);
    const { dispatcher, heard } = run({ journal, now: 2000 + day });
    dispatcher.resume();
    dispatcher.register(registration());
    await dispatcher.settled();
    expect(heard).toEqual([]);
    expect(journal.outbox.load(0)).toEqual([]);
  });

  it('of a function that is no longer there are dropped in the end', async () => {
    const first = begin();
    const before = run({ journal: first, answer: never });
    before.dispatcher.register(registration('gone-0'));
    before.commit(set('jobs/j', {}));
    const journal = restart(first);
    const { dispatcher, commit, log } = run({ journal, patience: 1 });
    dispatcher.resume();
    dispatcher.register(registration('here-0'));
    while (log.length === 0) {
      await wait(1);
    }
    expect(log).toEqual([expect.stringContaining('demo-test/gone')]);
    commit(set('jobs/k', {}));
    await dispatcher.settled();
    dispatcher.close();
    expect(journal.outbox.load(0)).toEqual([]);
    expect([...journal.outbox.triggers().keys()]).toEqual(['demo-test/here']);
  });

  it('are there only if the commit is', () => {
    const journal = begin();
    const { dispatcher, database, commit } = run({ journal, answer: never });
    dispatcher.register(registration());
    commit(set('jobs/j', {}));
    const [event] = journal.outbox.load(0);
    expect(event).toBeDefined();
    // An event that is there already cannot be added once more: the whole commit fails.
    const changes = [
      {
        name: `${databaseName}/documents/jobs/k`,
        segments: ['jobs', 'k'],
        before: undefined,
        after: undefined,
      },
    ];
    expect(() => journal.append(databaseName, 5, changes, event ? [event] : [])).toThrow('UNIQUE');
    expect(journal.recover(databaseName, 'e').deleted).toEqual([]);
    expect(database.get(`${databaseName}/documents/jobs/j`)).toBeDefined();
  });
});

describe('whoever commits', () => {
  it('does not learn of errors of those that are told', () => {
    const { database, commit } = run();
    const told: number[] = [];
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    database.observe(() => {
      throw new Error('broken observer');
    });
    database.observe(({ changes }) => told.push(changes.length));
    expect(() => commit(set('jobs/j', {}))).not.toThrow();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    expect(told).toEqual([1]);
  });
});
