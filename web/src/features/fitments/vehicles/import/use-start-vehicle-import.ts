/** Sends a file of vehicles to Storage, and starts its import when it has arrived. */
import type { VehicleColumns, VehicleImportMode } from '@docket/model/fitment/vehicle-import';
import { storagePaths } from '@docket/model/paths';
import { safeObjectName } from '@docket/model/upload/object-name';
import { useEffect, useRef, useState } from 'react';
import { startVehicleImport } from '@docket/model/commands/fitment-commands';
import { dataErrorMessage } from '../../../../data/error-messages.ts';
import { useClient } from '../../../../data/hooks.ts';
import type { UploadHandle } from '../../../../data/ports.ts';
import { useActor } from '../../../../data/workspace.ts';
import type { Sending } from '../../../inventory/import/use-start-import.ts';

const CONTENT_TYPE = 'text/csv';

/** A file to be sent, and what is to be made of it. */
export interface VehicleImportWish {
  fileName: string;
  content: Blob;
  columns: VehicleColumns;
  mode: VehicleImportMode;
}

/** `onStarted` is called when the import is under way, unless the dialog has been left meanwhile. */
export function useStartVehicleImport(onStarted: () => void) {
  const { database, files } = useClient().backend;
  const actor = useActor();
  const [sending, setSending] = useState<Sending>({ state: 'none' });
  const handle = useRef<UploadHandle | null>(null);
  useEffect(() => () => handle.current?.cancel(), []);

  const start = ({ fileName, content, columns, mode }: VehicleImportWish) => {
    const importId = database.newId();
    const name = fileName.slice(0, 300);
    const path = storagePaths.vehicleImportFile(actor.workspaceId, importId, safeObjectName(`${name}.csv`));
    const save = async () => {
      try {
        await database.commit(
          startVehicleImport(actor, importId, {
            file_name: name,
            storage_path: path,
            size: content.size,
            mode,
            columns,
          }),
        );
        onStarted();
      } catch (error) {
        // A file without its import would be of no use to anybody.
        void files.remove(path).catch(() => undefined);
        setSending({ state: 'refused', reason: dataErrorMessage(error) });
      }
    };
    setSending({ state: 'sending', percent: 0 });
    handle.current = files.upload(path, content, CONTENT_TYPE, {
      progress: (sent, total) =>
        setSending({ state: 'sending', percent: total === 0 ? 0 : (sent / total) * 100 }),
      done: () => void save(),
      failed: (error) => setSending({ state: 'refused', reason: dataErrorMessage(error) }),
    });
  };
  return { sending, start };
}
