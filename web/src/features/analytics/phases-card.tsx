/** How long each phase of a pipeline takes. */
import { BarChart } from '@mantine/charts';
import { pipelineDefinition } from '@docket/model/pipelines';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { span } from '../collections/history/history-words.ts';
import { type PhaseSpread, type PipelineRow, slowest } from './analytics-view.ts';
import { figure } from './analytics-words.ts';
import { ChartCard } from './chart-card.tsx';
import { FigureTable } from './figure-table.tsx';

const SERIES = [
  { name: 'p50', label: 'Half take up to', color: 'var(--docket-chart-completed)' },
  { name: 'p95', label: '95% take up to', color: 'var(--docket-chart-slow)' },
];

/** Cannot be reached by keyboard: what it says is in the table. */
const SILENT = { accessibilityLayer: false };

/** Names stand in the order of the bars, not of the alphabet. */
const IN_ORDER = { itemSorter: null };

/** Pixels of a phase's two bars with the space around them, and of legend and axis. */
const PHASE_HEIGHT = 44;
const FRAME_HEIGHT = 70;

function sentenceOf(stepWord: string, phases: readonly PhaseSpread[]): string {
  const longest = phases.toSorted((a, b) => (b.p50 ?? 0) - (a.p50 ?? 0))[0];
  if (longest === undefined || longest.p50 === null) return `No ${stepWord.toLowerCase()} has been finished.`;
  return `“${longest.label}” takes longest: half the time up to ${span(longest.p50)}, 95% of the time up to ${span(longest.p95)}.`;
}

/** `pipelines` are those with a run. */
export function PhasesCard({ pipelines }: { pipelines: readonly PipelineRow[] }) {
  const [wanted, setWanted] = useState('');
  const shown = pipelines.find(({ pipeline }) => pipeline === wanted) ?? slowest(pipelines);
  if (shown === null) return null;
  const { pipeline, phases } = shown;
  const { label, stepWord } = pipelineDefinition(pipeline);
  return (
    <ChartCard
      title={`Durations per ${stepWord.toLowerCase()}`}
      sentence={sentenceOf(stepWord, phases)}
      control={
        pipelines.length > 1 ? (
          <NativeSelect
            aria-label="Pipeline whose phases are shown"
            size="xs"
            value={pipeline}
            onChange={(event) => setWanted(event.currentTarget.value)}
            data={pipelines.map((row) => ({
              value: row.pipeline,
              label: pipelineDefinition(row.pipeline).label,
            }))}
          />
        ) : null
      }
      chart={
        <BarChart
          h={FRAME_HEIGHT + PHASE_HEIGHT * phases.length}
          orientation="vertical"
          data={phases.map((phase) => ({ ...phase, p50: phase.p50 ?? 0, p95: phase.p95 ?? 0 }))}
          dataKey="label"
          series={SERIES}
          withLegend
          legendProps={IN_ORDER}
          gridAxis="y"
          maxBarWidth={14}
          barChartProps={SILENT}
          yAxisProps={{ width: 132, tickMargin: 0, interval: 0 }}
          valueFormatter={span}
        />
      }
      table={
        <FigureTable
          caption={`How long the ${stepWord.toLowerCase()}s of ${label} took`}
          columns={[stepWord, 'Runs', 'Half take up to', '95% take up to']}
          rows={phases.map(({ key, label: name, runs, p50, p95 }) => ({
            key,
            name,
            figures: [figure(runs), span(p50), span(p95)],
          }))}
        />
      }
    />
  );
}
