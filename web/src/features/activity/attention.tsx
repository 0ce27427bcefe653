/** Failed runs that nobody has retried or dismissed: why each failed, and what can be done. */
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { when } from '../collections/history/history-words.ts';
import type { RunRow } from '../collections/history/history-rows.ts';
import { RUN_NOUNS, runUrl } from '../collections/run/run-words.ts';
import { useRequestJob } from '../collections/run/use-request-job.ts';
import { urls } from '../../urls.ts';
import classes from './activity.module.css';

/** "after 3 attempts"; nothing for a single one. */
function attempts({ phases }: RunRow): string {
  const failed = phases.find(({ state }) => state === 'failed' || state === 'lost');
  const count = failed?.tries.length ?? 0;
  return count > 1 ? ` after ${count} attempts` : '';
}

function Failure({ row, subject }: { row: RunRow; subject: string }) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const request = useRequestJob();
  const { id, pipeline, error, label, createdAt } = row;
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm" className={classes.failure}>
      <IconAlertCircle size={19} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.text}>
        <Text fw={560}>
          <Anchor component={Link} to={runUrl(workspace.id, row)} c="inherit" inherit>
            {subject}
          </Anchor>
        </Text>
        <Text size="sm">
          {RUN_NOUNS[pipeline]} failed in “{error?.phase ?? label}”{attempts(row)}.{' '}
          {error?.message ?? 'Something went wrong.'}
        </Text>
        <Text size="xs" c="dimmed">
          Started <time dateTime={createdAt.toISOString()}>{when(createdAt)}</time>
        </Text>
      </div>
      {mayEdit && (
        <Group gap="xs" className={classes.actions}>
          {row.retryable && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => request(id, 'retry')}
              aria-label={`Retry ${label}: ${subject}`}
            >
              Retry
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="ink"
            onClick={() => request(id, 'dismiss')}
            aria-label={`Dismiss ${label}: ${subject}`}
          >
            Dismiss
          </Button>
        </Group>
      )}
    </Group>
  );
}

/** All failed batches of images as one: which images are concerned is shown on their own page. */
function ImageFailures({ rows }: { rows: readonly RunRow[] }) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const request = useRequestJob();
  const [latest] = rows;
  if (latest === undefined) return null;
  const ask = (action: 'retry' | 'dismiss') => {
    for (const { id } of rows) request(id, action);
  };
  const batches = rows.length === 1 ? 'one batch' : `${rows.length.toLocaleString('en')} batches`;
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm" className={classes.failure}>
      <IconAlertCircle size={19} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.text}>
        <Text fw={560}>
          <Anchor component={Link} to={urls.failedImages(workspace.id)} c="inherit" inherit>
            Images
          </Anchor>
        </Text>
        <Text size="sm">
          {RUN_NOUNS.image_processing} failed in {batches}. {latest.error?.message ?? 'Something went wrong.'}
        </Text>
        <Text size="xs" c="dimmed">
          Latest started <time dateTime={latest.createdAt.toISOString()}>{when(latest.createdAt)}</time>
        </Text>
      </div>
      {mayEdit && (
        <Group gap="xs" className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => ask('retry')}
            aria-label="Retry image processing"
          >
            Retry
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="ink"
            onClick={() => ask('dismiss')}
            aria-label="Dismiss failed image processing"
          >
            Dismiss
          </Button>
        </Group>
      )}
    </Group>
  );
}

interface Props {
  rows: readonly RunRow[];
  /** On batches of images, the latest first. */
  images: readonly RunRow[];
  subjectOf: (row: RunRow) => string;
}

/** Nothing where there is nothing to attend to. */
export function Attention({ rows, images, subjectOf }: Props) {
  if (rows.length + images.length === 0) return null;
  return (
    <Paper withBorder component="section" aria-label="Needs attention" className={classes.attention}>
      <Stack gap="sm">
        <Title order={2}>Needs attention</Title>
        <ul className={classes.list}>
          {rows.map((row) => (
            <Failure key={row.id} row={row} subject={subjectOf(row)} />
          ))}
          <ImageFailures rows={images} />
        </ul>
      </Stack>
    </Paper>
  );
}
