/** Asks for the name of a new workspace: the first thing after signing up. */
import { LIMITS } from '@docket/model/limits';
import { workspaceSchema } from '@docket/model/workspace';
import { Button, Card, Center, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createWorkspace } from '@docket/model/commands/workspace-commands';
import { useClient, useUser } from '../data/hooks.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { useCommit } from '../ui/use-commit.tsx';
import { urls } from '../urls.ts';
import { Brand } from './brand.tsx';

export default function CreateWorkspacePage() {
  const user = useUser();
  const { database } = useClient().backend;
  const commit = useCommit();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const parsed = workspaceSchema.shape.name.safeParse(name);
    if (!parsed.success) return setError('Give the workspace a name.');
    setBusy(true);
    const id = database.newId();
    const writes = createWorkspace(user, database.serverTime(), id, parsed.data);
    const created = await commit(writes, 'The workspace could not be created');
    setBusy(false);
    if (created) void navigate(urls.collections(id));
  };
  return (
    <Center mih="100dvh" p="md" component="main">
      <PageTitle>New workspace</PageTitle>
      <Stack gap="lg" w="100%" maw={400}>
        <Brand size={30} />
        <Card padding="lg">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <Stack gap="md">
              <Stack gap={4}>
                <Title order={1}>Name your workspace</Title>
                <Text c="dimmed">A workspace holds your collections and the people you work with.</Text>
              </Stack>
              <TextInput
                label="Workspace name"
                placeholder="Nordlicht Store"
                maxLength={LIMITS.nameCharacters}
                value={name}
                error={error}
                onChange={(event) => {
                  setName(event.currentTarget.value);
                  setError(null);
                }}
              />
              <Button type="submit" loading={busy}>
                Create workspace
              </Button>
            </Stack>
          </form>
        </Card>
      </Stack>
    </Center>
  );
}
