/** The parts of the inventory. */
import { useWorkspace } from '../../data/workspace.ts';
import { PartTabs } from '../../ui/part-tabs.tsx';
import { urls } from '../../urls.ts';

/** The parts, in the order in which they are shown. */
export type InventoryPart = 'items' | 'reorders' | 'suppliers' | 'locations';

/** `current` is the part that the page shows. */
export function InventoryTabs({ current }: { current: InventoryPart }) {
  const { id } = useWorkspace();
  return (
    <PartTabs
      label="Parts of the inventory"
      current={current}
      parts={[
        { part: 'items', label: 'Items', to: urls.inventory(id) },
        { part: 'reorders', label: 'Reorders', to: urls.reorders(id) },
        { part: 'suppliers', label: 'Suppliers', to: urls.suppliers(id) },
        { part: 'locations', label: 'Locations', to: urls.locations(id) },
      ]}
    />
  );
}
