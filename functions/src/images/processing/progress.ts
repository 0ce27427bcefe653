/** How far a batch is, said sparingly: every report is written, and counts against what an image may cost. */
import type { PhaseContext } from '../../engine/pipeline-module.ts';

/** Reports a batch makes at most. */
const REPORTS = 10;

export class Progress {
  readonly #context: Pick<PhaseContext, 'report'>;
  readonly #of: number;
  #done: number;

  /** `done` of the images of the batch need nothing; `toDo` are worked on. */
  constructor(context: Pick<PhaseContext, 'report'>, done: number, toDo: number) {
    this.#context = context;
    this.#done = done;
    this.#of = done + toDo;
  }

  /** One more is done. What is said at the end is said by the end itself. */
  advance(): void {
    const before = this.#tenths();
    this.#done += 1;
    if (this.#tenths() > before && this.#done < this.#of) this.#context.report(this.#done, this.#of, 'Image');
  }

  #tenths(): number {
    return Math.floor((this.#done * REPORTS) / this.#of);
  }
}
