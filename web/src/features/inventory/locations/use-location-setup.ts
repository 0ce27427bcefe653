/** Setting up the places that every workspace begins with, and taking them back: for its owners. */
import { paths } from '@docket/model/paths';
import { useDocument, useQuery } from '../../../data/hooks.ts';
import { inventorySetupReader } from '../../../data/inventory-records.ts';
import { adminRequestReader, queueQueries } from '../../../data/queue-records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { useAsk } from '../../admin/use-ask.ts';

export interface LocationSetup {
  /** What can be asked. */
  action: 'set_up_locations' | 'take_back_locations';
  /** It has been asked, and is not dealt with yet. */
  asked: boolean;
  ask: () => void;
}

/** Null for those who may not ask, and until it is known what there is to ask. */
export function useLocationSetup(): LocationSetup | null {
  const workspace = useWorkspace();
  const mayAdminister = useCan('administer');
  const setup = useDocument(mayAdminister ? paths.inventorySetup(workspace.id) : null, inventorySetupReader);
  const requests = useQuery(
    mayAdminister ? queueQueries.adminRequests(workspace.id) : null,
    adminRequestReader,
  );
  const ask = useAsk();
  if (setup.state !== 'ready') return null;
  const action = setup.value?.data.locations === 'set_up' ? 'take_back_locations' : 'set_up_locations';
  const asked =
    requests.state === 'ready' &&
    requests.value.records.some(
      ({ data }) => data.action === 'set_up_locations' || data.action === 'take_back_locations',
    );
  return { action, asked, ask: () => ask({ action }) };
}
