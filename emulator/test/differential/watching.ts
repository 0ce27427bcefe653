/** The targets of a case: listened to, left, taken up again, and compared with the model whenever they show something. */
import { Difference, expectDocuments, expectSame } from './expectation.ts';
import type { PlannedTarget } from './generate/scenario.ts';
import { type Kept, Listening, membersOf, type Target } from './listening.ts';
import type { Document } from './model/commit.ts';
import { isAccepted } from './model/filter.ts';
import type { History } from './model/history.ts';
import { planQuery } from './plan.ts';
import type { ProtocolClient } from './protocol.ts';
import type { Statistics } from './statistics.ts';

/** A target of the case: what it came to be, and where it is listened to. */
interface Slot {
  readonly id: number;
  readonly planned: PlannedTarget;
  target: Target | undefined;
  stream: number | undefined;
  kept: Kept | undefined;
}

/** Follows the targets of one case. */
export class Watching {
  readonly #client: ProtocolClient;
  readonly #history: History;
  readonly #statistics: Statistics;
  readonly #streams = new Map<number, Listening>();
  readonly #slots: readonly Slot[];
  /** What each target showed last. */
  readonly #shown = new Map<Target, string>();

  constructor(
    client: ProtocolClient,
    history: History,
    statistics: Statistics,
    targets: readonly PlannedTarget[],
  ) {
    this.#client = client;
    this.#history = history;
    this.#statistics = statistics;
    this.#slots = targets.map((planned, index) => ({
      id: 2 * index + 2,
      planned,
      target: undefined,
      stream: undefined,
      kept: undefined,
    }));
  }

  /** Listens to all targets. */
  async begin(): Promise<void> {
    for (const [index, slot] of this.#slots.entries()) {
      await this.#listen(slot, index % 2, false);
    }
  }

  /** Listens to a target, if the case has so many, from the beginning or from what its client has kept. */
  async listen(index: number, stream: number, resume: boolean): Promise<void> {
    const slot = this.#slots[index];
    return slot && (await this.#listen(slot, stream, resume));
  }

  /** Stops listening to a target, if it is listened to. */
  async unlisten(index: number): Promise<void> {
    const slot = this.#slots[index];
    return slot && (await this.#unlisten(slot));
  }

  /** Stops listening to anything, and looks at what has been shown. */
  async end(): Promise<void> {
    for (const slot of this.#slots) {
      await this.#unlisten(slot);
    }
    this.#look();
  }

  close(): void {
    for (const stream of this.#streams.values()) {
      stream.close();
    }
  }

  async #listen(slot: Slot, streamNumber: number, resume: boolean): Promise<void> {
    await this.#unlisten(slot);
    const target = (slot.target ??= this.#targetOf(slot.planned));
    const stream = this.#streams.get(streamNumber) ?? new Listening(this.#client);
    this.#streams.set(streamNumber, stream);
    const kept = resume ? slot.kept : undefined;
    this.#statistics.count('targets');
    this.#statistics.count('targets resumed', kept ? 1 : 0);
    const { beginnings } = stream;
    const outcome = await stream.listen(slot.id, target, kept);
    this.#statistics.count('targets begun anew', stream.beginnings - beginnings);
    const accepted =
      target.kind === 'documents' || target.query.where === undefined || isAccepted(target.query.where);
    expectSame('The outcome of listening', outcome, accepted ? 'current' : 'refused');
    slot.stream = accepted ? streamNumber : undefined;
  }

  async #unlisten(slot: Slot): Promise<void> {
    const stream = this.#streamOf(slot);
    slot.stream = undefined;
    slot.kept = (await stream?.unlisten(slot.id)) ?? slot.kept;
  }

  /** The connection breaks; all that was listened to is taken up again on a new one. */
  async reconnect(streamNumber: number): Promise<void> {
    const slots = this.#slots.filter(({ stream }) => stream === streamNumber);
    for (const slot of slots) {
      slot.kept = this.#streamOf(slot)?.keptOf(slot.id) ?? slot.kept;
      slot.stream = undefined;
    }
    this.#look();
    this.#streams.get(streamNumber)?.close();
    this.#streams.delete(streamNumber);
    for (const slot of slots) {
      await this.#listen(slot, streamNumber, true);
    }
  }

  #streamOf({ stream }: Slot): Listening | undefined {
    return stream === undefined ? undefined : this.#streams.get(stream);
  }

  #targetOf(planned: PlannedTarget): Target {
    return planned.kind === 'documents'
      ? planned
      : { kind: 'query', query: planQuery(planned.planned, this.#history.present) };
  }

  /** Waits until every listener has been told what has changed for it. */
  async settle(): Promise<void> {
    for (const slot of this.#slots) {
      const [stream, { target }] = [this.#streamOf(slot), slot];
      if (stream && target) {
        const wanted = versions(membersOf(target, this.#history.present));
        await stream.when(
          'a snapshot shows the last commit',
          () => versions(membersOf(target, this.#history.at(stream.time))) === wanted,
        );
      }
    }
    this.#look();
  }

  /** Every snapshot must show a target as it was at the time that the snapshot bears. */
  #look(): void {
    for (const stream of this.#streams.values()) {
      for (const { time, target, members } of stream.snapshots.splice(0)) {
        const expected = membersOf(target, this.#history.at(time));
        const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
        expectDocuments('A snapshot', [...members.values()].sort(byPath), [...expected].sort(byPath));
        this.#statistics.count('snapshots');
        this.#statistics.count('snapshots with documents', members.size > 0 ? 1 : 0);
        const shows = versions(expected);
        this.#statistics.count(
          'snapshots that differ from the one before',
          this.#shown.get(target) === shows ? 0 : 1,
        );
        this.#shown.set(target, shows);
      }
      if (stream.resets > 0) {
        throw new Difference('A target was reset though its token is of these days.', stream.resets, 0);
      }
    }
  }
}

/** Text that tells two sets of documents apart. */
function versions(documents: readonly Document[]): string {
  return documents
    .map(({ path, updateTime }) => `${path}@${updateTime}`)
    .sort()
    .join();
}
