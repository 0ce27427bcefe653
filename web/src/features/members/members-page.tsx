/** Who works in the workspace and as what; for its owners also who is invited, and what the workspace is called. */
import { Stack } from '@mantine/core';
import { useCan } from '../../data/workspace.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import { MembersSection } from './members-section.tsx';
import { WorkspaceNameSection } from './workspace-name-section.tsx';

export default function MembersPage() {
  const mayAdminister = useCan('administer');
  return (
    <Stack gap="lg" maw={860}>
      <PageTitle>Members</PageTitle>
      <PageHeader
        title="Members"
        description="Who works in this workspace, and what they may do. A change holds at once, also in pages that are open."
      />
      <MembersSection />
      {mayAdminister && (
        <>
          <InvitationsSection />
          <WorkspaceNameSection />
        </>
      )}
    </Stack>
  );
}
