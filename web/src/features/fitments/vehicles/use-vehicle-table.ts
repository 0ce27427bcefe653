/** The vehicle table that the workspace has at this moment: its own, or the starter table. Loaded when it is looked at. */
import { vehicleTableSchema, type VehicleTable } from '@docket/model/fitment/vehicle';
import type { StoredVehicleTable } from '@docket/model/fitment/vehicle-table';
import { paths } from '@docket/model/paths';
import { useEffect, useState } from 'react';
import { dataErrorMessage, errorCode } from '../../../data/error-messages.ts';
import { vehicleTableReader } from '../../../data/fitment-records.ts';
import { useClient, useDocument } from '../../../data/hooks.ts';
import type { Live } from '../../../data/live.ts';
import type { Files } from '../../../data/ports.ts';
import { useWorkspace } from '../../../data/workspace.ts';

const BROKEN =
  'The file with the table is damaged or not there any more. Import it again, or go back to the starter table.';

/** `path` is that of the table in Storage; null: the starter table. */
async function load(files: Files, path: string | null): Promise<Live<VehicleTable>> {
  try {
    if (path === null) {
      const { STARTER_TABLE } = await import('@docket/model/fitment/starter/starter-table');
      return { state: 'ready', value: STARTER_TABLE };
    }
    const blob = await files.read(path);
    const parsed = vehicleTableSchema.safeParse(jsonOf(await blob.text()));
    return parsed.success ? { state: 'ready', value: parsed.data } : { state: 'error', message: BROKEN };
  } catch (error) {
    const isGone = errorCode(error) === 'storage/object-not-found';
    return { state: 'error', message: isGone ? BROKEN : dataErrorMessage(error) };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface VehiclesInUse {
  /** How the workspace came by its table; null: it has the starter table. */
  imported: Live<StoredVehicleTable | null>;
  table: Live<VehicleTable>;
}

export function useVehicleTable(): VehiclesInUse {
  const { files } = useClient().backend;
  const stored = useDocument(paths.vehicleTable(useWorkspace().id), vehicleTableReader);
  const [loaded, setLoaded] = useState<{ path: string | null; table: Live<VehicleTable> } | null>(null);
  const known = stored.state === 'ready';
  const path = known ? (stored.value?.data.storage_path ?? null) : null;

  useEffect(() => {
    if (!known) return;
    let left = false;
    void load(files, path).then((table) => {
      if (!left) setLoaded({ path, table });
    });
    return () => {
      left = true;
    };
  }, [files, known, path]);

  if (stored.state !== 'ready') return { imported: stored, table: stored };
  const table = loaded !== null && loaded.path === path ? loaded.table : ({ state: 'loading' } as const);
  return { imported: { state: 'ready', value: stored.value?.data ?? null }, table };
}
