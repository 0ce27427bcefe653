/** What a place shows when it could not be had: what happened and what to do. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

interface Props {
  title: string;
  message: string;
  /** 1 where this stands for the whole page, 2 (taken if left out) where it stands for a part of one. */
  level?: 1 | 2;
  action?: { label: string; onClick: () => void };
}

export function ErrorState({ title, message, level = 2, action }: Props) {
  return (
    <Stack align="center" gap="sm" py={72} px="md" role="alert">
      <IconAlertTriangle size={28} stroke={1.6} color="var(--mantine-color-yellow-6)" aria-hidden />
      <Title order={level} size="h2" ta="center" style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={440} style={{ overflowWrap: 'anywhere' }}>
        {message}
      </Text>
      {action !== undefined && (
        <Button variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}

/** The same where nothing else is on the screen. */
export function ErrorPage(props: Omit<Props, 'level'>) {
  return (
    <main>
      <ErrorState {...props} level={1} />
    </main>
  );
}
