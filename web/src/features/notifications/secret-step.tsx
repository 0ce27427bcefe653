/** The last step of a dialog that has made a secret: it is shown this once, with how to use it. */
import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './notifications.module.css';
import { Verification } from './verification.tsx';

/** The secret, to be taken away now. */
export function SecretStep({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <Stack gap="md">
      <Text size="sm">
        Deliveries are signed with this secret. Copy it to your receiver now: <b>it is not shown again</b>.
      </Text>
      <Code block className={classes.secret} aria-label="Secret" tabIndex={0}>
        {secret}
      </Code>
      <CopyButton value={secret} timeout={4000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={
              copied ? (
                <IconCheck size={16} stroke={1.8} aria-hidden />
              ) : (
                <IconCopy size={16} stroke={1.8} aria-hidden />
              )
            }
          >
            <span aria-live="polite">{copied ? 'Copied' : 'Copy secret'}</span>
          </Button>
        )}
      </CopyButton>
      <Verification />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have kept the secret</Button>
      </Group>
    </Stack>
  );
}
