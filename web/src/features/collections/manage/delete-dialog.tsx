/** Asks before a collection is deleted, naming what goes with it. */
import type { Collection } from '@docket/model/collection';
import { notifications } from '@mantine/notifications';
import { useStore } from 'zustand';
import { deleteCollection } from '@docket/model/commands/collection-commands';
import { useClient, useQuery } from '../../../data/hooks.ts';
import type { Stored } from '../../../data/reader.ts';
import { documentReader, queries } from '../../../data/records.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { lossLabel } from './deletion.ts';

/** A part of its own, so that the files are only counted while the dialog is open. */
function Loss({ collection }: { collection: Stored<Collection> }) {
  const workspace = useWorkspace();
  const documents = useQuery(queries.documents(workspace.id, collection.id), documentReader);
  const uploads = useStore(useClient().uploads.uploads);
  if (documents.state === 'loading') return 'Counting what it holds…';
  const loss = lossLabel({
    files: documents.state === 'ready' ? documents.value.records.length : 0,
    uploads: uploads.filter(({ collectionId, state }) => collectionId === collection.id && isUnderWay(state))
      .length,
    products: collection.data.results?.product_count ?? 0,
  });
  return loss === null
    ? 'It is empty. It will be gone for everybody in this workspace.'
    : `${loss} will be deleted for everybody in this workspace. This cannot be undone.`;
}

/** Deletes at once on screen; the functions remove what belonged to the collection. */
function useDelete(collection: Stored<Collection>): () => void {
  const workspace = useWorkspace();
  const { uploads } = useClient();
  const commit = useCommit();
  return () => {
    for (const { id, collectionId } of uploads.uploads.getState())
      if (collectionId === collection.id) uploads.dismiss(id);
    void commit(
      deleteCollection(workspace.id, collection.id),
      `“${collection.data.name}” could not be deleted`,
    ).then(
      (accepted) =>
        accepted &&
        notifications.show({ title: 'Collection deleted', message: `“${collection.data.name}” is gone.` }),
    );
  };
}

interface Props {
  collection: Stored<Collection>;
  opened: boolean;
  onClose: () => void;
  /** Runs when deletion has begun, so that a page about the collection can give way. */
  onDelete: () => void;
}

export function DeleteDialog({ collection, opened, onClose, onDelete }: Props) {
  const remove = useDelete(collection);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => {
        onDelete();
        remove();
      }}
      title={`Delete “${collection.data.name}”?`}
      confirmLabel="Delete collection"
      keepLabel="Keep collection"
    >
      <Loss collection={collection} />
    </ConfirmDialog>
  );
}
