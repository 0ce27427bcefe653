/** Who is signed in, and the way out. */
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useClient, useUser } from '../../data/hooks.ts';
import { useWorkspace } from '../../data/workspace.ts';
import classes from './menus.module.css';

export function AccountMenu() {
  const { accounts } = useClient().backend;
  const { displayName, email } = useUser();
  const { role } = useWorkspace();
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
        <Menu.Item leftSection={<IconLogout size={14} aria-hidden />} onClick={() => void accounts.signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
