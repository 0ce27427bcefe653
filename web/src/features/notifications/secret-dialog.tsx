/** Gives a webhook another secret in two steps: what becomes of the old one, then the new one, which is shown this once. */
import { changeSecret } from '@docket/model/commands/notification-commands';
import { SECRET_OVERLAP_MS, type Webhook } from '@docket/model/notifications';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Stored } from '../../data/reader.ts';
import { useActor } from '../../data/workspace.ts';
import { useCommit } from '../../ui/use-commit.tsx';
import { SecretStep } from './secret-step.tsx';
import { newSecret } from './webhook-draft.ts';

const HOURS = SECRET_OVERLAP_MS / (60 * 60_000);

interface Props {
  webhook: Stored<Webhook>;
  onClose: () => void;
}

export function SecretDialog({ webhook: { id, data }, onClose }: Props) {
  const actor = useActor();
  const commit = useCommit();
  const [old, setOld] = useState('keep');
  const [saving, setSaving] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = async () => {
    const made = newSecret();
    setSaving(true);
    // Shown only when it is saved: somebody else may have made one at the same moment.
    const saved = await commit(
      changeSecret(actor, id, data, made, old === 'keep'),
      'The secret could not be changed',
      'Somebody else has just changed it, or deleted the webhook.',
    );
    setSaving(false);
    if (saved) setSecret(made);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={secret === null}
      title={<Text fw={620}>{secret === null ? 'New secret' : 'Keep this secret'}</Text>}
    >
      {secret === null ? (
        <Stack gap="md">
          <Text size="sm">
            Deliveries to {data.url} are signed with the new secret from now on. A secret that signed before
            the present one stops at once.
          </Text>
          <Radio.Group label="The present secret" value={old} onChange={setOld}>
            <Stack gap="xs" mt="xs">
              <Radio
                value="keep"
                label={`Goes on for ${HOURS} hours`}
                description="Deliveries carry both signatures meanwhile, so that none is refused until the receiver knows the new secret."
              />
              <Radio
                value="end"
                label="Ends at once"
                description="When somebody has it who should not. Deliveries are refused until the receiver knows the new secret."
              />
            </Stack>
          </Radio.Group>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={() => void make()} loading={saving}>
              Make new secret
            </Button>
          </Group>
        </Stack>
      ) : (
        <SecretStep secret={secret} onDone={onClose} />
      )}
    </Modal>
  );
}
