/** One failed run or image: what it is, why it failed, and what can be done about it. */
import { pipelineDefinition } from '@docket/model/pipelines';
import { Anchor, Button, Code, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { startImageBatch } from '@docket/model/commands/image-commands';
import { useClient } from '../../data/hooks.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import { useCommit } from '../../ui/use-commit.tsx';
import { when } from '../collections/history/history-words.ts';
import { runUrl } from '../collections/run/run-words.ts';
import { useRequestJob } from '../collections/run/use-request-job.ts';
import type { Failure } from '@docket/model/failure-groups';
import classes from './failures.module.css';
import { some, subjectLabel } from './words.ts';

type FailedRun = Extract<Failure, { kind: 'run' }>;
type FailedImage = Extract<Failure, { kind: 'image' }>;

function RunActions({ failure: { id }, name }: { failure: FailedRun; name: string }) {
  const request = useRequestJob();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => request(id, 'retry')}
        aria-label={`Retry ${name}`}
      >
        Retry
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="ink"
        onClick={() => request(id, 'dismiss')}
        aria-label={`Dismiss ${name}`}
      >
        Dismiss
      </Button>
    </>
  );
}

/** A failed image is tried again in a batch of its own. */
function ImageActions({ failure: { id, pipeline }, name }: { failure: FailedImage; name: string }) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const retry = () => {
    const batch = { batchId: database.newId(), pipeline, source: 'retry', imageIds: [id] } as const;
    void commit(startImageBatch(actor, batch), 'The image could not be retried');
  };
  return (
    <Button size="compact-sm" variant="default" onClick={retry} aria-label={`Retry ${name}`}>
      Retry
    </Button>
  );
}

interface Props {
  failure: Failure;
  collectionName: (id: string) => string;
}

export function FailureItem({ failure, collectionName }: Props) {
  const workspace = useWorkspace();
  const { kind, pipeline, message, details, at, attempts } = failure;
  const name = kind === 'run' ? subjectLabel(failure, collectionName) : failure.fileName;
  const url = kind === 'run' ? runUrl(workspace.id, failure) : urls.image(workspace.id, failure.id);
  const place = kind === 'run' && failure.phase !== '' ? ` in “${failure.phase}”` : '';
  const tries = attempts > 1 ? ` after ${some(attempts, 'attempt')}` : '';
  return (
    <li className={classes.item}>
      <div className={classes.text}>
        <Text fw={540}>
          <Anchor component={Link} to={url} c="inherit" inherit>
            {name}
          </Anchor>{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {pipelineDefinition(pipeline).label} failed{place}
            {tries}, <time dateTime={at.toISOString()}>{when(at)}</time>
          </Text>
        </Text>
        <Text size="sm">{message}</Text>
        {details !== '' && <Code className={classes.code}>{details}</Code>}
      </div>
      <Group gap={6} wrap="nowrap" className={classes.actions}>
        {kind === 'run' ? (
          <RunActions failure={failure} name={`${pipelineDefinition(pipeline).label}: ${name}`} />
        ) : (
          <ImageActions failure={failure} name={name} />
        )}
      </Group>
    </li>
  );
}
