/** Of which ends of their own runs the signed-in person wants mail. Saved as it is chosen. */
import { NO_MAIL, NOTIFICATION_EVENTS, type NotificationEvent } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { Card, Checkbox, Stack, Text, Title } from '@mantine/core';
import { saveMailSettings } from '@docket/model/commands/notification-commands';
import { useDocument, useUser } from '../../data/hooks.ts';
import { mailSettingsReader } from '../../data/records.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { VerifyEmail } from '../../ui/verify-email.tsx';

/** The end of the sentence "Mail me when my runs …". */
const ENDINGS: Record<NotificationEvent, string> = {
  'job.completed': 'are completed',
  'job.failed': 'have failed',
  'job.cancelled': 'were cancelled',
};

export function MailSection() {
  const workspace = useWorkspace();
  const { uid, email, emailVerified } = useUser();
  const actor = useActor();
  const commit = useCommit();
  const stored = useDocument(paths.mailSettings(workspace.id, uid), mailSettingsReader);
  if (stored.state === 'error')
    return <ErrorState title="Your mail settings could not be loaded" message={stored.message} />;
  const { events } = stored.state === 'ready' ? (stored.value?.data ?? NO_MAIL) : NO_MAIL;
  const toggle = (event: NotificationEvent, wanted: boolean) => {
    const next = NOTIFICATION_EVENTS.filter((known) => (known === event ? wanted : events.includes(known)));
    void commit(saveMailSettings(actor, next), 'Your mail settings could not be saved');
  };
  return (
    <Card component="section" aria-label="Mail">
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={2}>Mail</Title>
          <Text size="sm" c="dimmed">
            Sent to {email} about the runs that you have started in this workspace.
          </Text>
        </Stack>
        {!emailVerified && (
          <Stack gap="xs" maw={420}>
            <Text>Show first that this address is yours: mail goes only where it is wanted.</Text>
            <VerifyEmail busy={false} onVerified={async () => await Promise.resolve()} />
          </Stack>
        )}
        <Checkbox.Group label="Mail me when my runs" value={[...events]}>
          <Stack gap="xs" mt="xs">
            {NOTIFICATION_EVENTS.map((event) => (
              <Checkbox
                key={event}
                value={event}
                label={ENDINGS[event]}
                disabled={stored.state !== 'ready' || !emailVerified}
                onChange={({ currentTarget }) => toggle(event, currentTarget.checked)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </Card>
  );
}
