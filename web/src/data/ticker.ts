/** Changes that come faster than anybody can see: drawn together, a few times a second. */

export interface Ticker {
  /** Has `draw` called: at once after a break, otherwise with all others that wait, once, at the next tick. */
  request(draw: () => void): void;
  /** `draw` is not wanted any more. */
  withdraw(draw: () => void): void;
}

/** Ticks at most every `ms` milliseconds, and only while there is something to draw. */
export function createTicker(
  ms: number,
  schedule: (task: () => void, ms: number) => void = (task, delay) => void setTimeout(task, delay),
): Ticker {
  const waiting = new Set<() => void>();
  let resting = false;
  const tick = () => {
    const due = [...waiting];
    waiting.clear();
    resting = due.length > 0;
    if (resting) schedule(tick, ms);
    // In one task, so that React draws them in one go.
    for (const draw of due) draw();
  };
  return {
    request(draw) {
      waiting.add(draw);
      if (!resting) tick();
    },
    withdraw: (draw) => void waiting.delete(draw),
  };
}

/** Milliseconds between two looks at what changes all the time: uploads report every piece that has been sent. */
const LOOK_EVERY_MS = 250;

/** The one that all of the app goes by: two that tick at different times would draw twice as often. */
export const looks = createTicker(LOOK_EVERY_MS);
