/** Invites somebody in two steps: as what and for how long, then the link, which is shown this once. */
import { createInvitation } from '@docket/model/commands/invitation-commands';
import { LIMITS } from '@docket/model/limits';
import {
  expiryOf,
  INVITATION_DAYS,
  invitedEmailSchema,
  USUAL_INVITATION_DAYS,
} from '@docket/model/members/invitation';
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from '@docket/model/members/roles-in-words';
import { type Role, ROLES, roleSchema } from '@docket/model/roles';
import { Button, Code, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { useClient } from '../../data/hooks.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { CopyTextButton } from '../../ui/copy-text-button.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { linkAddress, newInvitationSecret } from './invitation-link.ts';
import classes from './members.module.css';

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));
const DAY_OPTIONS = INVITATION_DAYS.map((days) => ({
  value: String(days),
  label: days === 1 ? '1 day' : `${days} days`,
}));

/** The address that somebody has typed; null where they have not, undefined where it is none. */
function typedEmail(text: string): string | null | undefined {
  return text.trim() === '' ? null : invitedEmailSchema.safeParse(text).data;
}

/** `onInvite` gets the link, once the invitation is there. */
function InvitationForm({ onInvite, onCancel }: { onInvite: (link: string) => void; onCancel: () => void }) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const [role, setRole] = useState<Role>('editor');
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState('');
  const [days, setDays] = useState(String(USUAL_INVITATION_DAYS));
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const email = typedEmail(address);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (email === undefined) return;
    setBusy(true);
    const { secret, hash } = await newInvitationSecret();
    const id = database.newId();
    const expiresAt = expiryOf(new Date(), Number(days));
    const writes = createInvitation(actor, id, { role, email, label: label.trim(), hash, expiresAt });
    const invited = await commit(writes, 'The invitation could not be made');
    setBusy(false);
    const link = { workspace: actor.workspaceId, invitation: id, secret };
    if (invited) onInvite(linkAddress(window.location.origin, link));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <NativeSelect
          label="Role"
          description={ROLE_DESCRIPTIONS[role]}
          data={ROLE_OPTIONS}
          value={role}
          onChange={(event) => setRole(roleSchema.parse(event.currentTarget.value))}
          data-autofocus
        />
        <TextInput
          label="For whom"
          description="For you and the other owners, to tell invitations apart. May stay empty."
          placeholder="Ines, from the studio"
          maxLength={LIMITS.nameCharacters}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <TextInput
          label="Only for this e-mail address"
          description="Who joins has to prove that it is theirs. Left empty, whoever has the link may join."
          placeholder="ines@example.com"
          type="email"
          maxLength={LIMITS.emailCharacters}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={submitted && email === undefined && 'Enter a whole address, or leave it empty.'}
        />
        <NativeSelect
          label="Holds for"
          data={DAY_OPTIONS}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Make link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Whether this browser passes links on to other programs. */
const canShare = () => typeof navigator.share === 'function';

/** The link, to be taken away now. */
function LinkStep({ link, onDone }: { link: string; onDone: () => void }) {
  const { name } = useWorkspace();
  const share = () =>
    // Who closes the sheet of the system has changed their mind.
    void navigator.share({ title: `Join ${name} on Docket`, url: link }).catch(() => undefined);
  return (
    <Stack gap="md">
      <Text size="sm">
        Send this link to whom you invite. It lets one person in, and <b>is not shown again</b>.
      </Text>
      <Code block className={classes.link} aria-label="Link" tabIndex={0}>
        {link}
      </Code>
      <Group gap="sm">
        <CopyTextButton text={link} label="Copy link" />
        {canShare() && (
          <Button
            variant="default"
            onClick={share}
            leftSection={<IconShare size={16} stroke={1.8} aria-hidden />}
          >
            Share
          </Button>
        )}
      </Group>
      <Group justify="flex-end">
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}

export function InvitationDialog({ onClose }: { onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={link === null}
      title={<Text fw={620}>{link === null ? 'Invite somebody' : 'Send this link'}</Text>}
    >
      {link === null ? (
        <InvitationForm onInvite={setLink} onCancel={onClose} />
      ) : (
        <LinkStep link={link} onDone={onClose} />
      )}
    </Modal>
  );
}
