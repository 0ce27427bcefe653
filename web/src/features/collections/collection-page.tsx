/** A collection: its head, its tabs, and the tab that the address names. */
import { paths } from '@docket/model/paths';
import type { Collection } from '@docket/model/collection';
import { COLLECTION_TAB_LABELS, COLLECTION_TABS, type CollectionTab, tabAccess } from '@docket/model/tabs';
import { Alert, Group, Stack } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { useDocument, useQuery } from '../../data/hooks.ts';
import { type Live, mapLive } from '../../data/live.ts';
import type { Stored } from '../../data/reader.ts';
import { collectionReader, documentReader, queries, type StoredFile } from '../../data/records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageSkeleton, RowsSkeleton } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { urls } from '../../urls.ts';
import { CollectionTabs } from './collection-tabs.tsx';
import { CollectionHistory } from './history/collection-history.tsx';
import { InfoTab } from './info/info-tab.tsx';
import { CollectionMenu } from './manage/collection-menu.tsx';
import { leadingRun, runBadge } from './run/leading-run.ts';
import { pendingOn } from './run/run-view.ts';
import { usePending } from './run/use-pending.ts';

/** Decks are laid out by code of their own, which Collection Info does without. */
const DeckSettingsTab = lazy(() => import('./deck/deck-settings-tab.tsx'));
const DeckTab = lazy(() => import('./deck/deck-tab.tsx'));
/** With the table it is most of the code of this page. */
const ItemsTab = lazy(() => import('./items/items-tab.tsx'));

/** What a redirect from a locked tab leaves in the history entry. */
const noticeSchema = z.object({ notice: z.string() });

/** The files in the order of their arrival. */
function useFiles(collectionId: string): Live<readonly StoredFile[]> {
  const { id } = useWorkspace();
  const found = useQuery(queries.documents(id, collectionId), documentReader);
  return useMemo(
    () =>
      mapLive(found, ({ records }) =>
        records.toSorted((a, b) => a.data.uploaded_at.getTime() - b.data.uploaded_at.getTime()),
      ),
    [found],
  );
}

function LoadedCollection({ collection, tab }: { collection: Stored<Collection>; tab: CollectionTab }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const location = useLocation();
  const documents = useFiles(collection.id);
  const pending = usePending();
  const access = tabAccess(tab, collection.data);
  if (!access.open) {
    const notice = `${COLLECTION_TAB_LABELS[tab]} is locked. ${access.reason}`;
    return <Navigate to={urls.collection(workspace.id, collection.id)} replace state={{ notice }} />;
  }
  const notice = noticeSchema.safeParse(location.state);
  const { name, season, processing_status: summaries } = collection.data;
  const run = leadingRun(collection.id, summaries, pending);
  return (
    <Stack gap="lg">
      <PageTitle>{`${name} – ${COLLECTION_TAB_LABELS[tab]}`}</PageTitle>
      <PageHeader
        parent={{ label: 'Collections', to: urls.collections(workspace.id) }}
        title={name}
        description={season === '' ? 'No season given' : season}
        badge={
          <Group gap="xs" wrap="nowrap">
            <StatusBadge {...runBadge(run)} />
            <CollectionHistory collection={collection} />
            <CollectionMenu
              collection={collection}
              view={run.view}
              historyUrl={urls.collectionHistory(workspace.id, collection.id, tab)}
              onDelete={() => void navigate(urls.collections(workspace.id))}
            />
          </Group>
        }
      />
      {notice.success && (
        <Alert
          color="yellow"
          withCloseButton
          closeButtonLabel="Dismiss"
          onClose={() => void navigate(location.pathname, { replace: true, state: null })}
        >
          {notice.data.notice}
        </Alert>
      )}
      <CollectionTabs
        collection={collection.data}
        current={tab}
        onOpen={(next) => void navigate(urls.collection(workspace.id, collection.id, next))}
      >
        {tab === 'info' && (
          <InfoTab
            collection={collection}
            documents={documents}
            pending={pendingOn(pending, 'document_processing', collection.id)}
          />
        )}
        <Suspense fallback={<RowsSkeleton />}>
          {tab === 'deck-settings' && (
            <DeckSettingsTab key={collection.id} collection={collection} documents={documents} />
          )}
          {tab === 'items' && <ItemsTab key={collection.id} collection={collection} documents={documents} />}
          {tab === 'deck' && <DeckTab key={collection.id} collection={collection} />}
        </Suspense>
      </CollectionTabs>
    </Stack>
  );
}

/** Shown in place of a collection, with the way to the others. */
function NoCollection({ title, message }: { title: string; message: string }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ErrorState
        level={1}
        title={title}
        message={message}
        action={{ label: 'All collections', onClick: () => void navigate(urls.collections(workspace.id)) }}
      />
    </>
  );
}

export default function CollectionPage() {
  const workspace = useWorkspace();
  const { collectionId = '', tab: wanted = 'info' } = useParams();
  const collection = useDocument(paths.collection(workspace.id, collectionId), collectionReader);
  const tab = COLLECTION_TABS.find((candidate) => candidate === wanted);
  if (tab === undefined) return <Navigate to={urls.collection(workspace.id, collectionId)} replace />;
  if (collection.state === 'loading') return <PageSkeleton />;
  if (collection.state === 'error')
    return <NoCollection title="This collection could not be loaded" message={collection.message} />;
  if (collection.value === null) {
    return (
      <NoCollection
        title="This collection does not exist"
        message="It may have been deleted, or its address is incomplete."
      />
    );
  }
  return <LoadedCollection collection={collection.value} tab={tab} />;
}
