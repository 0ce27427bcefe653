/** The frame around the pages of a workspace: navigation, activity, account. */
import type { Member } from '@docket/model/workspace';
import { paths } from '@docket/model/paths';
import { AppShell, Burger, Container, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation, useParams } from 'react-router';
import { useDocument } from '../../data/hooks.ts';
import { workspaceReader } from '../../data/records.ts';
import { WorkspaceContext } from '../../data/workspace.ts';
import { ErrorPage } from '../../ui/error-state.tsx';
import { PageSkeleton } from '../../ui/loading-state.tsx';
import { Brand } from '../brand.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { lastWorkspace } from '../last-workspace.ts';
import { RoleAnnouncer } from '../role-announcer.tsx';
import { RunAnnouncer } from '../run-announcer.tsx';
import { urls } from '../../urls.ts';
import { ActivityButton } from './activity-button.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import classes from './workspace-layout.module.css';

/** The workspace that was on the page last, and its name. */
interface Known {
  id: string;
  name: string;
}

/** Somebody was removed, or has left, while they had the page open. */
function NoLongerMember({ name, hasOthers }: { name: string; hasOthers: boolean }) {
  return (
    <ErrorPage
      title={`You are no longer a member of ${name}`}
      message="What you have made there stays, and what you have started goes on. To come back, ask one of its owners for an invitation."
      action={
        hasOthers
          ? { label: 'Go to my workspace', onClick: () => window.location.assign(urls.home()) }
          : { label: 'Create a workspace', onClick: () => window.location.assign(urls.newWorkspace()) }
      }
    />
  );
}

/** `members` are the memberships of the signed-in person. */
export default function WorkspaceLayout({ members }: { members: readonly Member[] }) {
  const { workspaceId = '' } = useParams();
  const { pathname } = useLocation();
  const member = members.find(({ workspace_id: id }) => id === workspaceId);
  const workspace = useDocument(member === undefined ? null : paths.workspace(workspaceId), workspaceReader);
  const [opened, menu] = useDisclosure(false);
  const [known, setKnown] = useState<Known | null>(null);

  useEffect(() => {
    if (member !== undefined) lastWorkspace.set(member.workspace_id);
  }, [member]);

  const name = workspace.state === 'ready' ? (workspace.value?.data.name ?? 'Workspace') : '';
  if (name !== '' && (known?.id !== workspaceId || known.name !== name)) setKnown({ id: workspaceId, name });
  if (member === undefined && known?.id === workspaceId)
    return <NoLongerMember name={known.name} hasOthers={members.length > 0} />;
  if (member === undefined) {
    return (
      <ErrorPage
        title="You are not a member of this workspace"
        message="Ask one of its owners to invite you, or open another workspace."
        action={{ label: 'Go to my workspace', onClick: () => window.location.assign(urls.home()) }}
      />
    );
  }
  return (
    <WorkspaceContext value={{ id: workspaceId, name, role: member.role }}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <AppShell
        header={{ height: { base: 52, sm: 0 } }}
        navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      >
        <AppShell.Header hiddenFrom="sm" className={classes.header}>
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap">
              <Burger opened={opened} onClick={menu.toggle} size="sm" aria-label="Menu" />
              <Brand />
            </Group>
            <ActivityButton />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar}>
          <Navigation memberships={members} onNavigate={menu.close} />
        </AppShell.Navbar>
        <AppShell.Main id="content">
          <OfflineBanner />
          <Container size={1280} px={{ base: 'md', md: 'xl' }} py={{ base: 'md', sm: 'lg' }}>
            <ErrorBoundary within="layout" resetKey={pathname}>
              <Suspense fallback={<PageSkeleton />}>
                {/* Another workspace begins anew: no filter, form or way back of one lives on in the other. */}
                <Outlet key={workspaceId} />
              </Suspense>
            </ErrorBoundary>
          </Container>
        </AppShell.Main>
      </AppShell>
      <RunAnnouncer />
      <RoleAnnouncer key={workspaceId} />
    </WorkspaceContext>
  );
}
