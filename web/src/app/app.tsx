/** What is shown to whom: sign-in, an invitation, the first workspace, or the pages of a workspace. */
import { Center, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useQuery, useSession, useUser } from '../data/hooks.ts';
import { memberReader, queries } from '../data/records.ts';
import { ErrorPage, ErrorState } from '../ui/error-state.tsx';
import { PageSkeleton } from '../ui/loading-state.tsx';
import { urls } from '../urls.ts';
import { lastWorkspace } from './last-workspace.ts';

const WorkspaceLayout = lazy(() => import('./shell/workspace-layout.tsx'));
const SignInPage = lazy(() => import('./sign-in/sign-in-page.tsx'));
const CreateWorkspacePage = lazy(() => import('./create-workspace-page.tsx'));
const CollectionsPage = lazy(() => import('../features/collections/collections-page.tsx'));
const ActivityPage = lazy(() => import('../features/activity/activity-page.tsx'));
const AnalyticsPage = lazy(() => import('../features/analytics/analytics-page.tsx'));
const ApiReferencePage = lazy(() => import('../features/api-reference/api-reference-page.tsx'));
const ApiKeysPage = lazy(() => import('../features/api-keys/api-keys-page.tsx'));
const NotificationsPage = lazy(() => import('../features/notifications/notifications-page.tsx'));
const MembersPage = lazy(() => import('../features/members/members-page.tsx'));
const JoinPage = lazy(() => import('../features/members/join/join-page.tsx'));
const InvitedHere = lazy(() => import('../features/members/join/invited-here.tsx'));
const ImagesPage = lazy(() => import('../features/images/images-page.tsx'));
const InventoryItemsPage = lazy(() => import('../features/inventory/items/items-page.tsx'));
const LocationsPage = lazy(() => import('../features/inventory/locations/locations-page.tsx'));
const MyItemsPage = lazy(() => import('../features/listings/list/my-items-page.tsx'));
const DraftsPage = lazy(() => import('../features/listings/list/drafts-page.tsx'));
const CreateListingPage = lazy(() => import('../features/listings/create/create-listing-page.tsx'));
const ListingPage = lazy(() => import('../features/listings/edit/listing-page.tsx'));
const ReordersPage = lazy(() => import('../features/inventory/reorders/reorders-page.tsx'));
const SuppliersPage = lazy(() => import('../features/inventory/suppliers/suppliers-page.tsx'));
const PartsPage = lazy(() => import('../features/fitments/parts/parts-page.tsx'));
const FitmentJobsPage = lazy(() => import('../features/fitments/jobs/jobs-page.tsx'));
const FitmentJobPage = lazy(() => import('../features/fitments/jobs/job-page.tsx'));
const FitmentResultsPage = lazy(() => import('../features/fitments/results/results-page.tsx'));
const VehiclesPage = lazy(() => import('../features/fitments/vehicles/vehicles-page.tsx'));
const ProcessingPage = lazy(() => import('../features/admin/processing-page.tsx'));
const CollectionPage = lazy(() => import('../features/collections/collection-page.tsx'));

/** As in `urls.join`. */
const JOIN_ROUTE = '/join/:workspaceId/:invitationId';

function Waiting() {
  return (
    <Center h="100dvh" component="main">
      <Loader size="sm" aria-label="Loading" />
    </Center>
  );
}

function SignedIn() {
  const { uid } = useUser();
  const memberships = useQuery(queries.memberships(uid), memberReader);
  if (memberships.state === 'loading') return <Waiting />;
  if (memberships.state === 'error') {
    return (
      <ErrorPage
        title="Your workspaces could not be loaded"
        message={memberships.message}
        action={{ label: 'Reload', onClick: () => window.location.reload() }}
      />
    );
  }
  const members = memberships.value.records.map(({ data }) => data);
  const home = members.find(({ workspace_id: id }) => id === lastWorkspace.get()) ?? members[0];
  return (
    <Routes>
      <Route path={JOIN_ROUTE} element={<JoinPage members={members} />} />
      <Route path="/w/:workspaceId" element={<WorkspaceLayout members={members} />}>
        <Route index element={<Navigate to="collections" replace />} />
        <Route path="collections" element={<CollectionsPage />} />
        <Route path="collections/:collectionId/:tab?" element={<CollectionPage />} />
        <Route path="images/:imageId?" element={<ImagesPage />} />
        <Route path="inventory" element={<InventoryItemsPage />} />
        <Route path="inventory/items/:itemId" element={<InventoryItemsPage />} />
        <Route path="inventory/locations" element={<LocationsPage />} />
        <Route path="inventory/reorders" element={<ReordersPage />} />
        <Route path="inventory/suppliers" element={<SuppliersPage />} />
        <Route path="listings" element={<MyItemsPage />} />
        <Route path="listings/drafts" element={<DraftsPage />} />
        <Route path="listings/new" element={<CreateListingPage />} />
        <Route path="listings/:listingId" element={<ListingPage />} />
        <Route path="fitments" element={<Navigate to="parts" replace />} />
        <Route path="fitments/parts/:partId?" element={<PartsPage />} />
        <Route path="fitments/jobs" element={<FitmentJobsPage />} />
        <Route path="fitments/jobs/:jobId" element={<FitmentJobPage />} />
        <Route path="fitments/results" element={<FitmentResultsPage />} />
        <Route path="fitments/vehicles" element={<VehiclesPage />} />
        <Route path="admin/processing" element={<ProcessingPage />} />
        <Route path="activity" element={<ActivityPage />} />
        <Route path="analytics" element={<AnalyticsPage />} />
        <Route path="settings/members" element={<MembersPage />} />
        <Route path="settings/api-keys" element={<ApiKeysPage />} />
        <Route path="settings/notifications" element={<NotificationsPage />} />
        <Route
          path="*"
          element={
            <ErrorState
              level={1}
              title="There is no such page"
              message="Check the address, or choose a page from the menu."
            />
          }
        />
      </Route>
      <Route path="/new-workspace" element={<CreateWorkspacePage />} />
      {home === undefined ? (
        <Route path="*" element={<CreateWorkspacePage />} />
      ) : (
        <>
          <Route path="/admin/processing" element={<Navigate to={urls.queue(home.workspace_id)} replace />} />
          <Route path="*" element={<Navigate to={urls.collections(home.workspace_id)} replace />} />
        </>
      )}
    </Routes>
  );
}

function SignedOut() {
  return (
    <Routes>
      <Route path={JOIN_ROUTE} element={<SignInPage occasion={<InvitedHere />} />} />
      <Route path="*" element={<SignInPage />} />
    </Routes>
  );
}

function ForSession() {
  const session = useSession();
  if (session.state === 'unknown') return <Waiting />;
  return (
    <Suspense fallback={session.state === 'signed-in' ? <PageSkeleton /> : <Waiting />}>
      {session.state === 'signed-out' ? <SignedOut /> : <SignedIn key={session.user.uid} />}
    </Suspense>
  );
}

export function App() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route path={urls.apiReference()} element={<ApiReferencePage />} />
        <Route path="*" element={<ForSession />} />
      </Routes>
    </Suspense>
  );
}
