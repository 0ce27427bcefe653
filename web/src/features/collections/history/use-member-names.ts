/** What the people of the workspace are called. */
import { useMemo } from 'react';
import { useQuery, useUser } from '../../../data/hooks.ts';
import { memberReader, queries } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';

/** The returned function gives a person's name by uid; words for oneself and for who has left. */
export function useMemberNames(): (uid: string) => string {
  const { uid: own } = useUser();
  const members = useQuery(queries.members(useWorkspace().id), memberReader);
  return useMemo(() => {
    if (members.state !== 'ready') return (uid) => (uid === own ? 'You' : '…');
    const names = new Map(members.value.records.map(({ data }) => [data.uid, data.display_name]));
    return (uid) => (uid === own ? 'You' : (names.get(uid) ?? 'Former member'));
  }, [members, own]);
}
