/** What the lists of listings have in common: the head, the parts, what is said while there is nothing, and deletion. */
import { Button, Stack } from '@mantine/core';
import { type Icon, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '../../../data/hooks.ts';
import { listingReader, type StoredListing } from '../../../data/listing-records.ts';
import type { Query } from '../../../data/ports.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { urls } from '../../../urls.ts';
import { PictureNewsProvider } from '../../images/pictures/pictures.tsx';
import { type ListingPart, ListingTabs } from '../listing-tabs.tsx';
import { DeleteListingDialog } from './delete-listing-dialog.tsx';

interface Props {
  part: ListingPart;
  title: string;
  description: string;
  /** What is listed, within a sentence: "drafts". */
  noun: string;
  query: Query;
  /** Which of the listings found are shown, in their order. Always the same function. */
  choose: (found: readonly StoredListing[]) => readonly StoredListing[];
  empty: { picture: Icon; title: string; text: string };
  /** Draws what there is. `onDelete` asks before it deletes; it is always the same function. */
  children: (listings: readonly StoredListing[], onDelete: (listing: StoredListing) => void) => ReactNode;
}

export function ListingsPage({
  part,
  title,
  description,
  noun,
  query,
  choose,
  empty: nothing,
  children,
}: Props) {
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useCan('edit');
  const found = useQuery(query, listingReader);
  const [deleting, setDeleting] = useState<StoredListing | null>(null);
  const listings = useMemo(
    () => (found.state === 'ready' ? choose(found.value.records) : []),
    [found, choose],
  );
  const damaged = found.state === 'ready' ? found.value.malformed : [];
  const empty = found.state === 'ready' && listings.length === 0 && damaged.length === 0;
  const create = mayEdit && (
    <Button
      component={Link}
      to={urls.newListing(workspaceId)}
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
    >
      Create Item
    </Button>
  );
  return (
    <PictureNewsProvider>
      <Stack gap="md">
        <PageTitle>{title}</PageTitle>
        <PageHeader title={title} description={description} />
        <ListingTabs current={part} />
        <DamagedRecords what={`Some ${noun}`} records={damaged} />
        {found.state === 'loading' && <RowsSkeleton />}
        {found.state === 'error' && (
          <ErrorState title={`The ${noun} could not be loaded`} message={found.message} />
        )}
        {empty && (
          <EmptyState
            picture={<nothing.picture size={44} stroke={1.2} />}
            title={nothing.title}
            action={create}
          >
            {nothing.text}
          </EmptyState>
        )}
        {listings.length > 0 && children(listings, setDeleting)}
        <DeleteListingDialog listing={deleting} onClose={() => setDeleting(null)} />
      </Stack>
    </PictureNewsProvider>
  );
}
