/** Asks before several runs are started: which will be, which cannot be and why. */
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import classes from './batch.module.css';
import type { BatchPlan } from './batch-plan.ts';

interface Props {
  pipeline: Pipeline;
  plan: BatchPlan;
  onConfirm: () => void;
  onClose: () => void;
}

const collections = (count: number) => (count === 1 ? '1 collection' : `${count} collections`);

export function BatchDialog({ pipeline, plan, onConfirm, onClose }: Props) {
  const { label } = pipelineDefinition(pipeline);
  const { starts, blocked } = plan;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620}>{`${label} on ${collections(starts.length)}?`}</Text>}
    >
      <Stack gap="md">
        {starts.length > 0 && (
          <Stack gap={6} component="section" aria-label="Will start">
            <Text size="sm" c="dimmed">
              These start at once and run side by side in the background.
            </Text>
            <ul className={classes.list}>
              {starts.map(({ name, start, note }) => (
                <li key={start.collectionId} className={classes.entry}>
                  <IconCircleCheck size={17} stroke={1.8} className={classes.ready} aria-hidden />
                  <span className={classes.name}>
                    {name}
                    {note !== null && (
                      <Text size="sm" c="dimmed" component="span" display="block">
                        {note}
                      </Text>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        {blocked.length > 0 && (
          <Stack gap={6} component="section" aria-label="Cannot start">
            <Text size="sm" c="dimmed">
              {starts.length > 0 ? 'These are left out:' : 'None of these can start:'}
            </Text>
            <ul className={classes.list}>
              {blocked.map(({ id, name, reason }) => (
                <li key={id} className={classes.entry}>
                  <IconInfoCircle size={17} stroke={1.8} className={classes.blocked} aria-hidden />
                  <span className={classes.name}>
                    {name}
                    <Text size="sm" c="dimmed" component="span" display="block">
                      {reason}
                    </Text>
                  </span>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Back
          </Button>
          <Button disabled={starts.length === 0} onClick={onConfirm}>
            {starts.length === 1 ? 'Start 1 run' : `Start ${starts.length} runs`}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
