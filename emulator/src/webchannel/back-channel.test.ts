import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackChannel, type BackChannelResponse, defaultLimits } from './back-channel.ts';

/** A GET that remembers what it was sent. */
class Recorder {
  chunks: string[] = [];
  ended = false;
  takesMore = true;

  write(chunk: string): boolean {
    this.chunks.push(chunk);
    return this.takesMore;
  }

  end(chunk?: string): void {
    this.ended = true;
    if (chunk !== undefined) {
      this.chunks.push(chunk);
    }
  }

  /** The array ids of each chunk. */
  ids(): number[][] {
    return this.chunks.map((chunk) =>
      JSON.parse(chunk.slice(chunk.indexOf('\n'))).map(([id]: [number, unknown]) => id),
    );
  }
}

const turn = () => Promise.resolve();

const never = () => {
  throw new Error('Nothing is too much here.');
};
const newChannel = () => new BackChannel(never);

describe('a back channel', () => {
  it('sends what was queued before the GET came in its first chunk', () => {
    const channel = newChannel();
    channel.push([['a']]);
    channel.push([['b']]);
    const get = new Recorder();
    channel.attach(get, false);
    expect(get.chunks).toEqual(['21\n[[1,["a"]],[2,["b"]]]']);
  });

  it('gives an idle streaming GET a first byte, but lets a long poll hang', async () => {
    const [streaming, polling] = [new Recorder(), new Recorder()];
    newChannel().attach(streaming, false);
    newChannel().attach(polling, true);
    await turn();
    expect(streaming.chunks).toEqual(['14\n[[1,["noop"]]]']);
    expect(polling.chunks).toEqual([]);
  });

  it('puts the messages of one turn into one chunk', async () => {
    const channel = newChannel();
    const get = new Recorder();
    channel.push([['first']]);
    channel.attach(get, false);
    channel.push([['a']]);
    channel.push([['b']]);
    await turn();
    channel.push([['c']]);
    await turn();
    expect(get.ids()).toEqual([[1], [2, 3], [4]]);
  });

  it('sends a new GET everything that was not acknowledged', async () => {
    const channel = newChannel();
    const [lost, next] = [new Recorder(), new Recorder()];
    channel.attach(lost, false);
    channel.push([['a']]);
    channel.push([['b']]);
    await turn();
    channel.detach(lost);
    channel.push([['c']]);
    await turn();
    channel.acknowledge(2);
    channel.attach(next, false);
    expect(next.ids()).toEqual([[3, 4]]);
  });

  it('ends a long poll with its first chunk', async () => {
    const channel = newChannel();
    const get = new Recorder();
    channel.attach(get, true);
    channel.push([['a']]);
    channel.push([['b']]);
    await turn();
    channel.push([['c']]);
    await turn();
    expect([get.ids(), get.ended, channel.attached]).toEqual([[[1, 2]], true, false]);
  });

  it('ends the GET that another one replaces, whose closing then means nothing', () => {
    const channel = newChannel();
    const [first, second] = [new Recorder(), new Recorder()];
    channel.attach(first, false);
    channel.attach(second, false);
    channel.detach(first);
    expect([first.ended, second.ended, channel.attached]).toEqual([true, false, true]);
  });

  it('says truthfully what it sent and what is not acknowledged', async () => {
    const channel = newChannel();
    channel.push([['abc']]);
    expect(channel.status()).toEqual([0, 0, 0]);
    const get = new Recorder();
    channel.attach(get, false);
    expect(channel.status()).toEqual([1, 1, 7]);
    channel.acknowledge(1);
    expect(channel.status()).toEqual([1, 1, 0]);
  });

  it('ends a GET that was sent enough, at a message, and goes on with the next', async () => {
    const channel = new BackChannel(never, () => 0, { ...defaultLimits, chunk: 10, getSize: 30 });
    const [first, second] = [new Recorder(), new Recorder()];
    channel.attach(first, false);
    for (const text of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']) {
      channel.push([[text]]);
    }
    await turn();
    expect([first.ids(), first.ended]).toEqual([[[1], [2]], true]);
    channel.acknowledge(2);
    channel.attach(second, false);
    expect([second.ids(), second.ended]).toEqual([[[3], [4]], true]);
  });

  it('ends a GET that is old with what comes next', async () => {
    let time = 0;
    const channel = new BackChannel(never, () => time);
    const get = new Recorder();
    channel.attach(get, false);
    time = defaultLimits.getAge;
    channel.push([['a']]);
    await turn();
    expect([get.ids(), get.ended]).toEqual([[[1], [2]], true]);
  });

  it('waits for a client that does not read', async () => {
    const channel = newChannel();
    const get = new Recorder();
    get.takesMore = false;
    channel.attach(get, false);
    channel.push([['a']]);
    await turn();
    channel.push([['b']]);
    await turn();
    expect(get.ids()).toEqual([[1]]);
    channel.drained(get);
    expect(get.ids()).toEqual([[1], [2, 3]]);
  });

  it('gives a client up for which too much has come while it was behind', () => {
    let overflows = 0;
    const limits = { ...defaultLimits, getSize: 100, late: 50 };
    const channel = new BackChannel(
      () => {
        overflows += 1;
      },
      () => 0,
      limits,
    );
    channel.push([['x'.repeat(200)]]);
    channel.push([['x'.repeat(40)]]);
    expect([channel.isBehind, overflows]).toEqual([true, 0]);
    channel.push([['x'.repeat(40)]]);
    expect(overflows).toBe(1);
  });

  it('sends as much as the client asked for, when it has read what came before', () => {
    const channel = new BackChannel(never, () => 0, { ...defaultLimits, chunk: 90, getSize: 100, late: 50 });
    channel.push(Array.from({ length: 100 }, () => ['x'.repeat(40)]));
    const gets = Array.from({ length: 40 }, () => new Recorder());
    for (const get of gets) {
      channel.attach(get, false);
      channel.acknowledge(get.ids().flat().at(-1) ?? 0);
    }
    expect(gets.flatMap((get) => get.ids().flat()).slice(0, 100)).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 1),
    );
  });

  it('does not believe that messages arrived which were never sent', () => {
    const channel = newChannel();
    channel.push([['a']]);
    expect(() => channel.acknowledge(2)).toThrow('never sent');
    channel.acknowledge(1);
  });

  it('loses, doubles and reorders nothing, whatever becomes of its GETs', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('push' as const), size: fc.nat(40) }),
      fc.record({
        kind: fc.constantFrom('attach' as const, 'drop' as const, 'drain' as const, 'ack' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const limits = { ...defaultLimits, chunk: 30, getSize: 90, late: 1_000_000 };
        const channel = new BackChannel(never, () => 0, limits);
        const client = new ReadingClient(channel);
        let pushed = 0;
        for (const each of steps) {
          if (each.kind === 'push') {
            pushed += 1;
            channel.push([[pushed, 'x'.repeat(each.size)]]);
          } else {
            client[each.kind]();
          }
        }
        for (let round = 0; round < pushed + 2; round += 1) {
          client.attach();
        }
        expect(client.read).toEqual(Array.from({ length: pushed }, (_, index) => index + 1));
        client.ack();
        expect(channel.status()[2]).toBe(0);
      }),
    );
  });
});

/** A client that takes each message once, by its number, as the SDK does. */
class ReadingClient {
  readonly read: unknown[] = [];
  readonly #channel: BackChannel;
  #last = 0;
  #get: BackChannelResponse | undefined;

  constructor(channel: BackChannel) {
    this.#channel = channel;
  }

  attach(): void {
    const take = (chunk: string) => {
      for (const [id, [content]] of JSON.parse(chunk.slice(chunk.indexOf('\n')))) {
        if (id > this.#last) {
          expect(id).toBe(this.#last + 1);
          this.#last = id;
          if (content !== 'noop') {
            this.read.push(content);
          }
        }
      }
    };
    this.ack();
    this.#get = {
      write: (chunk) => {
        take(chunk);
        return false;
      },
      end: (chunk) => {
        if (chunk !== undefined) {
          take(chunk);
        }
      },
    };
    this.#channel.attach(this.#get, false);
  }

  drop(): void {
    if (this.#get) {
      this.#channel.detach(this.#get);
    }
  }

  drain(): void {
    if (this.#get) {
      this.#channel.drained(this.#get);
    }
  }

  ack(): void {
    this.#channel.acknowledge(this.#last);
  }
}
