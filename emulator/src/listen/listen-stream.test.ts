import { beforeEach, describe, expect, it } from 'vitest';
import { databaseName, remove, root, set, where, wireFields } from '../../test/fixtures.ts';
import { type Caller, owner } from '../access/caller.ts';
import { type AccessQuestion, RequestAccess } from '../access/request-access.ts';
import type { Write } from '../commit/write.ts';
import { Database } from '../store/database.ts';
import { ChangeFeed } from './change-feed.ts';
import { ListenStream } from './listen-stream.ts';
import type { ListenMessage } from './messages.ts';

let now: number;
let database: Database<Caller>;
let feed: ChangeFeed;
let sent: string[][];
/** The fields of the documents sent. */
let fields: unknown[];
let refuse: (question: AccessQuestion) => boolean;

function commit(...writes: Write[]): void {
  database.commit(writes, owner, () => {});
}

/** A message in a few words. */
function brief(message: ListenMessage): string {
  if ('targetChange' in message) {
    const { targetChangeType, targetIds, cause } = message.targetChange;
    return [targetChangeType ?? 'snapshot', targetIds, cause?.message].filter(Boolean).join(' ');
  }
  if ('documentChange' in message) {
    const { document, targetIds, removedTargetIds } = message.documentChange;
    return `change ${document.name.at(-1)} +${targetIds.join()} -${removedTargetIds.join()}`;
  }
  if ('filter' in message) {
    return `filter ${message.filter.targetId} ${message.filter.count}`;
  }
  return 'documentDelete' in message
    ? `delete ${message.documentDelete.document.at(-1)} -${message.documentDelete.removedTargetIds.join()}`
    : `remove ${message.documentRemove.document.at(-1)} -${message.documentRemove.removedTargetIds.join()}`;
}

function openStream(caller: Caller = owner) {
  const access = new RequestAccess(database, caller, {
    decide: (questions) => ({ allowed: !questions.some(refuse), message: 'refused' }),
  });
  const tokens: string[] = [];
  const stream = new ListenStream(feed, access, (messages) => {
    sent.push(messages.map(brief));
    tokens.push(
      ...messages.flatMap((each) => ('targetChange' in each ? (each.targetChange.resumeToken ?? []) : [])),
    );
    fields.push(
      ...messages.flatMap((each) => ('documentChange' in each ? each.documentChange.document.fields : [])),
    );
  });
  return { stream, lastToken: () => tokens.at(-1) };
}

const queryTarget = (targetId: number, more: object = {}) => ({
  addTarget: {
    targetId,
    query: {
      parent: root,
      structuredQuery: { from: [{ collectionId: 'c' }], where: where('n', 'GREATER_THAN', 0) },
    },
    ...more,
  },
});
const documentTarget = (targetId: number, path: string, more: object = {}) => ({
  addTarget: { targetId, documents: { documents: [`${root}/${path}`] }, ...more },
});

beforeEach(() => {
  now = 1000;
  database = new Database<Caller>(databaseName, () => now, undefined);
  feed = new ChangeFeed(database);
  sent = [];
  fields = [];
  refuse = () => false;
});

/** Commits of one turn are told together at its end. */
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('a new target', () => {
  it('is added, filled, current, and then a consistent snapshot', () => {
    commit(set('c/a', { n: 1 }), set('c/b', { n: 0 }));
    openStream().stream.receive(queryTarget(2));
    expect(sent).toEqual([['ADD 2', 'change a +2 -', 'CURRENT 2', 'snapshot']]);
  });

  it('of a missing document says that it is missing', () => {
    openStream().stream.receive(documentTarget(2, 'c/a'));
    expect(sent).toEqual([['ADD 2', 'delete a -2', 'CURRENT 2', 'snapshot']]);
  });

  it('that is refused is removed with the cause, and the others live on', async () => {
    refuse = ({ method }) => method === 'list';
    const { stream } = openStream({ kind: 'client', auth: null });
    stream.receive(documentTarget(2, 'c/a'));
    stream.receive(queryTarget(4));
    commit(set('c/a', { n: 1 }));
    await turn();
    expect(sent.slice(1)).toEqual([['REMOVE 4 refused'], ['change a +2 -', 'snapshot']]);
  });

  it('of the nearest vectors is not supported', () => {
    const { stream } = openStream();
    const findNearest = {
      vectorField: { fieldPath: 'v' },
      queryVector: {
        mapValue: {
          fields: {
            __type__: { stringValue: '__vector__' },
            value: { arrayValue: { values: [{ doubleValue: 1 }] } },
          },
        },
      },
      distanceMeasure: 'COSINE',
      limit: 1,
    };
    const structuredQuery = { from: [{ collectionId: 'c' }], findNearest };
    stream.receive({ addTarget: { targetId: 1, query: { parent: root, structuredQuery } } });
    expect(sent).toEqual([
      ['REMOVE 1 Listening to findNearest (vector search) is not supported by this emulator.'],
    ]);
  });

  it('of another database is refused', () => {
    const { stream } = openStream();
    const parent = 'projects/other/databases/(default)/documents';
    const cause = `The request was for database '${databaseName}' but was attempting to access database 'projects/other/databases/(default)'`;
    stream.receive({ addTarget: { targetId: 1, documents: { documents: [`${parent}/c/a`] } } });
    stream.receive({
      addTarget: { targetId: 2, query: { parent, structuredQuery: { from: [{ collectionId: 'c' }] } } },
    });
    expect(sent).toEqual([[`REMOVE 1 ${cause}`], [`REMOVE 2 ${cause}`]]);
  });

  it('that is wanted once is removed after its snapshot', () => {
    openStream().stream.receive(documentTarget(2, 'c/a', { once: true }));
    expect(sent[0]?.at(-1)).toBe('REMOVE 2');
  });
});

