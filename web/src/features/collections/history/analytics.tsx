/** How the runs of a pipeline went: how many, how reliably, how long they and their phases took. */
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { Paper, Stack, Text, Title } from '@mantine/core';
import type { Figures } from './figures.ts';
import classes from './analytics.module.css';
import { percent, span } from './history-words.ts';

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className={classes.figure}>
      <dd>{value}</dd>
      <dt>{label}</dt>
    </div>
  );
}

/** Half of the runs as a full bar, the slowest twentieth as a pale one behind it. `longest` is the whole width. */
function Bar({ p50, p95, longest }: { p50: number | null; p95: number | null; longest: number }) {
  const width = (value: number | null) => `${((value ?? 0) / longest) * 100}%`;
  return (
    <span className={classes.bar} aria-hidden>
      <span className={classes.slow} style={{ width: width(p95) }} />
      <span className={classes.usual} style={{ width: width(p50) }} />
    </span>
  );
}

/** `level` is that of the heading. */
export function Analytics({
  pipeline,
  figures,
  level,
}: {
  pipeline: Pipeline;
  figures: Figures;
  level: 2 | 3;
}) {
  const { label, stepWord } = pipelineDefinition(pipeline);
  const { runs, completed, failed, cancelled, success_rate, run, phases } = figures;
  const longest = Math.max(1, ...phases.map(({ p95 }) => p95 ?? 0));
  const counting = phases.some(({ failures }) => failures !== null);
  return (
    <Paper withBorder p="md" component="section" aria-label={`${label} in figures`}>
      <Stack gap="md">
        <Title order={level} size="h3">
          {label}
        </Title>
        <dl className={classes.figures}>
          <Figure value={runs.toLocaleString('en')} label={runs === 1 ? 'run' : 'runs'} />
          <Figure value={percent(success_rate)} label="success rate" />
          <Figure value={span(run.p50)} label="half take up to" />
          <Figure value={span(run.p95)} label="95% take up to" />
        </dl>
        <Text size="sm" c="dimmed">
          {completed} completed, {failed} failed, {cancelled} cancelled.
        </Text>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{stepWord}</th>
              <th scope="col" className={classes.number}>
                Half
              </th>
              <th scope="col" className={classes.number}>
                95%
              </th>
              {counting && (
                <th scope="col" className={classes.number}>
                  Failures
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {phases.map(({ key, label: phase, p50, p95, failures }) => (
              <tr key={key}>
                <th scope="row">
                  {phase}
                  <Bar p50={p50} p95={p95} longest={longest} />
                </th>
                <td className={classes.number}>{span(p50)}</td>
                <td className={classes.number}>{span(p95)}</td>
                {counting && <td className={classes.number}>{failures ?? '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Stack>
    </Paper>
  );
}
