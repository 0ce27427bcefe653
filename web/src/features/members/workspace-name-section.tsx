/** What the workspace is called. */
import { renameWorkspace } from '@docket/model/commands/workspace-commands';
import { LIMITS } from '@docket/model/limits';
import { workspaceSchema } from '@docket/model/workspace';
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SyntheticEvent, useState } from 'react';
import { useWorkspace } from '../../data/workspace.ts';
import { useCommit } from '../../ui/use-commit.tsx';
import classes from './members.module.css';

export function WorkspaceNameSection() {
  const { id, name } = useWorkspace();
  const commit = useCommit();
  /** Null: nobody has typed, so that it follows what somebody else calls it. */
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = workspaceSchema.shape.name.safeParse(typed);
    if (!wanted.success) return setError('Give the workspace a name.');
    const renamed = await commit(renameWorkspace(id, wanted.data), 'The workspace could not be renamed');
    if (!renamed) return;
    setTyped(null);
    notifications.show({ message: `The workspace is called “${wanted.data}” now.` });
  };
  return (
    <Card component="section" aria-label="Workspace">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Stack gap={2}>
            <Title order={2}>Workspace</Title>
            <Text size="sm" c="dimmed">
              Its name stands in the menu of every member, and in invitations.
            </Text>
          </Stack>
          <Group align="flex-end" gap="sm">
            <TextInput
              className={classes.name}
              label="Workspace name"
              maxLength={LIMITS.nameCharacters}
              value={typed ?? name}
              error={error}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setError(null);
              }}
            />
            <Button type="submit" variant="default" disabled={typed === null || typed.trim() === name}>
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
