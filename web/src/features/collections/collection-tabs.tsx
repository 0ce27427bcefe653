/** The four tabs of a collection. A locked one can be focused and says why it is locked, but does not open. */
import type { Collection } from '@docket/model/collection';
import { COLLECTION_TAB_LABELS, COLLECTION_TABS, type CollectionTab, tabAccess } from '@docket/model/tabs';
import { Tabs, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './collection-tabs.module.css';

interface Props {
  collection: Collection;
  current: CollectionTab;
  onOpen: (tab: CollectionTab) => void;
  children: ReactNode;
}

function CollectionTabButton({ tab, collection }: { tab: CollectionTab; collection: Collection }) {
  const access = tabAccess(tab, collection);
  if (access.open)
    return (
      <Tabs.Tab value={tab} data-tab={tab}>
        {COLLECTION_TAB_LABELS[tab]}
      </Tabs.Tab>
    );
  return (
    <Tooltip label={access.reason}>
      <Tabs.Tab
        value={tab}
        data-tab={tab}
        aria-disabled
        aria-description={access.reason}
        className={classes.locked}
        rightSection={<IconLock size={13} stroke={1.8} aria-hidden />}
        onClick={(event) => event.preventDefault()}
      >
        {COLLECTION_TAB_LABELS[tab]}
      </Tabs.Tab>
    </Tooltip>
  );
}

export function CollectionTabs({ collection, current, onOpen, children }: Props) {
  const open = (value: string | null) => {
    const tab = COLLECTION_TABS.find((candidate) => candidate === value);
    if (tab !== undefined && tabAccess(tab, collection).open) onOpen(tab);
  };
  const list = useRef<HTMLDivElement>(null);
  // On a phone the row of tabs is wider than the screen.
  useEffect(() => {
    list.current
      ?.querySelector(`[data-tab='${current}']`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <Tabs value={current} onChange={open} activateTabWithKeyboard={false} keepMounted={false}>
      <Tabs.List ref={list} className={classes.list} aria-label="Parts of the collection">
        {COLLECTION_TABS.map((tab) => (
          <CollectionTabButton key={tab} tab={tab} collection={collection} />
        ))}
      </Tabs.List>
      {COLLECTION_TABS.map((tab) => (
        <Tabs.Panel key={tab} value={tab} pt="lg">
          {tab === current && children}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
