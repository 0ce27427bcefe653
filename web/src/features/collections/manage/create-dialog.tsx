/** Asks for the name of a new collection and goes there at once. */
import { Modal, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { createCollection } from '@docket/model/commands/collection-commands';
import { useClient } from '../../../data/hooks.ts';
import { useActor, useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { urls } from '../../../urls.ts';
import { CollectionForm, type CollectionTexts } from './collection-form.tsx';

interface Props {
  opened: boolean;
  onClose: () => void;
}

const EMPTY: CollectionTexts = { name: '', season: '' };

export function CreateDialog({ opened, onClose }: Props) {
  const { database } = useClient().backend;
  const actor = useActor();
  const workspace = useWorkspace();
  const commit = useCommit();
  const navigate = useNavigate();
  const create = ({ name, season }: CollectionTexts) => {
    const id = database.newId();
    void commit(createCollection(actor, id, name, season), 'The collection could not be created');
    onClose();
    void navigate(urls.collection(workspace.id, id));
  };
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={620}>New collection</Text>} size="sm">
      <CollectionForm initial={EMPTY} submitLabel="Create collection" onSubmit={create} onCancel={onClose} />
    </Modal>
  );
}
