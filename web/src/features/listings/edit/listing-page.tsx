/** One listing, to be filled in or changed: step 2 of creating it, and the page of an item that is there. */
import { paths } from '@docket/model/paths';
import { Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useDocument } from '../../../data/hooks.ts';
import { listingAnalysisReader, listingReader, type StoredListing } from '../../../data/listing-records.ts';
import { valueOr } from '../../../data/live.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { urls } from '../../../urls.ts';
import { useRequestJob } from '../../collections/run/use-request-job.ts';
import { DeleteListingDialog } from '../list/delete-listing-dialog.tsx';
import { listingName } from '../listing-words.ts';
import { ListingPhotos } from '../photos/listing-photos.tsx';
import { useListingAnalysis } from '../photos/use-listing-analysis.ts';
import { AnalysisNote } from './analysis-note.tsx';
import { isNews } from './analysis-words.ts';
import classes from './edit.module.css';
import { suggestedCount, titleProblem } from './form-state.ts';
import { ListingFields } from './listing-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { useListingForm } from './use-listing-form.ts';
import { usePublish } from './use-publish.ts';
import { useWorkspaceWords } from './use-workspace-words.ts';

function Head({ listing, onDelete }: { listing: StoredListing; onDelete: () => void }) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const isDraft = listing.data.published_at === null;
  const isCreated = isDraft && mayEdit;
  const title = isCreated ? 'Create Item' : listingName(listing.data);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        description={isCreated ? 'Step 2 of 2: the details. Drafts keep what you typed.' : undefined}
        parent={
          isDraft
            ? { label: 'Drafts', to: urls.draftListings(workspace.id) }
            : { label: 'My Items', to: urls.listings(workspace.id) }
        }
        actions={
          mayEdit && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} stroke={1.8} aria-hidden />}
              onClick={onDelete}
            >
              {isDraft ? 'Delete draft' : 'Delete item'}
            </Button>
          )
        }
      />
    </>
  );
}

function Details({ listing, onDelete }: { listing: StoredListing; onDelete: () => void }) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const stored = valueOr(
    useDocument(paths.listingAnalysis(workspace.id, listing.id), listingAnalysisReader),
    null,
  );
  const found = stored?.data ?? null;
  const analysis = useListingAnalysis(listing, found);
  const request = useRequestJob();
  const form = useListingForm(listing, found?.suggestions ?? NO_SUGGESTIONS);
  const publish = usePublish(listing.id, form);
  const words = useWorkspaceWords();
  const titleInput = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const problem = asked || form.isPublished ? titleProblem(form.view.title.value) : null;
  const run = listing.data.processing_status.listing_analysis;
  return (
    <Stack gap="md">
      <Head listing={listing} onDelete={onDelete} />
      <ListingPhotos listing={listing} analysis={found} />
      {(!form.isPublished || isNews(analysis)) && (
        <AnalysisNote
          analysis={analysis}
          suggestions={found?.suggestions ?? NO_SUGGESTIONS}
          insteadOf={found?.instead_of ?? null}
          highlighted={suggestedCount(form.view)}
          onAcceptAll={mayEdit ? form.acceptAll : null}
          onRetry={mayEdit && run !== undefined ? () => request(run.task_id, 'retry') : null}
        />
      )}
      <section className={classes.form} aria-label="Details">
        <ListingFields
          form={form}
          disabled={!mayEdit}
          problem={problem}
          titleInput={titleInput}
          categories={words.categories}
          currency={words.currency}
        />
      </section>
      {mayEdit && (
        <SaveBar
          form={form}
          onPublish={() => {
            if (publish() === null) return;
            setAsked(true);
            titleInput.current?.focus();
          }}
        />
      )}
    </Stack>
  );
}

const NO_SUGGESTIONS: [] = [];

export default function ListingPage() {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { listingId = '' } = useParams();
  const live = useDocument(paths.listing(workspace.id, listingId), listingReader);
  const [deleting, setDeleting] = useState<StoredListing | null>(null);
  if (live.state === 'loading') return <PageSkeleton />;
  if (live.state === 'error')
    return <ErrorState level={1} title="The item could not be loaded" message={live.message} />;
  if (live.value === null)
    return (
      <ErrorState
        level={1}
        title="This item is not here"
        message="It was deleted, or the address is not right."
        action={{ label: 'Go to My Items', onClick: () => void navigate(urls.listings(workspace.id)) }}
      />
    );
  const listing = live.value;
  const isDraft = listing.data.published_at === null;
  return (
    <>
      <Details key={listing.id} listing={listing} onDelete={() => setDeleting(listing)} />
      <DeleteListingDialog
        listing={deleting}
        onClose={() => setDeleting(null)}
        onDelete={() =>
          void navigate(isDraft ? urls.draftListings(workspace.id) : urls.listings(workspace.id))
        }
      />
    </>
  );
}
