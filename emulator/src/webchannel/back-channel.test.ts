import { describe, expect, it } from 'vitest';
import { BackChannel } from './back-channel.ts';

/** A GET that remembers what it was sent. */
class Recorder {
  chunks: string[] = [];
  ended = false;

  write(chunk: string): void {
    this.chunks.push(chunk);
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

describe('a back channel', () => {
  it('sends what was queued before the GET came in its first chunk', () => {
    const channel = new BackChannel();
    channel.push(['a']);
    channel.push(['b']);
    const get = new Recorder();
    channel.attach(get, false);
    expect(get.chunks).toEqual(['21\n[[1,["a"]],[2,["b"]]]']);
  });

  it('gives an idle streaming GET a first byte, but lets a long poll hang', async () => {
    const [streaming, polling] = [new Recorder(), new Recorder()];
    new BackChannel().attach(streaming, false);
    new BackChannel().attach(polling, true);
    await turn();
    expect(streaming.chunks).toEqual(['14\n[[1,["noop"]]]']);
    expect(polling.chunks).toEqual([]);
  });

  it('puts the messages of one turn into one chunk', async () => {
    const channel = new BackChannel();
    const get = new Recorder();
    channel.push(['first']);
    channel.attach(get, false);
    channel.push(['a']);
    channel.push(['b']);
    await turn();
    channel.push(['c']);
    await turn();
    expect(get.ids()).toEqual([[1], [2, 3], [4]]);
  });

  it('sends a new GET everything that was not acknowledged', async () => {
    const channel = new BackChannel();
    const [lost, next] = [new Recorder(), new Recorder()];
    channel.attach(lost, false);
    channel.push(['a']);
    channel.push(['b']);
    await turn();
    channel.detach(lost);
    channel.push(['c']);
    await turn();
    channel.acknowledge(2);
    channel.attach(next, false);
    expect(next.ids()).toEqual([[3, 4]]);
  });

  it('ends a long poll with its first chunk', async () => {
    const channel = new BackChannel();
    const get = new Recorder();
    channel.attach(get, true);
    channel.push(['a']);
    channel.push(['b']);
    await turn();
    channel.push(['c']);
    await turn();
    expect([get.ids(), get.ended, channel.attached]).toEqual([[[1, 2]], true, false]);
  });

  it('ends the GET that another one replaces, whose closing then means nothing', () => {
    const channel = new BackChannel();
    const [first, second] = [new Recorder(), new Recorder()];
    channel.attach(first, false);
    channel.attach(second, false);
    channel.detach(first);
    expect([first.ended, second.ended, channel.attached]).toEqual([true, false, true]);
  });

  it('says truthfully what it sent and what is not acknowledged', async () => {
    const channel = new BackChannel();
    channel.push(['abc']);
    expect(channel.status()).toEqual([0, 0, 0]);
    const get = new Recorder();
    channel.attach(get, false);
    expect(channel.status()).toEqual([1, 1, 7]);
    channel.acknowledge(1);
    expect(channel.status()).toEqual([1, 1, 0]);
  });
});
