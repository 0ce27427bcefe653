/** Sends a file of items to Storage, and starts its import when it has arrived. */
import type { ImportColumns } from '@docket/model/inventory/inventory-import';
import { storagePaths } from '@docket/model/paths';
import { safeObjectName } from '@docket/model/upload/object-name';
import { useEffect, useRef, useState } from 'react';
import { startInventoryImport } from '@docket/model/commands/inventory-import-commands';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import type { UploadHandle } from '../../../data/ports.ts';
import { useActor } from '../../../data/workspace.ts';

/** storage.rules takes no other type for what browsers call a dozen names. */
const CONTENT_TYPE = 'text/csv';

export type Sending =
  | { state: 'none' }
  /** `percent` from 0 to 100. */
  | { state: 'sending'; percent: number }
  | { state: 'refused'; reason: string };

/** `onStarted` is called with the id of the import, unless the dialog has been left meanwhile. */
export function useStartImport(onStarted: (importId: string) => void) {
  const { database, files } = useClient().backend;
  const actor = useActor();
  const [sending, setSending] = useState<Sending>({ state: 'none' });
  const handle = useRef<UploadHandle | null>(null);
  useEffect(() => () => handle.current?.cancel(), []);

  const start = (file: File, columns: ImportColumns) => {
    const importId = database.newId();
    const path = storagePaths.inventoryImportFile(actor.workspaceId, importId, safeObjectName(file.name));
    const save = async () => {
      const { size } = file;
      const fileName = file.name.slice(0, 300);
      try {
        await database.commit(
          startInventoryImport(actor, { importId, fileName, storagePath: path, size, columns }),
        );
        onStarted(importId);
      } catch (error) {
        // A file without its import would be of no use to anybody.
        void files.remove(path).catch(() => undefined);
        setSending({ state: 'refused', reason: dataErrorMessage(error) });
      }
    };
    setSending({ state: 'sending', percent: 0 });
    handle.current = files.upload(path, file, CONTENT_TYPE, {
      progress: (sent, total) =>
        setSending({ state: 'sending', percent: total === 0 ? 0 : (sent / total) * 100 }),
      done: () => void save(),
      failed: (error) => setSending({ state: 'refused', reason: dataErrorMessage(error) }),
    });
  };
  return { sending, start };
}
