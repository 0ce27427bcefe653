/** Says so when an owner has changed what the signed-in person may do, while they have the page open. */
import { aRole, ROLE_DESCRIPTIONS } from '@docket/model/members/roles-in-words';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useWorkspace } from '../data/workspace.ts';

/** For one workspace: in another one, another role is no news. */
export function RoleAnnouncer() {
  const { role } = useWorkspace();
  const before = useRef(role);
  useEffect(() => {
    if (before.current === role) return;
    before.current = role;
    notifications.show({ title: `You are ${aRole(role)} now`, message: ROLE_DESCRIPTIONS[role] });
  }, [role]);
  return null;
}
