/** Puts together what delivers events to the functions emulator of the Firebase CLI. */
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outbox, PendingEvent } from '../store/outbox.ts';
import { TriggerDispatcher } from './dispatcher.ts';
import { eventRequest } from './event.ts';
import { FunctionTimeouts } from './function-timeouts.ts';
import type { Outcome } from './outcome.ts';
import { postEvent } from './post-event.ts';
import { Slots } from './slots.ts';
import type { Trigger } from './trigger.ts';

/** Functions whose events are delivered again when they fail: all, or those with these names. */
export type RetriedFunctions = 'all' | readonly string[];

export interface FunctionsOptions {
  /** `host:port`; absent: nobody is told of anything. */
  readonly address: string | undefined;
  /** Where events are kept until they are delivered; absent: in memory. */
  readonly outbox: Outbox | undefined;
  /** How many events may be on their way at once. */
  readonly parallel: number;
  readonly retried: RetriedFunctions;
  readonly log: (line: string) => void;
}

/** The pauses before the second, third … attempt, in milliseconds. */
const delays = [250, 1_000, 4_000, 15_000, 60_000, 60_000, 60_000];
/** A process that is just ending takes an event with it; the next one does not. */
const mostInterruptions = 3;
/** As long as production goes on, in milliseconds. */
const longestLife = 24 * 3_600_000;
/** Codebases are loaded one after the other, which takes some ten seconds each on a busy machine. */
const patience = 300_000;

/** A dispatcher of events to the functions emulator. */
export function dispatchTo(options: FunctionsOptions): TriggerDispatcher {
  const { address, outbox, parallel, retried, log } = options;
  const ending = new AbortController();
  const agent = new Agent({ keepAlive: true });
  const timeouts = new FunctionTimeouts(
    async () =>
      await (await fetch(`http://${address}/backends`, { signal: AbortSignal.timeout(5_000) })).json(),
    Date.now,
  );
  const send = async (trigger: Trigger, event: PendingEvent): Promise<Outcome> => {
    const { project, id } = trigger.registration;
    return await postEvent(
      `http://${address}/functions/projects/${project}/triggers/${id}`,
      eventRequest(trigger, event),
      agent,
      timeouts.of(trigger.functionName),
      ending.signal,
    );
  };
  return new TriggerDispatcher({
    outbox,
    send: address === undefined ? undefined : send,
    slots: new Slots(parallel),
    delays,
    mostInterruptions,
    longestLife,
    patience,
    pause: async (milliseconds) =>
      await wait(milliseconds, undefined, { signal: ending.signal }).catch(() => {}),
    now: Date.now,
    isRetried: (functionName) =>
      retried === 'all' || retried.some((name) => functionName === name || functionName.endsWith(`-${name}`)),
    newId: randomUUID,
    onRegister: () => timeouts.forget(),
    onClose: () => {
      ending.abort();
      agent.destroy();
    },
    log,
  });
}
