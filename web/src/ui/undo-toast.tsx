/** A toast that offers to take back what was just done. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Milliseconds for second thoughts. */
export const UNDO_OFFERED = 10_000;

interface Undo {
  /** Takes the place of a toast with the same id. */
  id: string;
  title: string;
  /** What it means now, in one sentence. */
  message?: string;
  onUndo: () => void;
}

export function showUndo({ id, title, message = '', onUndo }: Undo): void {
  notifications.hide(id);
  notifications.show({
    id,
    title,
    message: (
      <Group justify="space-between" align="center" wrap="nowrap" gap="sm">
        <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
    autoClose: UNDO_OFFERED,
  });
}
