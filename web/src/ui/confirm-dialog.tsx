/** Asks before something that cannot be taken back, or concerns many. The safe answer has the focus. */
import { Button, Modal, Stack, Text, getDefaultZIndex } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './confirm-dialog.module.css';

interface Props {
  opened: boolean;
  /** A question: "Cancel processing?" */
  title: string;
  /** What will be lost and what will be kept. */
  children: ReactNode;
  /** The deed as a verb: "Remove file". */
  confirmLabel: string;
  /** How to leave things as they are: "Keep processing". */
  keepLabel: string;
  /** Nothing is lost by the deed: its button is not red. */
  harmless?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({
  opened,
  title,
  children,
  confirmLabel,
  keepLabel,
  harmless = false,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={
        <Text fw={620} className={classes.title}>
          {title}
        </Text>
      }
      size="sm"
      // Whoever asks may stand in a drawer, which must not cover the question.
      zIndex={getDefaultZIndex('modal') + 10}
    >
      <Stack gap="lg">
        <Text size="md" c="dimmed">
          {children}
        </Text>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {keepLabel}
          </Button>
          <Button
            color={harmless ? 'ink' : 'red.8'}
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirmLabel}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
