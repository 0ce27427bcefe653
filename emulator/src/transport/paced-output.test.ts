import { describe, expect, it } from 'vitest';
import { type MessageSink, PacedOutput } from './paced-output.ts';

/** A client that takes `room` messages and then waits until it is asked to read on. */
class Client implements MessageSink {
  readonly taken: object[] = [];
  paused = false;
  room: number;
  #drained: (() => void) | undefined;

  constructor(room: number) {
    this.room = room;
  }

  write(message: object): boolean {
    this.taken.push(message);
    this.room -= 1;
    return this.room > 0;
  }

  once(_event: 'drain', callback: () => void): void {
    this.#drained = callback;
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  read(room: number): void {
    this.room = room;
    this.#drained?.();
  }
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ n: from + index }));

function open(room: number, most: number) {
  const client = new Client(room);
  const events: string[] = [];
  const output = new PacedOutput(client, most, () => events.push('overflow'));
  return { client, events, output };
}

describe('messages to a client', () => {
  it('leave at once while it reads', () => {
    const { client, output } = open(10, 0);
    output.send(numbered(1, 3));
    output.send(numbered(4, 5));
    expect([client.taken, client.paused]).toEqual([numbered(1, 5), false]);
  });

  it('wait in order while it does not, and nothing is taken from it meanwhile', () => {
    const { client, output } = open(2, 100);
    output.send(numbered(1, 5));
    output.send(numbered(6, 6));
    expect([client.taken.length, client.paused]).toEqual([2, true]);
    client.read(2);
    expect([client.taken.length, client.paused]).toEqual([4, true]);
    client.read(9);
    expect([client.taken, client.paused]).toEqual([numbered(1, 6), false]);
  });

  it('end when too much has come while it was behind', () => {
    const { client, events, output } = open(1, 30);
    output.send(numbered(1, 100));
    output.send(numbered(101, 102));
    expect(events).toEqual([]);
    output.send(numbered(103, 104));
    output.send(numbered(105, 106));
    client.read(1_000);
    expect([events, client.taken.length]).toEqual([['overflow'], 1]);
  });

  it('are not counted against it once it has caught up', () => {
    const { client, events, output } = open(1, 30);
    for (let round = 0; round < 10; round += 1) {
      output.send(numbered(1, 2));
      output.send(numbered(3, 3));
      client.read(4);
      client.room = 1;
    }
    expect([events, client.taken.length]).toEqual([[], 30]);
  });
});
