/** The parts of My Items. */
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { PartTabs } from '../../ui/part-tabs.tsx';
import { urls } from '../../urls.ts';

/** The parts, in the order in which they are shown. */
export type ListingPart = 'items' | 'drafts' | 'new';

/** `current` is the part that the page shows. Who may not change anything creates nothing. */
export function ListingTabs({ current }: { current: ListingPart }) {
  const { id } = useWorkspace();
  const mayEdit = useCan('edit');
  return (
    <PartTabs
      label="Parts of My Items"
      current={current}
      parts={[
        { part: 'items', label: 'My Items', to: urls.listings(id) },
        { part: 'drafts', label: 'Drafts', to: urls.draftListings(id) },
        ...(mayEdit ? [{ part: 'new' as const, label: 'Create Item', to: urls.newListing(id) }] : []),
      ]}
    />
  );
}
