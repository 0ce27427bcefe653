/** Progress on a terminal: a bar that is drawn over itself, or a line a phase where there is no terminal. */
import type { WriteStream } from 'node:tty';
import type { Pipeline } from '@docket/model/pipelines';
import { activityLabel, progressLabel } from '@docket/model/progress-label';
import type { ProcessingStatus } from '@docket/model/processing-status';

const WIDTH = 24;

export class ProgressBar {
  readonly #stream: WriteStream;
  readonly #pipeline: Pipeline;
  #lastPhase = '';

  constructor(stream: WriteStream, pipeline: Pipeline) {
    this.#stream = stream;
    this.#pipeline = pipeline;
  }

  /** Shows where the run is. */
  show(status: ProcessingStatus, now: Date): void {
    const label = progressLabel(this.#pipeline, status, now);
    const activity = activityLabel(status, now);
    if (this.#stream.isTTY) {
      const filled = Math.round((status.progress.percentage / 100) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      this.#stream.write(`\r\u001B[2K${bar} ${label}${activity === null ? '' : ` · ${activity}`}`);
      return;
    }
    const phase = `${status.current_phase}/${status.activity.kind}`;
    if (phase === this.#lastPhase) return;
    this.#lastPhase = phase;
    this.#stream.write(`${label}${status.activity.kind === 'working' ? '' : ` · ${activity}`}\n`);
  }

  /** Leaves the bar as it is and goes to the next line. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\n');
  }
}
