/** Who is signed in, who else works here, what people and programs are told and let do, and the way out. */
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBell, IconKey, IconLogout, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useClient, useUser } from '../../data/hooks.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import classes from './menus.module.css';

/** `onNavigate` runs when a page has been chosen. */
export function AccountMenu({ onNavigate }: { onNavigate: () => void }) {
  const { accounts } = useClient().backend;
  const { displayName, email } = useUser();
  const { id, role } = useWorkspace();
  const mayAdminister = useCan('administer');
  return (
    <Menu width={216} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.initial} data-round aria-hidden>
            {displayName.slice(0, 1).toUpperCase()}
          </span>
          <Text size="sm" truncate flex={1}>
            <span className="docket-hidden">Account </span>
            {displayName}
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {email} · {role}
        </Menu.Label>
        <Menu.Item
          component={Link}
          to={urls.members(id)}
          leftSection={<IconUsers size={14} aria-hidden />}
          onClick={onNavigate}
        >
          Members
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={urls.notifications(id)}
          leftSection={<IconBell size={14} aria-hidden />}
          onClick={onNavigate}
        >
          Notifications
        </Menu.Item>
        {mayAdminister && (
          <Menu.Item
            component={Link}
            to={urls.apiKeys(id)}
            leftSection={<IconKey size={14} aria-hidden />}
            onClick={onNavigate}
          >
            API keys
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={14} aria-hidden />} onClick={() => void accounts.signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
