/**
 * How long to wait for a function's answer. The functions emulator ends a function after the time it is given, but
 * leaves the request open for ever when the function's process does not start. It lists its functions with their
 * time-outs for the Emulator UI.
 */
import { z } from 'zod';

/** What an attempt may take beside the function: its process starts, others that run already have their turn. */
const overhead = 120_000;
const longestTimeout = 540_000;
/** Functions that are not listed are asked for again after so long. */
const askAgainAfter = 5_000;

const listSchema = z.object({
  backends: z.array(
    z.object({
      functionTriggers: z.array(
        z.object({ id: z.string().optional(), timeoutSeconds: z.number().optional() }),
      ),
    }),
  ),
});

export class FunctionTimeouts {
  readonly #list: () => Promise<unknown>;
  readonly #now: () => number;
  #known: Promise<ReadonlyMap<string, number>> = Promise.resolve(new Map());
  #askedAt = Number.NEGATIVE_INFINITY;

  /** @param list gives what the functions emulator lists @param now wall clock in milliseconds */
  constructor(list: () => Promise<unknown>, now: () => number) {
    this.#list = list;
    this.#now = now;
  }

  /** Milliseconds to wait for the answer of a function, by its region and name. Never rejects. */
  async of(functionName: string): Promise<number> {
    const known = (await this.#known).get(functionName) ?? (await this.#ask()).get(functionName);
    return (known ?? longestTimeout) + overhead;
  }

  /** Has everything asked for anew, because functions may have changed. */
  forget(): void {
    this.#known = Promise.resolve(new Map());
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  #ask(): Promise<ReadonlyMap<string, number>> {
    if (this.#now() - this.#askedAt >= askAgainAfter) {
      this.#askedAt = this.#now();
      this.#known = this.#list().then(readList, () => new Map<string, number>());
    }
    return this.#known;
  }
}

function readList(list: unknown): ReadonlyMap<string, number> {
  const functions = listSchema.safeParse(list).data?.backends.flatMap((each) => each.functionTriggers) ?? [];
  return new Map(
    functions.flatMap(
      ({ id, timeoutSeconds }): Array<[string, number]> =>
        id === undefined || timeoutSeconds === undefined ? [] : [[id, timeoutSeconds * 1000]],
    ),
  );
}
