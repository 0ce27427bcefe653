/** The current workspace, and the way to the others. */
import { paths } from '@docket/model/paths';
import type { Member } from '@docket/model/workspace';
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useDocument } from '../../data/hooks.ts';
import { workspaceReader } from '../../data/records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import classes from './menus.module.css';

function WorkspaceItem({ id, current }: { id: string; current: boolean }) {
  const workspace = useDocument(paths.workspace(id), workspaceReader);
  const name = workspace.state === 'ready' ? (workspace.value?.data.name ?? 'Deleted workspace') : '…';
  return (
    <Menu.Item
      component={Link}
      to={urls.collections(id)}
      rightSection={current ? <IconCheck size={14} aria-hidden /> : null}
      aria-current={current || undefined}
    >
      {name}
    </Menu.Item>
  );
}

/** `memberships` are those of the signed-in person. */
export function WorkspaceMenu({ memberships }: { memberships: readonly Member[] }) {
  const workspace = useWorkspace();
  return (
    <Menu width={216} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.initial} aria-hidden>
            {workspace.name.slice(0, 1).toUpperCase()}
          </span>
          <Text fw={560} truncate flex={1}>
            <span className="docket-hidden">Workspace </span>
            {workspace.name}
          </Text>
          <IconSelector size={15} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Workspaces</Menu.Label>
        {memberships.map(({ workspace_id: id }) => (
          <WorkspaceItem key={id} id={id} current={id === workspace.id} />
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to={urls.newWorkspace()} leftSection={<IconPlus size={14} aria-hidden />}>
          New workspace
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
