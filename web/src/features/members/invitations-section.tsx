/** Who is invited and has not come yet. For owners alone: others may not read it. */
import type { Invitation } from '@docket/model/members/invitation';
import { revokeInvitation } from '@docket/model/commands/invitation-commands';
import { ROLE_LABELS } from '@docket/model/members/roles-in-words';
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useQuery } from '../../data/hooks.ts';
import type { Stored } from '../../data/reader.ts';
import { invitationReader, memberReader, queries } from '../../data/records.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { useNow } from '../../ui/use-now.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { holdsFor, invitedWhom } from './member-words.ts';
import classes from './members.module.css';

interface RowProps {
  invitation: Stored<Invitation>;
  /** The name of whoever has made it; null: no longer an owner, so that it does not hold. */
  inviter: string | null;
  now: Date;
}

function InvitationRow({ invitation: { id, data }, inviter, now }: RowProps) {
  const actor = useActor();
  const commit = useCommit();
  const [asking, dialog] = useDisclosure(false);
  const whom = invitedWhom(data);
  const details = [
    inviter === null
      ? 'No longer holds: whoever made it is no longer an owner'
      : `Invited by ${inviter} · holds ${holdsFor(data.expires_at, now)}`,
    ...(data.email !== null && data.email !== whom ? [`only for ${data.email}`] : []),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Text fw={540}>{whom}</Text>
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Badge color={inviter === null ? 'yellow' : 'gray'}>{ROLE_LABELS[data.role]}</Badge>
        <Button size="xs" variant="default" onClick={dialog.open} aria-label={`Take back: ${whom}`}>
          Take back
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() =>
          void commit(
            revokeInvitation(actor, id),
            'The invitation could not be taken back',
            'Somebody has just used it, or taken it back.',
          )
        }
        title="Take this invitation back?"
        confirmLabel="Take back"
        keepLabel="Keep invitation"
      >
        Its link ({whom}) lets nobody in any more. You can invite again at any time, by another link.
      </ConfirmDialog>
    </li>
  );
}

const MINUTE_MS = 60_000;

export function InvitationsSection() {
  const workspace = useWorkspace();
  const live = useQuery(queries.openInvitations(workspace.id), invitationReader);
  const members = useQuery(queries.members(workspace.id), memberReader);
  const [inviting, dialog] = useDisclosure(false);
  const now = useNow(true, MINUTE_MS);
  const owners = useMemo(
    () =>
      new Map(
        (members.state === 'ready' ? members.value.records : [])
          .filter(({ data }) => data.role === 'owner')
          .map(({ data }) => [data.uid, data.display_name || data.email]),
      ),
    [members],
  );
  if (live.state === 'error')
    return <ErrorState title="The invitations could not be loaded" message={live.message} />;
  const open =
    live.state === 'ready'
      ? live.value.records
          .filter(({ data }) => data.expires_at > now)
          .toSorted((a, b) => b.data.created_at.getTime() - a.data.created_at.getTime())
      : null;
  return (
    <Card component="section" aria-label="Invitations">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={2} className={classes.text}>
            <Title order={2}>Invitations</Title>
            <Text size="sm" c="dimmed">
              Each is a link that lets one person in. Whom you invite needs no account yet.
            </Text>
          </Stack>
          <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={dialog.open}>
            Invite somebody
          </Button>
        </Group>
        {open === null && <RowsSkeleton rows={1} />}
        {open?.length === 0 && (
          <Text c="dimmed">
            Nobody is invited at the moment. Make a link, send it by whatever way you like, and see here until
            when it holds.
          </Text>
        )}
        {open !== null && open.length > 0 && (
          <ul className={classes.list} aria-label="Invitations">
            {open.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                inviter={members.state === 'ready' ? (owners.get(invitation.data.created_by) ?? null) : '…'}
                now={now}
              />
            ))}
          </ul>
        )}
      </Stack>
      {inviting && <InvitationDialog onClose={dialog.close} />}
    </Card>
  );
}
