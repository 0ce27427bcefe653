/** The way to a collection's history from every tab: a button beside its state, and the address. */
import type { Collection } from '@docket/model/collection';
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Stored } from '../../../data/reader.ts';
import { HISTORY_PARAMETER } from '../../../urls.ts';

const HistoryDrawer = lazy(() => import('./history-drawer.tsx'));

export function CollectionHistory({ collection }: { collection: Stored<Collection> }) {
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const opened = new URLSearchParams(search).has(HISTORY_PARAMETER);
  const button = useRef<HTMLButtonElement>(null);
  // Once it has been opened it stays, so that it can close smoothly.
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);
  const show = (open: boolean) =>
    void navigate(open ? `${pathname}?${HISTORY_PARAMETER}` : pathname, { replace: true, state });
  // The drawer may have been opened by an address or an item of a menu that has gone.
  const close = () => {
    show(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        variant="subtle"
        color="ink"
        size="compact-sm"
        leftSection={<IconHistory size={15} stroke={1.8} aria-hidden />}
        onClick={() => show(true)}
      >
        History
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <HistoryDrawer collection={collection} opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
