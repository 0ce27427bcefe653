/** Progress on a terminal: a bar that is drawn over itself, or a line now and then where there is no terminal. */
import type { WriteStream } from 'node:tty';

const WIDTH = 24;

/** What a bar shows. */
export interface BarContent {
  /** 0–100. */
  percentage: number;
  label: string;
  /** Where there is no terminal, a line is written whenever this changes. */
  step: string;
}

export class ProgressBar {
  readonly #stream: WriteStream;
  #lastStep: string | null = null;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  show({ percentage, label, step }: BarContent): void {
    if (this.#stream.isTTY) {
      const filled = Math.round((percentage / 100) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      this.#stream.write(`\r\u001B[2K${bar} ${label}`);
    } else if (step !== this.#lastStep) {
      this.#lastStep = step;
      this.#stream.write(`${label}\n`);
    }
  }

  /** Leaves the bar as it is and goes to the next line. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\n');
  }
}
