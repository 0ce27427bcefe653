/** The drafts of the workspace. */
import { IconPencilPlus } from '@tabler/icons-react';
import { listingQueries } from '../../../data/listing-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { DraftList } from './draft-list.tsx';
import { latestDrafts } from './draft-rows.ts';
import { ListingsPage } from './listings-page.tsx';

const EMPTY = {
  picture: IconPencilPlus,
  title: 'No drafts',
  text: 'What you begin is kept here until you save it as an item.',
};

export default function DraftsPage() {
  const { id } = useWorkspace();
  return (
    <ListingsPage
      part="drafts"
      title="Drafts"
      description="Items that were begun and are not finished yet. Everybody who may make changes can go on with them; what is typed is kept."
      noun="drafts"
      query={listingQueries.drafts(id)}
      choose={latestDrafts}
      empty={EMPTY}
    >
      {(drafts, onDelete) => <DraftList drafts={drafts} onDelete={onDelete} />}
    </ListingsPage>
  );
}
