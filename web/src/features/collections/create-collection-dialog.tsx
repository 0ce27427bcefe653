/** Asks for the name of a new collection and goes there at once. */
import { collectionNameSchema } from '@docket/model/collection';
import { LIMITS } from '@docket/model/limits';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createCollection } from '../../data/commands/collection-commands.ts';
import { useClient } from '../../data/hooks.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { useCommit } from '../../ui/use-commit.tsx';
import { urls } from '../../urls.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
}

function CreateCollectionForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [season, setSeason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { database } = useClient().backend;
  const actor = useActor();
  const workspace = useWorkspace();
  const commit = useCommit();
  const navigate = useNavigate();
  const submit = () => {
    const parsed = collectionNameSchema.safeParse(name);
    if (!parsed.success) return setError('Give the collection a name.');
    const id = database.newId();
    void commit(
      createCollection(actor, id, parsed.data, season.trim()),
      'The collection could not be created',
    );
    onClose();
    void navigate(urls.collection(workspace.id, id));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          placeholder="Harbour & Vale, main line"
          maxLength={LIMITS.nameCharacters}
          value={name}
          error={error}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(null);
          }}
        />
        <TextInput
          label="Season or delivery"
          description="Optional"
          placeholder="Autumn/Winter 2026"
          maxLength={LIMITS.nameCharacters}
          value={season}
          onChange={(event) => setSeason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Create collection</Button>
        </Group>
      </Stack>
    </form>
  );
}

export function CreateCollectionDialog({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={620}>New collection</Text>} size="sm">
      <CreateCollectionForm onClose={onClose} />
    </Modal>
  );
}
