/** A run under way: the line that says where it is, its phases, and what it is doing just now. Calm while it is paused. */
import { type Pipeline, phaseAt, pipelineDefinition } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { activityLabel, elapsedTime, formatDuration, progressLabel } from '@docket/model/progress-label';
import { Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { phaseSteps } from './phase-steps.ts';
import { PhaseStepsView } from './phase-steps-view.tsx';
import classes from './progress-panel.module.css';
import { useNow } from './use-now.ts';

interface Props {
  pipeline: Pipeline;
  status: ProcessingStatus;
  /** What the run is called, as the first word of a sentence: "Processing". */
  label: string;
  /** Shown instead of what the run says of itself, e.g. when a wish has been sent and not yet answered. */
  note?: string | null;
  /** How long it will still take as of a moment, in words; null where nobody can say. */
  remaining?: (now: Date) => string | null;
  /** What can be done with the run. */
  actions?: ReactNode;
}

/** What a screen reader is told: on each phase and every tenth of the way, not on every tick of the clock. */
function announcement(pipeline: Pipeline, { progress }: ProcessingStatus, note: string | null): string {
  if (note !== null) return note;
  const tenths = Math.floor(progress.percentage / 10) * 10;
  const { stepWord } = pipelineDefinition(pipeline);
  return `${stepWord} ${progress.phase} of ${progress.total_phases}: ${phaseAt(pipeline, progress.phase).label}, ${tenths} per cent`;
}

/** Where a paused run waits. */
function pausedLabel(pipeline: Pipeline, { progress }: ProcessingStatus): string {
  const word = pipelineDefinition(pipeline).stepWord.toLowerCase();
  return `Paused in ${word} ${progress.phase} of ${progress.total_phases} · ${progress.percentage}%`;
}

/** What is said below the line. */
function detail(status: ProcessingStatus, note: string | null, now: Date): string {
  if (note !== null) return note;
  if (status.status === 'paused')
    return `Next: ${status.current_phase}. What is done is kept (${formatDuration(elapsedTime(status, now))} of work); resume whenever you like.`;
  return activityLabel(status, now) ?? 'Runs in the background. You can leave this page.';
}

export function ProgressPanel({ pipeline, status, label, note = null, remaining, actions }: Props) {
  const paused = status.status === 'paused';
  const now = useNow(!paused);
  const { kind } = status.activity;
  const attention = kind === 'retrying' || kind === 'restarting';
  const left = paused || kind === 'cancelling' ? null : (remaining?.(now) ?? null);
  const below = detail(status, note, now);
  const said = announcement(pipeline, status, attention || kind === 'pausing' ? below : note);
  return (
    <Paper withBorder className={classes.root} data-paused={paused || undefined}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <output className={classes.status} aria-label={`${label} progress`}>
            <Stack gap="md">
              <Stack gap={2}>
                <Text fw={600} size="lg" className={classes.line} aria-hidden={!paused}>
                  {paused ? pausedLabel(pipeline, status) : progressLabel(pipeline, status, now)}
                  {left !== null && <span className={classes.remaining}> · {left}</span>}
                </Text>
                <Text
                  size="sm"
                  c={attention ? 'yellow.8' : 'dimmed'}
                  className={classes.line}
                  data-attention={attention || undefined}
                  aria-hidden={!paused}
                >
                  {below}
                </Text>
                {!paused && <span className="docket-hidden">{said}</span>}
              </Stack>
              <Progress.Root size={6} className={classes.bar}>
                <Progress.Section
                  value={status.progress.percentage}
                  color={paused ? 'yellow.5' : 'blue.6'}
                  aria-label="Progress"
                />
              </Progress.Root>
            </Stack>
          </output>
          {actions}
        </Group>
        <PhaseStepsView steps={phaseSteps(pipeline, status)} />
      </Stack>
    </Paper>
  );
}
