/** The parts of My Items. */
import { useQuery } from '../../data/hooks.ts';
import { listingQueries, listingReader } from '../../data/listing-records.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { PartTabs } from '../../ui/part-tabs.tsx';
import { urls } from '../../urls.ts';

/** The parts, in the order in which they are shown. */
export type ListingPart = 'new' | 'items' | 'drafts';

interface Props {
  /** The part that the page shows. */
  current: ListingPart;
}

/** `drafts` is how many there are; null while nobody knows. Who may not change anything creates nothing. */
export function ListingTabRow({ current, drafts }: Props & { drafts: number | null }) {
  const { id } = useWorkspace();
  const mayEdit = useCan('edit');
  const count = drafts === null || drafts === 0 ? '' : ` (${drafts.toLocaleString('en')})`;
  return (
    <PartTabs
      label="Parts of My Items"
      current={current}
      parts={[
        ...(mayEdit ? [{ part: 'new' as const, label: 'Create Item', to: urls.newListing(id) }] : []),
        { part: 'items', label: 'My Items', to: urls.listings(id) },
        { part: 'drafts', label: `Drafts${count}`, to: urls.draftListings(id) },
      ]}
    />
  );
}

export function ListingTabs({ current }: Props) {
  const drafts = useQuery(listingQueries.drafts(useWorkspace().id), listingReader);
  return (
    <ListingTabRow current={current} drafts={drafts.state === 'ready' ? drafts.value.records.length : null} />
  );
}
