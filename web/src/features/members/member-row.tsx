/** One member: who, as what, and what can be done about it. */
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from '@docket/model/members/roles-in-words';
import { ROLES, type Role, roleSchema } from '@docket/model/roles';
import type { Member } from '@docket/model/workspace';
import { Badge, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { initials } from './member-words.ts';
import classes from './members.module.css';
import { useManageMember } from './use-manage-member.ts';

interface Props {
  member: Member;
  /** Whether this is who looks. */
  isSelf: boolean;
  /** Without them nobody would own the workspace: they cannot leave, nor become something else. */
  isOnlyOwner: boolean;
}

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));

export function MemberRow({ member, isSelf, isOnlyOwner }: Props) {
  const mayAdminister = useCan('administer');
  const name = member.display_name || member.email || 'Member';
  return (
    <li className={classes.row}>
      <span className={classes.initials} aria-hidden>
        {initials(member)}
      </span>
      <div className={classes.text}>
        <Text fw={540}>
          {name}
          {isSelf && (
            <Text span c="dimmed" fw={400}>
              {' '}
              (you)
            </Text>
          )}
        </Text>
        {member.email !== name && (
          <Text size="sm" c="dimmed">
            {member.email}
          </Text>
        )}
        {isSelf && isOnlyOwner && (
          <Text size="sm" c="dimmed">
            You are the only owner: make somebody else one before you leave.
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        {mayAdminister ? (
          <RoleSelect member={member} name={name} isSelf={isSelf} isOnlyOwner={isOnlyOwner} />
        ) : (
          <Badge color="gray" title={ROLE_DESCRIPTIONS[member.role]}>
            {ROLE_LABELS[member.role]}
          </Badge>
        )}
        {isSelf && <LeaveButton disabled={isOnlyOwner} />}
        {!isSelf && mayAdminister && <RemoveButton member={member} name={name} />}
      </Group>
    </li>
  );
}

/** What is asked before somebody becomes an owner, or is one no longer. */
function ownerQuestion(name: string, isSelf: boolean, wanted: Role) {
  const becomes = `Become ${ROLE_LABELS[wanted].toLowerCase()}`;
  if (wanted === 'owner') {
    return {
      title: `Make ${name} an owner?`,
      confirmLabel: 'Make owner',
      text: 'Owners may do everything, also invite and remove members, you among them.',
    };
  }
  return isSelf
    ? {
        title: 'Stop being an owner?',
        confirmLabel: becomes,
        text: 'You no longer manage members, webhooks, API keys and the processing queue. API keys that you have made are revoked, invitations that you have made no longer hold. Only another owner can make you an owner again.',
      }
    : {
        title: `${name}: no longer an owner?`,
        confirmLabel: `Make ${ROLE_LABELS[wanted].toLowerCase()}`,
        text: 'API keys that they have made are revoked, invitations that they have made no longer hold.',
      };
}

/** Asks before somebody becomes an owner or is one no longer; other roles are changed as they are chosen. */
function RoleSelect({ member, name, isSelf, isOnlyOwner }: Props & { name: string }) {
  const workspace = useWorkspace();
  const { manage, busy } = useManageMember();
  const [wanted, setWanted] = useState<Role | null>(null);
  const question = wanted === null ? null : ownerQuestion(name, isSelf, wanted);
  const change = (role: Role) =>
    manage(
      { action: 'change_role', workspace: workspace.id, uid: member.uid, role },
      'The role could not be changed',
    );
  return (
    <>
      <NativeSelect
        aria-label={`Role of ${name}`}
        size="xs"
        data={ROLE_OPTIONS}
        value={member.role}
        disabled={busy || isOnlyOwner}
        title={ROLE_DESCRIPTIONS[member.role]}
        onChange={(event) => {
          const role = roleSchema.parse(event.currentTarget.value);
          if (role === 'owner' || member.role === 'owner') setWanted(role);
          else change(role);
        }}
      />
      <ConfirmDialog
        opened={question !== null}
        onClose={() => setWanted(null)}
        onConfirm={() => wanted !== null && change(wanted)}
        title={question?.title ?? ''}
        confirmLabel={question?.confirmLabel ?? ''}
        keepLabel={wanted === 'owner' ? 'Leave it' : isSelf ? 'Stay owner' : 'Keep owner'}
        harmless={wanted === 'owner'}
      >
        {question?.text}
      </ConfirmDialog>
    </>
  );
}

function RemoveButton({ member, name }: { member: Member; name: string }) {
  const workspace = useWorkspace();
  const { manage, busy } = useManageMember();
  const [asking, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" loading={busy} onClick={dialog.open} aria-label={`Remove ${name}`}>
        Remove
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() =>
          manage(
            { action: 'remove', workspace: workspace.id, uid: member.uid },
            'The member could not be removed',
          )
        }
        title={`Remove ${name}?`}
        confirmLabel="Remove member"
        keepLabel="Keep member"
      >
        They see nothing of this workspace any more, from now on. What they have made stays, and what they
        have started goes on. Invitations and API keys that they have made no longer hold.
      </ConfirmDialog>
    </>
  );
}

function LeaveButton({ disabled }: { disabled: boolean }) {
  const workspace = useWorkspace();
  const { manage, busy } = useManageMember();
  const [asking, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="xs" miw={76} variant="default" loading={busy} disabled={disabled} onClick={dialog.open}>
        Leave
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() =>
          manage({ action: 'leave', workspace: workspace.id }, 'You could not leave the workspace')
        }
        title={`Leave ${workspace.name}?`}
        confirmLabel="Leave workspace"
        keepLabel="Stay"
      >
        You see nothing of it any more, until one of its owners invites you again. What you have made stays,
        and what you have started goes on. Invitations and API keys that you have made no longer hold.
      </ConfirmDialog>
    </>
  );
}
