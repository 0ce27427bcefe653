/** Who is told when runs end: oneself by mail, and, for owners, other programs by webhooks. */
import { Stack } from '@mantine/core';
import { useCan } from '../../data/workspace.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { DeliveriesSection } from './deliveries-section.tsx';
import { MailSection } from './mail-section.tsx';
import { WebhooksSection } from './webhooks-section.tsx';

export default function NotificationsPage() {
  const mayAdminister = useCan('administer');
  return (
    <Stack gap="lg" maw={860}>
      <PageTitle>Notifications</PageTitle>
      <PageHeader title="Notifications" description="Who is told when a run has come to its end." />
      <MailSection />
      {mayAdminister && (
        <>
          <WebhooksSection />
          <DeliveriesSection />
        </>
      )}
    </Stack>
  );
}
