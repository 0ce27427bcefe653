/** The page of an invitation, for whoever is signed in: says where to, and joins. */
import { JOIN_REFUSALS, type JoinRefusal } from '@docket/model/members/joining';
import { aRole, ROLE_DESCRIPTIONS } from '@docket/model/members/roles-in-words';
import { paths } from '@docket/model/paths';
import type { Member } from '@docket/model/workspace';
import { Button, Center, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { useClient, useDocument, useUser } from '../../../data/hooks.ts';
import { workspaceReader } from '../../../data/records.ts';
import { urls } from '../../../urls.ts';
import type { InvitationLink } from '../invitation-link.ts';
import { JoinCard } from './join-card.tsx';
import { useInvitation, useInvitationLink } from './use-invitation.ts';
import { VerifyEmail } from '../../../ui/verify-email.tsx';

function Waiting() {
  return (
    <Center h="100dvh" component="main">
      <Loader size="sm" aria-label="Loading" />
    </Center>
  );
}

/** What is offered to whoever came with another account than they meant to. */
function OtherAccount() {
  const { accounts } = useClient().backend;
  const { email } = useUser();
  return (
    <>
      <Button variant="default" onClick={() => void accounts.signOut()}>
        Use another account
      </Button>
      <Text size="sm" c="dimmed">
        You are signed in as {email}.
      </Text>
    </>
  );
}

interface RefusedProps {
  reason: JoinRefusal;
  busy: boolean;
  onLookAgain: () => Promise<void>;
}

function Refused({ reason, busy, onLookAgain }: RefusedProps) {
  return (
    <JoinCard {...JOIN_REFUSALS[reason]}>
      {reason === 'unverified_email' && <VerifyEmail busy={busy} onVerified={onLookAgain} />}
      {reason === 'other_email' || reason === 'used' ? (
        <OtherAccount />
      ) : (
        <Button variant="default" component={Link} to={urls.home()}>
          Go to my workspaces
        </Button>
      )}
    </JoinCard>
  );
}

/** `onJoin` runs when somebody has decided to. */
function Invitation({ link, onJoin }: { link: InvitationLink; onJoin: () => void }) {
  const { answer, ask, busy } = useInvitation(link);
  const look = () => ask('look');
  if (answer.state === 'loading') return <Waiting />;
  if (answer.state === 'error') {
    return (
      <JoinCard title="The invitation could not be looked at" message={answer.message}>
        <Button loading={busy} onClick={() => void look()}>
          Try again
        </Button>
      </JoinCard>
    );
  }
  const { value } = answer;
  switch (value.outcome) {
    case 'refused':
      return <Refused reason={value.reason} busy={busy} onLookAgain={look} />;
    case 'joined':
    case 'member':
      // The membership is on its way here.
      return <Waiting />;
    case 'invited':
      return (
        <JoinCard
          title={`Join ${value.workspace_name}`}
          message={
            <>
              {value.invited_by} invites you as {aRole(value.role)}. {ROLE_DESCRIPTIONS[value.role]}
            </>
          }
        >
          <Button
            loading={busy}
            onClick={() => {
              onJoin();
              void ask('accept');
            }}
          >
            Join workspace
          </Button>
          <OtherAccount />
        </JoinCard>
      );
  }
}

/** Somebody who is in has opened a link: it changes nothing. */
function AlreadyMember({ member }: { member: Member }) {
  const workspace = useDocument(paths.workspace(member.workspace_id), workspaceReader);
  const name =
    workspace.state === 'ready' && workspace.value !== null ? workspace.value.data.name : 'this workspace';
  return (
    <JoinCard
      title={`You are a member of ${name} already`}
      message={`You are ${aRole(member.role)}, and stay so: an invitation does not change what a member may do.`}
    >
      <Button component={Link} to={urls.collections(member.workspace_id)}>
        Open workspace
      </Button>
    </JoinCard>
  );
}

/** `members` are the memberships of the signed-in person. */
export default function JoinPage({ members }: { members: readonly Member[] }) {
  const link = useInvitationLink();
  const [joining, setJoining] = useState(false);
  const member = members.find(({ workspace_id: id }) => id === link.workspace);
  if (member === undefined) return <Invitation link={link} onJoin={() => setJoining(true)} />;
  return joining ? (
    <Navigate to={urls.collections(link.workspace)} replace />
  ) : (
    <AlreadyMember member={member} />
  );
}
