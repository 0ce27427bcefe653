/** A run under way: the line that says where it is, its phases, and what it is doing just now. */
import type { Pipeline } from '@docket/model/pipelines';
import { phaseAt } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { activityLabel, progressLabel } from '@docket/model/progress-label';
import { Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { phaseSteps } from './phase-steps.ts';
import { PhaseStepsView } from './phase-steps-view.tsx';
import classes from './progress-panel.module.css';
import { useNow } from './use-now.ts';

interface Props {
  pipeline: Pipeline;
  status: ProcessingStatus;
  /** Shown instead of what the run says of itself, e.g. when a wish has been sent and not yet answered. */
  note?: string | null;
  /** What can be done with the run. */
  actions?: ReactNode;
}

/** What a screen reader is told: on each phase and every tenth of the way, not on every tick of the clock. */
function announcement(pipeline: Pipeline, { progress }: ProcessingStatus, note: string | null): string {
  if (note !== null) return note;
  const tenths = Math.floor(progress.percentage / 10) * 10;
  return `Phase ${progress.phase} of ${progress.total_phases}: ${phaseAt(pipeline, progress.phase).label}, ${tenths} per cent`;
}

export function ProgressPanel({ pipeline, status, note = null, actions }: Props) {
  const now = useNow(true);
  const activity = note ?? activityLabel(status, now);
  const attention = status.activity.kind === 'retrying' || status.activity.kind === 'restarting';
  return (
    <Paper withBorder className={classes.root}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <output className={classes.status} aria-label="Processing progress">
            <Stack gap="md">
              <Stack gap={2}>
                <Text fw={600} size="lg" className={classes.line} aria-hidden>
                  {progressLabel(pipeline, status, now)}
                </Text>
                <Text
                  size="sm"
                  c={attention ? 'yellow.8' : 'dimmed'}
                  className={classes.line}
                  data-attention={attention || undefined}
                  aria-hidden
                >
                  {activity ?? 'Runs in the background. You can leave this page.'}
                </Text>
                <span className="docket-hidden">
                  {announcement(pipeline, status, attention ? activity : note)}
                </span>
              </Stack>
              <Progress.Root size={6} className={classes.bar}>
                <Progress.Section value={status.progress.percentage} color="blue.6" aria-label="Progress" />
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
