/** A document that is in the collection: replace it or remove it. */
import { formatBytes } from '@docket/model/limits';
import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconReplace, IconTrash } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { removeDocument } from '@docket/model/commands/collection-commands';
import { useClient } from '../../../data/hooks.ts';
import type { StoredFile } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FileRow } from '../../../ui/file-row.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';

interface Props {
  document: StoredFile;
  collectionId: string;
  /** Why the file cannot be changed now; null when it can. */
  locked: string | null;
  endings: readonly string[];
  onReplace: (file: File) => void;
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export function DocumentRow({ document, collectionId, locked, endings, onReplace }: Props) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const warning = useStore(useClient().uploads.warnings, (warnings) => warnings[document.id]);
  const [asking, dialog] = useDisclosure(false);
  const { file_name: name, size, uploaded_at: uploadedAt } = document.data;
  const remove = () => {
    void commit(removeDocument(workspace.id, collectionId, document.id), `“${name}” could not be removed`);
  };
  return (
    <>
      <FileRow
        name={name}
        detail={`${formatBytes(size)} · ${DATE.format(uploadedAt)}`}
        {...(warning === undefined ? {} : { warning })}
        actions={
          <>
            <FileButton
              accept={endings.join(',')}
              onChange={(file) => file !== null && onReplace(file)}
              inputProps={{ 'aria-label': `New file for ${name}` }}
            >
              {(props) => (
                <Tooltip label={locked ?? 'Replace'}>
                  <ActionIcon {...props} aria-label={`Replace ${name}`} disabled={locked !== null}>
                    <IconReplace size={16} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              )}
            </FileButton>
            <Tooltip label={locked ?? 'Remove'}>
              <ActionIcon aria-label={`Remove ${name}`} disabled={locked !== null} onClick={dialog.open}>
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </>
        }
      />
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={remove}
        title="Remove this file?"
        confirmLabel="Remove file"
        keepLabel="Keep file"
      >
        “{name}” and the products read from it will be deleted.
      </ConfirmDialog>
    </>
  );
}
