/** How the analytics page puts its figures. Pure. */
import { pipelineDefinition } from '@docket/model/pipelines';
import type { CauseRow, DayRow, Outcomes, PipelineRow } from './analytics-view.ts';
import { runsOf, successRate } from './analytics-view.ts';

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "26 Nov" */
export function shortDay(day: string): string {
  return SHORT_DAY.format(new Date(day));
}

export const figure = (count: number) => count.toLocaleString('en');

/** "1 run", "1,204 runs" */
export const runsLabel = (count: number) => `${figure(count)} ${count === 1 ? 'run' : 'runs'}`;

/**
 * A success rate as a percentage that never says more than is true: 100% only if nothing has failed, 0% only if nothing
 * has completed; a dash where nothing has ended.
 */
export function rateLabel(outcomes: Outcomes): string {
  const rate = successRate(outcomes);
  if (rate === null) return '–';
  const rounded = Math.round(rate * 100);
  if (rounded === 100 && rate < 1) return `${(Math.floor(rate * 1000) / 10).toFixed(1)}%`;
  if (rounded === 0 && rate > 0) return 'under 1%';
  return `${rounded}%`;
}

/** What a success rate is a rate of. */
export function rateSentence({ completed, failed, cancelled }: Outcomes): string {
  const ended = completed + failed;
  const left = cancelled === 0 ? '' : ` ${runsLabel(cancelled)} cancelled by people not counted.`;
  if (ended === 0) return `No run has completed or failed.${left}`;
  return `${figure(completed)} of ${runsLabel(ended)} completed.${left}`;
}

/** The chart of runs in one sentence. */
export function runsSentence(outcomes: Outcomes, days: readonly DayRow[]): string {
  const { completed, failed, cancelled } = outcomes;
  const busiestDay = days.toSorted((a, b) => runsOf(b) - runsOf(a))[0];
  const most =
    busiestDay === undefined || runsOf(busiestDay) === 0
      ? ''
      : ` Most on ${shortDay(busiestDay.day)}: ${figure(runsOf(busiestDay))}.`;
  return `${figure(completed)} completed, ${figure(failed)} failed, ${figure(cancelled)} cancelled.${most}`;
}

/** Where runs failed for one reason, the most frequent places first. */
export function placesSentence({ places }: CauseRow): string {
  const named = places.slice(0, 2).map(({ pipeline, phase, runs }) => {
    return `${pipelineDefinition(pipeline).label}, “${phase}” (${figure(runs)})`;
  });
  const others = places.length - named.length;
  return `In ${named.join(' and ')}${others > 0 ? ` and ${figure(others)} other ${others === 1 ? 'place' : 'places'}` : ''}.`;
}

/** What the completed runs of a pipeline have dealt with, where that is more than the runs say: "1,204 images". */
export function unitsLabel({ pipeline, units }: PipelineRow): string | null {
  if (pipelineDefinition(pipeline).subject !== 'image_batch') return null;
  return `${figure(units)} ${units === 1 ? 'image' : 'images'}`;
}
