/** How far a batch is, said sparingly: every report is two writes, and counts against what an image may cost. */
import type { PhaseContext } from '../../engine/pipeline-module.ts';

/** With so many images more, it is said again. What becomes of each is on the images themselves. */
const IMAGES_PER_REPORT = 8;

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

  /** One more is done. That all are is said by the end itself. */
  advance(): void {
    this.#done += 1;
    if (this.#done % IMAGES_PER_REPORT === 0 && this.#done < this.#of)
      this.#context.report(this.#done, this.#of, 'Image');
  }
}
