/** What whoever has opened an invitation sees above the sign-in: where to, or what is the matter with it. */
import { JOIN_REFUSALS, type JoinAnswer } from '@docket/model/members/joining';
import { aRole } from '@docket/model/members/roles-in-words';
import { Button, Card, Skeleton, Stack, Text } from '@mantine/core';
import { useInvitation, useInvitationLink } from './use-invitation.ts';

function words(answer: JoinAnswer): { title: string; message: string } {
  switch (answer.outcome) {
    case 'invited':
      return {
        title: `Join ${answer.workspace_name}`,
        message: `${answer.invited_by} invites you as ${aRole(answer.role)}. Create an account, or sign in with the one that you have; you come back to the invitation by yourself.`,
      };
    case 'refused':
      return JOIN_REFUSALS[answer.reason];
    case 'joined':
    case 'member':
      return { title: 'You are a member', message: 'Sign in to go on.' };
  }
}

export default function InvitedHere() {
  const { answer, ask, busy } = useInvitation(useInvitationLink());
  if (answer.state === 'loading') return <Skeleton h={96} aria-label="Loading the invitation" />;
  const { title, message } =
    answer.state === 'ready'
      ? words(answer.value)
      : { title: 'The invitation could not be looked at', message: answer.message };
  return (
    <Card padding="md" component="section" aria-label="Invitation" aria-live="polite">
      <Stack gap={4}>
        <Text fw={620} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
        {answer.state === 'error' && (
          <Button size="xs" variant="default" loading={busy} onClick={() => void ask('look')}>
            Try again
          </Button>
        )}
      </Stack>
    </Card>
  );
}
