/** Whether what was typed is saved, in a few words. */
import { Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertCircle, IconCheck, IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SaveState } from '../data/autosave.ts';
import classes from './save-note.module.css';

interface Props {
  save: SaveState;
  onRetry: () => void;
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap" className={classes.line}>
      {icon}
      <Text size="sm">{children}</Text>
    </Group>
  );
}

function Note({ save, onRetry }: Props) {
  const { online } = useNetwork();
  switch (save.state) {
    case 'unchanged':
      return <Line icon={<IconCheck size={15} aria-hidden />}>Changes are saved as you type</Line>;
    case 'waiting':
    case 'saving':
      return online ? (
        <Line icon={<IconCloudUpload size={15} aria-hidden />}>Saving…</Line>
      ) : (
        <output>
          <Line icon={<IconCloudOff size={15} aria-hidden />}>Offline. Kept here, saved once connected</Line>
        </output>
      );
    case 'saved':
      return <Line icon={<IconCheck size={15} className={classes.saved} aria-hidden />}>Saved</Line>;
    case 'failed':
      return (
        <Group gap="xs" className={classes.failed} role="alert">
          <Line icon={<IconAlertCircle size={15} aria-hidden />}>Could not be saved. {save.message}</Line>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Retry
          </Button>
        </Group>
      );
  }
}

/** Only what is unusual is read out: that all is well would be at every pause in typing. */
export function SaveNote(props: Props) {
  return (
    <output className={classes.root} aria-label="Saving" aria-live="off">
      <Note {...props} />
    </output>
  );
}
