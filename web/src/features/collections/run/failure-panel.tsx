/** A failed run: what happened, where, and how to go on. */
import { paths } from '@docket/model/paths';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { RETRY_MEANS } from '@docket/model/run-words';
import { Button, Code, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle, IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useDocument } from '../../../data/hooks.ts';
import type { Live } from '../../../data/live.ts';
import { jobReader, type StoredFile } from '../../../data/records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { phaseSteps } from '../../../ui/phase-steps.ts';
import { PhaseStepsView } from '../../../ui/phase-steps-view.tsx';
import { filesChanged } from '@docket/model/starts/start-block';
import { RUN_DEEDS, RUN_NOUNS } from './run-words.ts';
import { useRequestJob } from './use-request-job.ts';
import classes from './failure-panel.module.css';

interface Props {
  pipeline: Pipeline;
  jobId: string;
  status: ProcessingStatus;
  documents: Live<readonly StoredFile[]>;
  /** Starts a new run; null while that is not possible. */
  onStart: (() => void) | null;
}

/** Whether the files are still those that the failed run was started with. */
function useFilesChanged(jobId: string, documents: Live<readonly StoredFile[]>): boolean {
  const workspace = useWorkspace();
  const job = useDocument(paths.job(workspace.id, jobId), jobReader);
  if (job.state !== 'ready' || job.value === null || documents.state !== 'ready') return false;
  const present = documents.value.map(({ id }) => id);
  return filesChanged(present, job.value.data.input.document_ids);
}

export function FailurePanel({ pipeline, jobId, status, documents, onStart }: Props) {
  const request = useRequestJob();
  const mayEdit = useCan('edit');
  const [showing, details] = useDisclosure(false);
  const changed = useFilesChanged(jobId, documents);
  const retry = () => request(jobId, 'retry');
  const { error } = status;
  const label = RUN_NOUNS[pipeline];
  const word = pipelineDefinition(pipeline).stepWord.toLowerCase();
  return (
    <Paper withBorder component="section" aria-label={`${label} failed`} className={classes.root}>
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap" align="flex-start" role="alert">
          <IconAlertCircle size={22} stroke={1.8} className={classes.icon} aria-hidden />
          <Stack gap={2} className={classes.text}>
            <Title order={2}>
              {label} failed in {word} {status.progress.phase}: {error?.phase ?? status.current_phase}
            </Title>
            <Text>{error?.message ?? 'Something went wrong. What you have is kept; try again.'}</Text>
            <Text size="sm" c="dimmed">
              {changed
                ? 'The files have changed since this run began. Start over to use them all.'
                : RETRY_MEANS[pipeline]}
            </Text>
          </Stack>
        </Group>
        <PhaseStepsView steps={phaseSteps(pipeline, status)} />
        <Group justify="space-between" gap="sm">
          <Button
            variant="subtle"
            size="compact-sm"
            color="ink"
            onClick={details.toggle}
            aria-expanded={showing}
            rightSection={
              <IconChevronDown
                size={14}
                className={classes.chevron}
                data-open={showing || undefined}
                aria-hidden
              />
            }
          >
            Details
          </Button>
          {mayEdit && (
            <Group gap="sm">
              {changed && (
                <Button disabled={onStart === null} onClick={() => onStart?.()}>
                  Start Over
                </Button>
              )}
              <Button
                variant={changed ? 'default' : 'filled'}
                leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
                onClick={retry}
              >
                Retry {RUN_DEEDS[pipeline]}
              </Button>
            </Group>
          )}
        </Group>
        <Collapse expanded={showing}>
          <Code block className={classes.details}>
            {[
              `code: ${error?.code ?? 'unknown'}`,
              `phase: ${error?.phase ?? status.current_phase}`,
              `run: ${jobId}`,
              `details: ${error?.details ?? ''}`,
            ].join('\n')}
          </Code>
        </Collapse>
      </Stack>
    </Paper>
  );
}
