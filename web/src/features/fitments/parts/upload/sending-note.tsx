/** How the sending of a file goes: how far it is, or why it was refused. */
import { Alert, Progress } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Sending } from './use-send-parts.ts';

export function SendingNote({ sending }: { sending: Sending }) {
  switch (sending.state) {
    case 'none':
      return null;
    case 'sending':
      return <Progress value={sending.percent} aria-label="Sending the file" />;
    case 'refused':
      return (
        <Alert color="red" icon={<IconAlertCircle size={18} aria-hidden />} role="alert">
          {sending.reason}
        </Alert>
      );
  }
}
