/** The last step of a dialog that has made a secret: it is shown this once, with how to use it. */
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { CopyTextButton } from '../../ui/copy-text-button.tsx';
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
      <CopyTextButton text={secret} label="Copy secret" />
      <Verification />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have kept the secret</Button>
      </Group>
    </Stack>
  );
}
