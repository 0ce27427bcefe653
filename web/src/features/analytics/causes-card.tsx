/** Why runs failed: what each reason means, how often it was one, where, and the way to the runs. */
import { errorMessage } from '@docket/model/errors';
import { pipelineDefinition } from '@docket/model/pipelines';
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import { causeLabel } from '../collections/history/history-words.ts';
import type { CauseRow } from './analytics-view.ts';
import { placesSentence, runsLabel } from './analytics-words.ts';
import classes from './analytics.module.css';

function Cause({ cause, most }: { cause: CauseRow; most: number }) {
  const workspace = useWorkspace();
  const { code, runs, places } = cause;
  const pipelines = [...new Set(places.map(({ pipeline }) => pipeline))];
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={560} size="sm">
          {causeLabel(code)}
        </Text>
        <Text size="sm" className={classes.count}>
          {runsLabel(runs)}
        </Text>
      </Group>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${(runs / most) * 100}%` }} />
      </span>
      <Text size="sm">{errorMessage(code)}</Text>
      <Text size="sm" c="dimmed">
        {placesSentence(cause)}
      </Text>
      <Group gap="md">
        {pipelines.map((pipeline) => (
          <Anchor
            key={pipeline}
            component={Link}
            to={urls.failedRuns(workspace.id, pipeline)}
            size="sm"
            underline="always"
          >
            Failed runs of {pipelineDefinition(pipeline).label}
          </Anchor>
        ))}
      </Group>
    </li>
  );
}

export function CausesCard({ causes }: { causes: readonly CauseRow[] }) {
  const most = Math.max(1, ...causes.map(({ runs }) => runs));
  return (
    <Paper withBorder p="md" component="section" aria-label="Failures by cause">
      <Stack gap="sm">
        <Title order={2} size="h3">
          Failures by cause
        </Title>
        {causes.length === 0 ? (
          <Text size="sm" c="dimmed">
            No run has failed in these days.
          </Text>
        ) : (
          <ul className={classes.causes}>
            {causes.map((cause) => (
              <Cause key={cause.code} cause={cause} most={most} />
            ))}
          </ul>
        )}
      </Stack>
    </Paper>
  );
}
