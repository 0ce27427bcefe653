/** How many runs ended on each day, and how. */
import { BarChart } from '@mantine/charts';
import type { DayRow, Outcomes } from './analytics-view.ts';
import { runsOf } from './analytics-view.ts';
import { figure, runsSentence, shortDay } from './analytics-words.ts';
import { ChartCard } from './chart-card.tsx';
import { FigureTable } from './figure-table.tsx';

/** Blue, red and grey differ in brightness as well, so that they can be told apart without seeing red or green. */
const SERIES = [
  { name: 'completed', label: 'Completed', color: 'var(--docket-chart-completed)' },
  { name: 'failed', label: 'Failed', color: 'var(--docket-chart-failed)' },
  { name: 'cancelled', label: 'Cancelled', color: 'var(--docket-chart-cancelled)' },
];

/** Cannot be reached by keyboard: what it says is in the table. */
const SILENT = { accessibilityLayer: false };

/** Names stand in the order of the bars, not of the alphabet. */
const IN_ORDER = { itemSorter: null };

interface Props {
  outcomes: Outcomes;
  days: readonly DayRow[];
}

export function RunsCard({ outcomes, days }: Props) {
  return (
    <ChartCard
      title="Runs over time"
      sentence={runsSentence(outcomes, days)}
      chart={
        <BarChart
          h={220}
          type="stacked"
          data={days.map((row) => ({ ...row, day: shortDay(row.day) }))}
          dataKey="day"
          series={SERIES}
          withLegend
          legendProps={IN_ORDER}
          maxBarWidth={28}
          barChartProps={SILENT}
          xAxisProps={{ minTickGap: 24 }}
          yAxisProps={{ allowDecimals: false, width: 40 }}
          valueFormatter={figure}
        />
      }
      table={
        <FigureTable
          caption="Runs by day in UTC, the latest first"
          columns={['Day', 'Completed', 'Failed', 'Cancelled']}
          rows={days
            .filter((row) => runsOf(row) > 0)
            .toReversed()
            .map(({ day, completed, failed, cancelled }) => ({
              key: day,
              name: <time dateTime={day}>{shortDay(day)}</time>,
              figures: [completed, failed, cancelled].map(figure),
            }))}
        />
      }
    />
  );
}
