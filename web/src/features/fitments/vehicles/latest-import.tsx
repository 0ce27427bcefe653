/** The import of vehicles that was started last, while there is something to be said about it. */
import { CANCEL_KEPT } from '@docket/model/run-words';
import { useMemo } from 'react';
import {
  fitmentQueries,
  type StoredVehicleImport,
  vehicleImportReader,
} from '../../../data/fitment-records.ts';
import { useQuery } from '../../../data/hooks.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { pendingOn, runView } from '../../collections/run/run-view.ts';
import { SubjectRun } from '../../collections/run/subject-run.tsx';
import { usePending } from '../../collections/run/use-pending.ts';

function Run({ stored: { id, data } }: { stored: StoredVehicleImport }) {
  const pending = usePending();
  const view = useMemo(
    () => runView(data.processing_status.vehicle_import, pendingOn(pending, 'vehicle_import', id)),
    [data, pending, id],
  );
  const title = `The import of “${data.file_name}” was cancelled`;
  return (
    <SubjectRun
      pipeline="vehicle_import"
      view={view}
      cancelled={{ title, text: CANCEL_KEPT.vehicle_import }}
    />
  );
}

export function LatestImport() {
  const { id } = useWorkspace();
  const live = useQuery(fitmentQueries.latestVehicleImports(id, 1), vehicleImportReader);
  const latest = live.state === 'ready' ? live.value.records[0] : undefined;
  return latest === undefined ? null : <Run key={latest.id} stored={latest} />;
}
