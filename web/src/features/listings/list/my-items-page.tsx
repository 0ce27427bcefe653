/** The published listings of the workspace. */
import { IconTags } from '@tabler/icons-react';
import { listingQueries } from '../../../data/listing-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { ItemsView } from './items-view.tsx';
import { publishedListings } from './listing-rows.ts';
import { ListingsPage } from './listings-page.tsx';

const EMPTY = {
  picture: IconTags,
  title: 'No items yet',
  text: 'Begin with photos of what you want to offer. Title, category, condition and more are suggested from them; what is saved is up to you.',
};

export default function MyItemsPage() {
  const { id } = useWorkspace();
  return (
    <ListingsPage
      part="items"
      title="My Items"
      description="What this workspace offers. What is not finished yet is among the drafts."
      noun="items"
      query={listingQueries.all(id)}
      choose={publishedListings}
      empty={EMPTY}
    >
      {(items, onDelete) => <ItemsView items={items} onDelete={onDelete} />}
    </ListingsPage>
  );
}