describe('an open target', () => {
  it('learns of commits in one message per document, all targets in it', async () => {
    const { stream } = openStream();
    stream.receive(queryTarget(2));
    stream.receive(documentTarget(4, 'c/a'));
    sent = [];
    commit(set('c/a', { n: 1 }), set('c/b', { n: 1 }));
    await turn();
    commit(set('c/a', { n: 0 }));
    await turn();
    commit(remove('c/a'), remove('c/b'));
    await turn();
    expect(sent).toEqual([
      ['change a +2,4 -', 'change b +2 -', 'snapshot'],
      ['change a +4 -2', 'snapshot'],
      ['delete b -2', 'delete a -4', 'snapshot'],
    ]);
  });

  it('sees the commits of one turn as one', async () => {
    const { stream } = openStream();
    stream.receive(queryTarget(2));
    sent = [];
    commit(set('c/a', { n: 1 }));
    commit(set('c/a', { n: 2 }));
    commit(set('c/b', { n: 2 }));
    commit(remove('c/b'));
    await turn();
    expect(sent).toEqual([['change a +2 -', 'snapshot']]);
  });

  it('is told when whoever has committed has been answered, however many steps that takes', async () => {
    openStream().stream.receive(queryTarget(2));
    sent = [];
    const answer = async () => {
      commit(set('c/a', { n: 1 }));
      for (let step = 0; step < 20; step += 1) {
        await Promise.resolve();
      }
      return sent.length;
    };
    expect(await answer()).toBe(0);
    await turn();
    expect(sent).toHaveLength(1);
  });

  it('is not told what a document became that its client may no longer read', async () => {
    refuse = ({ method }) => method === 'get';
    const { stream } = openStream({ kind: 'client', auth: null });
    stream.receive(queryTarget(2));
    sent = [];
    commit(set('c/a', { n: 1 }));
    await turn();
    commit(set('c/a', { n: 0 }));
    await turn();
    expect(sent[1]).toEqual(['remove a -2', 'snapshot']);
  });

  it('is silent once removed, or the stream closed', async () => {
    const { stream } = openStream();
    stream.receive(queryTarget(2));
    stream.receive({ removeTarget: 2 });
    expect(sent.at(-1)).toEqual(['REMOVE 2']);
    stream.receive(queryTarget(4));
    stream.close();
    sent = [];
    commit(set('c/a', { n: 1 }));
    await turn();
    expect(sent).toEqual([]);
  });
});

describe('a document target', () => {
  it('ends when the document becomes one that its client may not read', async () => {
    const mine = set('c/a', { owner: 'me' });
    refuse = ({ resource }) => resource?.fields.get('owner')?.kind === 'null';
    commit(mine);
    const { stream } = openStream({ kind: 'client', auth: null });
    stream.receive(documentTarget(2, 'c/a'));
    stream.receive(documentTarget(4, 'c/b'));
    sent = [];
    commit(set('c/a', { owner: null }), set('c/b', {}));
    await turn();
    commit(mine);
    await turn();
    expect(sent).toEqual([['REMOVE 2 refused', 'change b +4 -', 'snapshot']]);
  });
});

