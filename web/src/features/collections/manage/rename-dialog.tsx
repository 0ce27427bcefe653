/** Changes a collection's name and season. A toast offers to take it back. */
import type { Collection } from '@docket/model/collection';
import { Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { renameCollection } from '@docket/model/commands/collection-commands';
import type { Stored } from '../../../data/reader.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { CollectionForm, type CollectionTexts } from './collection-form.tsx';

/** Renames at once on screen. The toast that says so goes again if the server refuses. */
function useRename(collection: Stored<Collection>): (texts: CollectionTexts) => void {
  const workspace = useWorkspace();
  const commit = useCommit();
  const { name, season } = collection.data;
  const write = async (texts: CollectionTexts) =>
    await commit(
      renameCollection(workspace.id, collection.id, texts.name, texts.season),
      'The collection could not be renamed',
    );
  return (texts) => {
    if (texts.name === name && texts.season === season) return;
    const toast = `renamed-${collection.id}`;
    showUndo({
      id: toast,
      title: texts.name === name ? 'Season changed' : 'Collection renamed',
      message: texts.name === name ? texts.season || 'No season given' : `It is called “${texts.name}” now.`,
      onUndo: () => void write({ name, season }),
    });
    void write(texts).then((accepted) => accepted || notifications.hide(toast));
  };
}

interface Props {
  collection: Stored<Collection>;
  opened: boolean;
  onClose: () => void;
}

export function RenameDialog({ collection, opened, onClose }: Props) {
  const rename = useRename(collection);
  const { name, season } = collection.data;
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={620}>Rename collection</Text>} size="sm">
      <CollectionForm
        initial={{ name, season }}
        submitLabel="Save"
        onSubmit={(texts) => {
          rename(texts);
          onClose();
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
