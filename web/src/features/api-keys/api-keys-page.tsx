/** The keys with which programs use this workspace over HTTP. For owners alone: others may not read them. */
import { type ApiKey, apiKeyState } from '@docket/model/api-key';
import { type ApiUsage, keyPrincipal } from '@docket/model/api-usage';
import { LIMITS } from '@docket/model/limits';
import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { apiKeyReader, apiQueries, apiUsageReader } from '../../data/api-records.ts';
import { useQuery } from '../../data/hooks.ts';
import { valueOr } from '../../data/live.ts';
import type { Stored } from '../../data/reader.ts';
import { memberReader, queries } from '../../data/records.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNow } from '../../ui/use-now.ts';
import { urls } from '../../urls.ts';
import classes from './api-keys.module.css';
import { KeyDialog } from './key-dialog.tsx';
import { KeyRow } from './key-row.tsx';
import { inOrder } from './key-words.ts';

/** How often it is looked whether a key has expired, in milliseconds. */
const LOOK_MS = 30_000;

function ReferenceLink() {
  return (
    <Anchor component={Link} to={urls.apiReference()} underline="always">
      API reference
    </Anchor>
  );
}

function CreateButton({ onClick, disabled }: { onClick: () => void; disabled: boolean }) {
  return (
    <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={onClick} disabled={disabled}>
      Create key
    </Button>
  );
}

interface ListProps {
  keys: readonly Stored<ApiKey>[];
  usage: readonly Stored<ApiUsage>[];
  onCreate: () => void;
}

function KeyList({ keys, usage, onCreate }: ListProps) {
  const workspace = useWorkspace();
  const members = useQuery(queries.members(workspace.id), memberReader);
  const now = useNow(true, LOOK_MS);
  const full = keys.filter(({ data }) => apiKeyState(data, now) === 'active').length >= LIMITS.apiKeys;
  const names = new Map(
    valueOr(members, { records: [], malformed: [] }).records.map(({ data }) => [data.uid, data.display_name]),
  );
  const lastUsed = new Map(usage.map(({ id, data }) => [id, data.last_used_at]));
  return (
    <Card component="section" aria-label="API keys">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Text size="sm" c="dimmed" className={classes.text}>
            A key is refused from the moment it is revoked, and stays in this list. What can be asked for with
            one is in the <ReferenceLink />.
          </Text>
          <CreateButton onClick={onCreate} disabled={full} />
        </Group>
        {full && (
          <Text size="sm" c="dimmed">
            A workspace has up to {LIMITS.apiKeys} keys that are valid. Revoke one that is not used any more.
          </Text>
        )}
        <ul className={classes.list} aria-label="API keys">
          {inOrder(keys, now).map((key) => (
            <KeyRow
              key={key.id}
              apiKey={key}
              lastUsed={lastUsed.get(keyPrincipal(key.id)) ?? null}
              nameOf={(uid) => names.get(uid) ?? 'a former member'}
              now={now}
            />
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

/** A part of its own, so that nobody else asks for any of it. */
function Keys() {
  const workspace = useWorkspace();
  const keys = useQuery(apiQueries.keys(workspace.id), apiKeyReader);
  const usage = useQuery(apiQueries.usage(workspace.id), apiUsageReader);
  const [adding, dialog] = useDisclosure(false);
  if (keys.state === 'error')
    return <ErrorState title="The API keys could not be loaded" message={keys.message} />;
  if (usage.state === 'error')
    return <ErrorState title="The use of the API keys could not be loaded" message={usage.message} />;
  if (keys.state === 'loading' || usage.state === 'loading') return <RowsSkeleton rows={3} />;
  return (
    <>
      {keys.value.records.length === 0 ? (
        <EmptyState
          picture={<IconKey size={34} stroke={1.3} />}
          title="No API keys yet"
          action={<CreateButton onClick={dialog.open} disabled={false} />}
        >
          With a key, your shop system or a script of yours uploads linesheets and orders here, starts runs
          and fetches what comes of them. The <ReferenceLink /> lists all that can be asked for.
        </EmptyState>
      ) : (
        <KeyList keys={keys.value.records} usage={usage.value.records} onCreate={dialog.open} />
      )}
      {adding && <KeyDialog onClose={dialog.close} />}
    </>
  );
}

export default function ApiKeysPage() {
  const mayAdminister = useCan('administer');
  if (!mayAdminister) {
    return (
      <>
        <PageTitle>API keys</PageTitle>
        <ErrorState
          level={1}
          title="Only owners of this workspace can see its API keys"
          message="Ask one of them if a program of yours is to use Docket."
        />
      </>
    );
  }
  return (
    <Stack gap="lg" maw={860}>
      <PageTitle>API keys</PageTitle>
      <PageHeader
        title="API keys"
        description="Keys with which programs use this workspace over HTTP, as its members do in the browser."
      />
      <Keys />
    </Stack>
  );
}
