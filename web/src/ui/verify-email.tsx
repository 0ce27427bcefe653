/** How somebody proves that their address is theirs: a mail with a link, then another look. */
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { accountErrorMessage } from '../data/error-messages.ts';
import { useClient, useUser } from '../data/hooks.ts';

type Sending = { state: 'not sent' | 'sending' | 'sent' } | { state: 'failed'; message: string };

/** `onVerified` runs when somebody says that they have opened the link of the mail. */
export function VerifyEmail({ busy, onVerified }: { busy: boolean; onVerified: () => Promise<void> }) {
  const { accounts } = useClient().backend;
  const { email } = useUser();
  const [sending, setSending] = useState<Sending>({ state: 'not sent' });
  const attempt = async (done: Sending, deed: () => Promise<void>) => {
    try {
      await deed();
      setSending(done);
    } catch (error) {
      setSending({
        state: 'failed',
        message: accountErrorMessage(error, 'That did not work. Try again in a moment.'),
      });
    }
  };
  const send = () => {
    setSending({ state: 'sending' });
    void attempt({ state: 'sent' }, () => accounts.sendVerification());
  };
  const lookAgain = () =>
    void attempt(sending, async () => {
      await accounts.refresh();
      await onVerified();
    });
  return (
    <Stack gap="sm">
      <Button loading={sending.state === 'sending'} onClick={send}>
        {sending.state === 'sent' ? 'Send it again' : `Send a mail to ${email}`}
      </Button>
      <Button variant="default" loading={busy} onClick={lookAgain}>
        I have opened its link
      </Button>
      <Text size="sm" c="dimmed" component="output">
        {sending.state === 'sent' && `On its way to ${email}. Look among the unwanted mail too.`}
        {sending.state === 'failed' && sending.message}
      </Text>
    </Stack>
  );
}
