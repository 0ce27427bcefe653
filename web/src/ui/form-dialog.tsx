/** A dialog that asks for something to be filled in. It is open as long as it is there. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** "New location" */
  title: string;
  /** The deed as a verb: "Add location". */
  submitLabel: string;
  /** The fields; the one to begin with has `data-autofocus`. */
  children: ReactNode;
  /** Runs by the button and by Enter, however the fields are filled in. Whether it closes is up to it. */
  onSubmit: () => void;
  onClose: () => void;
}

export function FormDialog({ title, submitLabel, children, onSubmit, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={<Text fw={620}>{title}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        noValidate
      >
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{submitLabel}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
