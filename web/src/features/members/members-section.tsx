/** Everybody in the workspace. Owners change roles and remove; everybody may leave. */
import { Card, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery, useUser } from '../../data/hooks.ts';
import { memberReader, queries } from '../../data/records.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { DamagedRecords } from '../../ui/damaged-records.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { MemberRow } from './member-row.tsx';
import { inOrder } from './member-words.ts';
import classes from './members.module.css';

export function MembersSection() {
  const workspace = useWorkspace();
  const { uid: own } = useUser();
  const mayAdminister = useCan('administer');
  const live = useQuery(queries.members(workspace.id), memberReader);
  const members = useMemo(
    () => (live.state === 'ready' ? inOrder(live.value.records.map(({ data }) => data)) : null),
    [live],
  );
  if (live.state === 'error')
    return <ErrorState title="The members could not be loaded" message={live.message} />;
  const owners = members?.filter(({ role }) => role === 'owner') ?? [];
  return (
    <Card component="section" aria-label="Members">
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={2}>Members</Title>
          <Text size="sm" c="dimmed">
            {mayAdminister
              ? 'Choose what each of them may do. Who is removed sees nothing of the workspace any more.'
              : 'Owners change what somebody may do.'}
          </Text>
        </Stack>
        {members === null && <RowsSkeleton rows={3} />}
        {live.state === 'ready' && <DamagedRecords what="Some members" records={live.value.malformed} />}
        {members !== null && (
          <ul className={classes.list} aria-label="Members">
            {members.map((member) => (
              <MemberRow
                key={member.uid}
                member={member}
                isSelf={member.uid === own}
                isOnlyOwner={owners.length === 1 && member.role === 'owner'}
              />
            ))}
          </ul>
        )}
      </Stack>
    </Card>
  );
}
