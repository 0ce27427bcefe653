/** The import of vehicles that was started last, while there is something to be said about it. */
import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import {
  fitmentQueries,
  type StoredVehicleImport,
  vehicleImportReader,
} from '../../../data/fitment-records.ts';
import { useQuery } from '../../../data/hooks.ts';
import type { Live } from '../../../data/live.ts';
import type { StoredFile } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { FailurePanel } from '../../collections/run/failure-panel.tsx';
import { RunningPanel } from '../../collections/run/running-panel.tsx';
import { pendingOn, runView } from '../../collections/run/run-view.ts';
import { CANCEL_KEPT } from '../../collections/run/run-words.ts';
import { usePending } from '../../collections/run/use-pending.ts';

/** An import reads no documents of a collection. */
const NO_DOCUMENTS: Live<readonly StoredFile[]> = { state: 'ready', value: [] };

function Run({ stored: { id, data } }: { stored: StoredVehicleImport }) {
  const pending = usePending();
  const view = useMemo(
    () => runView(data.processing_status.vehicle_import, pendingOn(pending, 'vehicle_import', id)),
    [data, pending, id],
  );
  switch (view.state) {
    case 'none':
    case 'completed':
      return null;
    case 'running':
      return <RunningPanel pipeline="vehicle_import" view={view} />;
    case 'failed':
      return (
        <FailurePanel
          pipeline="vehicle_import"
          jobId={view.jobId}
          status={view.status}
          documents={NO_DOCUMENTS}
          onStart={null}
        />
      );
    case 'cancelled':
      return (
        <Alert color="yellow" title={`The import of “${data.file_name}” was cancelled`}>
          {CANCEL_KEPT.vehicle_import}
        </Alert>
      );
  }
}

export function LatestImport() {
  const { id } = useWorkspace();
  const live = useQuery(fitmentQueries.latestVehicleImports(id, 1), vehicleImportReader);
  const latest = live.state === 'ready' ? live.value.records[0] : undefined;
  return latest === undefined ? null : <Run key={latest.id} stored={latest} />;
}