describe('a query with a projection', () => {
  const projected = (targetId: number, fieldPath: string, more: object = {}) => ({
    addTarget: {
      targetId,
      query: {
        parent: root,
        structuredQuery: { from: [{ collectionId: 'c' }], select: { fields: [{ fieldPath }] } },
      },
      ...more,
    },
  });

  it('gives only these fields, at first, later, and to one that comes back', async () => {
    commit(set('c/a', { n: 1, other: 1 }));
    const { stream, lastToken } = openStream();
    stream.receive(projected(2, 'n'));
    commit(set('c/a', { n: 2, other: 1 }));
    await turn();
    const resumeToken = lastToken();
    commit(set('c/a', { n: 3, other: 1 }));
    openStream().stream.receive(projected(2, 'n', { resumeToken }));
    expect(fields).toEqual([1, 2, 3, 3].map((n) => wireFields({ n })));
  });

  it('stands beside queries for other fields of the same documents', async () => {
    const { stream } = openStream();
    stream.receive(projected(2, 'n'));
    stream.receive(projected(4, 'other'));
    stream.receive(projected(6, 'n'));
    fields = [];
    sent = [];
    commit(set('c/a', { n: 1, other: 2 }));
    await turn();
    expect(sent).toEqual([['change a +2,6 -', 'change a +4 -', 'snapshot']]);
    expect(fields).toEqual([wireFields({ n: 1 }), wireFields({ other: 2 })]);
  });
});

describe('the id of a target', () => {
  it('is not given away while it is in use', () => {
    const { stream } = openStream();
    stream.receive(documentTarget(2, 'c/a'));
    stream.receive(documentTarget(2, 'c/b'));
    stream.receive(documentTarget(2, 'c/b'));
    expect(sent.map((messages) => messages[0])).toEqual([
      'ADD 2',
      'REMOVE 2 There is a target 2 already.',
      'ADD 2',
    ]);
  });

  it('is chosen by the server when the client gives none, and then for all that follow', async () => {
    const { stream } = openStream();
    stream.receive(documentTarget(0, 'c/a'));
    stream.receive(documentTarget(0, 'c/b'));
    stream.receive(documentTarget(8, 'c/b'));
    expect(sent.map((messages) => messages[0])).toEqual([
      'ADD 1073741824',
      'ADD 1073741825',
      'REMOVE 8 After a target without an id no other may have one.',
    ]);
    commit(set('c/a', {}), set('c/b', {}));
    await turn();
    expect(sent.at(-1)).toEqual(['change a +1073741824 -', 'change b +1073741825 -', 'snapshot']);
  });
});

describe('several listeners', () => {
  it('are given the very same messages, which need to be encoded once', async () => {
    const given: ListenMessage[][] = [];
    for (let each = 0; each < 3; each += 1) {
      const access = new RequestAccess(database, owner, { decide: () => ({ allowed: true, message: '' }) });
      new ListenStream(feed, access, (messages) => given.push(messages)).receive(queryTarget(2));
    }
    given.length = 0;
    commit(set('c/a', { n: 1 }));
    await turn();
    expect(given).toHaveLength(3);
    given[0]?.forEach((message, index) => expect(given[2]?.[index]).toBe(message));
  });
});

describe('a target that resumes', () => {
  beforeEach(() => commit(set('c/a', { n: 1 }), set('c/b', { n: 1 }), set('c/d', { n: 1 })));

  it('learns what changed, left, came and went, and how many there are', () => {
    const first = openStream();
    first.stream.receive(queryTarget(2));
    const resumeToken = first.lastToken();
    first.stream.close();
    commit(set('c/a', { n: 0 }), remove('c/b'), set('c/e', { n: 1 }));
    sent = [];
    openStream().stream.receive(queryTarget(2, { resumeToken }));
    expect(sent).toEqual([
      ['ADD 2', 'change e +2 -', 'change a + -2', 'delete b -2', 'filter 2 2', 'CURRENT 2', 'snapshot'],
    ]);
  });

  it('learns the same when that is longer ago than the past that is remembered', () => {
    const first = openStream();
    first.stream.receive(queryTarget(2));
    const resumeToken = first.lastToken();
    first.stream.close();
    commit(set('c/a', { n: 0 }));
    now += 3_600_000;
    commit(set('other/a', {}));
    sent = [];
    openStream().stream.receive(queryTarget(2, { resumeToken }));
    expect(sent).toEqual([['ADD 2', 'change a + -2', 'filter 2 2', 'CURRENT 2', 'snapshot']]);
  });

  it('starts over when its token is of another epoch', () => {
    const first = openStream();
    first.stream.receive(queryTarget(2));
    const resumeToken = first.lastToken();
    first.stream.close();
    database.clear(owner);
    commit(set('c/z', { n: 1 }));
    sent = [];
    openStream().stream.receive(queryTarget(2, { resumeToken }));
    expect(sent).toEqual([['ADD 2', 'RESET 2', 'change z +2 -', 'CURRENT 2', 'snapshot']]);
  });
});

describe('a request', () => {
  it('of the wrong shape ends the stream', () => {
    expect(() => openStream().stream.receive({ addTarget: { targetId: 'two' } })).toThrow(
      'Invalid ListenRequest',
    );
  });
});
