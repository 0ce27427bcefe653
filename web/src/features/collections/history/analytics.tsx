/** How the runs of a pipeline went: how many, how reliably, how long they and their phases took. */
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { Button, Collapse, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
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

/** How long each phase took, and how often it failed where somebody has counted. */
function PhaseTable({ stepWord, phases }: { stepWord: string; phases: Figures['phases'] }) {
  const longest = Math.max(1, ...phases.map(({ p95 }) => p95 ?? 0));
  const counted = phases.some(({ failures }) => failures !== null);
  return (
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
          {counted && (
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
            {counted && <td className={classes.number}>{failures ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  pipeline: Pipeline;
  figures: Figures;
  /** Of the heading. */
  level: 2 | 3;
  /** Whether the phases are shown on demand only. */
  folded?: boolean;
}

export function Analytics({ pipeline, figures, level, folded = false }: Props) {
  const { label, stepWord } = pipelineDefinition(pipeline);
  const { runs, completed, failed, cancelled, success_rate, run, phases } = figures;
  const [open, phasesShown] = useDisclosure(!folded);
  return (
    <Paper withBorder p="md" component="section" aria-label={`${label} in figures`}>
      <Stack gap="sm">
        <Title order={level} size="h3">
          {label}
        </Title>
        <dl className={classes.figures}>
          <Figure value={runs.toLocaleString('en')} label={runs === 1 ? 'run' : 'runs'} />
          <Figure value={percent(success_rate)} label="success rate" />
          <Figure value={span(run.p50)} label="half take up to" />
          <Figure value={span(run.p95)} label="95% take up to" />
        </dl>
        <div className={classes.foot}>
          <Text size="sm" c="dimmed">
            {completed} completed, {failed} failed, {cancelled} cancelled.
          </Text>
          {folded && (
            <Button
              variant="subtle"
              color="ink"
              size="compact-sm"
              onClick={phasesShown.toggle}
              aria-expanded={open}
              aria-label={`${stepWord}s of ${label}`}
            >
              {stepWord}s
            </Button>
          )}
        </div>
        <Collapse expanded={open}>
          <PhaseTable stepWord={stepWord} phases={phases} />
        </Collapse>
      </Stack>
    </Paper>
  );
}
