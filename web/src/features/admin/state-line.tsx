/** Whether the queue runs, and the button that pauses it or lets it go on. */
import { paths } from '@docket/model/paths';
import { formatDuration } from '@docket/model/progress-label';
import type { QueueSettings } from '@docket/model/queue';
import { Button, Group, Paper, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { pauseQueue } from '@docket/model/commands/queue-commands';
import { useDocument } from '../../data/hooks.ts';
import { queueSettingsReader } from '../../data/queue-records.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { useNow } from '../../ui/use-now.ts';
import { when } from '../collections/history/history-words.ts';
import { useMemberNames } from '../collections/history/use-member-names.ts';
import type { QueueView } from './queue-view.ts';
import classes from './state-line.module.css';
import { queueSentence, some } from './words.ts';

/** Since when and by whom it is paused. */
function PausedBy({ settings: { by, at } }: { settings: QueueSettings }) {
  const nameOf = useMemberNames();
  const now = useNow(true);
  const name = nameOf(by);
  return (
    <>
      Paused by {name === 'You' ? 'you' : name} since <time dateTime={at.toISOString()}>{when(at)}</time> (
      {formatDuration(now.getTime() - at.getTime())}).{' '}
    </>
  );
}

export function StateLine({ view }: { view: QueueView }) {
  const workspace = useWorkspace();
  const actor = useActor();
  const commit = useCommit();
  const stored = useDocument(paths.queueSettings(workspace.id), queueSettingsReader);
  const [asking, dialog] = useDisclosure(false);
  if (stored.state === 'loading') return <Skeleton h={64} radius="lg" />;
  if (stored.state === 'error') {
    return (
      <Paper withBorder className={classes.root}>
        <Text role="alert">Whether the queue is paused could not be found out. {stored.message}</Text>
      </Paper>
    );
  }
  const settings = stored.value?.data ?? null;
  const paused = settings?.paused === true;
  const waiting = view.rows.filter(({ state }) => state === 'held' || state === 'queued').length;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Paper withBorder className={classes.root} data-paused={paused || undefined}>
      <Group justify="space-between" gap="sm">
        <div className={classes.text}>
          <Text component="output" display="block" fw={600} size="lg">
            {paused ? 'The queue is paused' : 'The queue is running'}
          </Text>
          <Text size="sm" c="dimmed" className={classes.figures}>
            {paused && <PausedBy settings={settings} />}
            {queueSentence(view, paused)}
          </Text>
        </div>
        <Button
          variant={paused ? 'filled' : 'default'}
          leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
          onClick={dialog.open}
        >
          {paused ? 'Resume queue' : 'Pause queue'}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() =>
          void commit(
            pauseQueue(actor, !paused),
            paused ? 'The queue could not be resumed' : 'The queue could not be paused',
          )
        }
        title={paused ? 'Resume the queue?' : 'Pause the queue?'}
        confirmLabel={paused ? 'Resume queue' : 'Pause queue'}
        keepLabel={paused ? 'Leave it paused' : 'Leave it running'}
        harmless
      >
        {paused
          ? `${waiting === 0 ? 'Nothing waits at the moment' : `${some(waiting, 'run')} that ${waiting === 1 ? 'waits begins' : 'wait begin'} as workers become free`}. Runs that people have paused themselves stay paused.`
          : 'What is running finishes the phase that it is in. After that nothing new begins for anybody in this workspace until an owner resumes the queue. Files can still be uploaded; their runs wait.'}
      </ConfirmDialog>
    </Paper>
  );
}
