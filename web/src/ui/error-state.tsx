/** What a place shows when it could not be had: what happened and what to do. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

interface Props {
  title: string;
  message: string;
  action?: { label: string; onClick: () => void };
}

export function ErrorState({ title, message, action }: Props) {
  return (
    <Stack align="center" gap="sm" py={72} px="md" role="alert">
      <IconAlertTriangle size={28} stroke={1.6} color="var(--mantine-color-yellow-6)" aria-hidden />
      <Title order={2} ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={440}>
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
