/** The parts of the fitments. */
import { useWorkspace } from '../../data/workspace.ts';
import { PartTabs } from '../../ui/part-tabs.tsx';
import { urls } from '../../urls.ts';

/** The parts, in the order in which they are shown. */
export type FitmentPart = 'parts' | 'jobs' | 'results' | 'vehicles';

/** `current` is the part that the page shows. */
export function FitmentTabs({ current }: { current: FitmentPart }) {
  const { id } = useWorkspace();
  return (
    <PartTabs
      label="Parts of the fitments"
      current={current}
      parts={[
        { part: 'parts', label: 'Parts', to: urls.parts(id) },
        { part: 'jobs', label: 'AI Jobs & Progress', to: urls.fitmentJobs(id) },
        { part: 'results', label: 'Results', to: urls.fitmentResults(id) },
        { part: 'vehicles', label: 'Vehicles', to: urls.vehicles(id) },
      ]}
    />
  );
}
