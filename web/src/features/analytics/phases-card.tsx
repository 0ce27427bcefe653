/** How long each phase of a pipeline takes. */
import { BarChart } from '@mantine/charts';
import { pipelineDefinition } from '@docket/model/pipelines';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { span } from '../collections/history/history-words.ts';
import { busiest, type PhaseSpread, type PipelineRow } from './analytics-view.ts';
import { figure } from './analytics-words.ts';
import { ChartCard } from './chart-card.tsx';
import { FigureTable } from './figure-table.tsx';

const SERIES = [
  { name: 'p50', label: 'Half take up to', color: 'var(--docket-chart-completed)' },
  { name: 'p95', label: '95% take up to', color: 'var(--docket-chart-slow)' },
];

const SILENT = { accessibilityLayer: false };

/** Pixels of a phase's two bars with the space around them, and of legend and axis. */
const PHASE_HEIGHT = 44;
const FRAME_HEIGHT = 70;

function sentenceOf(stepWord: string, phases: readonly PhaseSpread[]): string {
  const slowest = phases.toSorted((a, b) => (b.p50 ?? 0) - (a.p50 ?? 0))[0];
  if (slowest === undefined || slowest.p50 === null) return `No ${stepWord.toLowerCase()} has been finished.`;
  return `What takes longest is “${slowest.label}”: half the time up to ${span(slowest.p50)}, 95% of the time up to ${span(slowest.p95)}.`;
}

/** `pipelines` are those with a run. */
export function PhasesCard({ pipelines }: { pipelines: readonly PipelineRow[] }) {
  const [wanted, setWanted] = useState('');
  const shown = pipelines.find(({ pipeline }) => pipeline === wanted) ?? busiest(pipelines);
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
