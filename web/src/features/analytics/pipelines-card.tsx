/** How reliable each pipeline is, and how long its runs take. */
import { RELATIVE_ERROR } from '@docket/model/duration-histogram';
import { pipelineDefinition } from '@docket/model/pipelines';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { span } from '../collections/history/history-words.ts';
import type { PipelineRow } from './analytics-view.ts';
import { runsOf } from './analytics-view.ts';
import { figure, rateLabel, unitsLabel } from './analytics-words.ts';
import { FigureTable } from './figure-table.tsx';

const PRECISION = `${Math.ceil(RELATIVE_ERROR * 100)}%`;

/** `pipelines` are those with a run. */
export function PipelinesCard({ pipelines }: { pipelines: readonly PipelineRow[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-label="By pipeline">
      <Stack gap="sm">
        <Title order={2} size="h3">
          By pipeline
        </Title>
        <FigureTable
          caption="Runs and durations by pipeline"
          columns={['Pipeline', 'Runs', 'Success', 'Half take up to', '95% take up to']}
          rows={pipelines.map((row) => {
            const units = unitsLabel(row);
            return {
              key: row.pipeline,
              name: (
                <>
                  {pipelineDefinition(row.pipeline).label}
                  {units !== null && (
                    <Text span size="xs" c="dimmed" display="block">
                      {units}
                    </Text>
                  )}
                </>
              ),
              figures: [figure(runsOf(row)), rateLabel(row), span(row.p50), span(row.p95)],
            };
          })}
        />
        <Text size="xs" c="dimmed">
          Durations are those of completed runs, without waiting and pauses, to within {PRECISION}.
        </Text>
      </Stack>
    </Paper>
  );
}
