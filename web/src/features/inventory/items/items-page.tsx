/** What a workspace keeps in stock: listing it, adding to it, and everything about one item. */
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconFileImport, IconPlus, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useClient } from '../../../data/hooks.ts';
import { useCan } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useIsMounted } from '../../../ui/use-is-mounted.ts';
import { InventoryTabs } from '../inventory-tabs.tsx';
import { usePrintLabels } from '../labels/use-print-labels.ts';
import { type ItemDraft, type ItemWish, NEW_DRAFT } from './form/item-draft.ts';
import type { NewItemStart } from './form/new-item-dialog.tsx';
import { tellRefusal } from './form/tell-refusal.ts';
import { useSaveItem } from './form/use-save-item.ts';
import type { CellPorts } from './item-cells.tsx';
import type { InventoryRow } from './item-rows.ts';
import { ItemsEmpty } from './items-empty.tsx';
import { ItemsView } from './items-view.tsx';
import { PictureNewsProvider } from '../../images/pictures/pictures.tsx';
import { createSaveStates } from './save-states.ts';
import { useExport } from './use-export.ts';
import { useInventory } from './use-inventory.ts';
import { useOpenedItem } from './use-opened-item.ts';

const ImportDialog = lazy(() => import('../import/import-dialog.tsx'));
const ItemDrawer = lazy(() => import('./drawer/item-drawer.tsx'));
const NewItemDialog = lazy(() => import('./form/new-item-dialog.tsx'));

const START: NewItemStart = { key: 'new', draft: NEW_DRAFT, problems: {}, message: null };

const inTime = (task: () => void, ms: number) => void setTimeout(task, ms);

export default function InventoryItemsPage() {
  const { database } = useClient().backend;
  const mayEdit = useCan('edit');
  const inventory = useInventory();
  const { rows, state, damaged } = inventory;
  const { itemId, open, close } = useOpenedItem();
  const { print, printing } = usePrintLabels();
  const { exporting, exportAll } = useExport(inventory);
  const save = useSaveItem(rows);
  const [saves] = useState(() => createSaveStates(inTime));
  // The first one is open; behind it wait those that were refused meanwhile.
  const [forms, setForms] = useState<readonly NewItemStart[]>([]);
  const closeForm = () => setForms((before) => before.slice(1));
  const isMounted = useIsMounted();
  const [importing, importDialog] = useDisclosure(false);
  const [drawn, setDrawn] = useState(false);
  if (itemId !== null && !drawn) setDrawn(true);

  const openRow = useCallback(({ id }: InventoryRow) => open(id), [open]);
  const ports = useMemo((): CellPorts => ({ open: openRow, mayEdit, saves }), [openRow, mayEdit, saves]);

  const add = (wish: ItemWish, draft: ItemDraft) => {
    closeForm();
    const id = database.newId();
    const done = save.add(id, wish).catch(() => ({
      ok: false as const,
      message: 'Something went wrong on our side. Try again.',
      problems: {},
    }));
    saves.follow(id, done);
    // Nothing that was typed is lost by a refusal.
    void done.then((saved) => {
      if (saved.ok) return;
      const { problems, message } = saved;
      if (isMounted()) setForms((before) => [...before, { key: id, draft, problems, message }]);
      else tellRefusal(draft.name, message);
    });
  };

  const [form] = forms;
  const empty = state === 'ready' && rows.length === 0 && damaged.length === 0;
  const adders = mayEdit && (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden />}
        onClick={importDialog.open}
      >
        Import CSV
      </Button>
      <Button
        leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
        onClick={() => setForms((before) => (before.length === 0 ? [START] : before))}
      >
        New item
      </Button>
    </>
  );
  return (
    <PictureNewsProvider>
      <Stack gap="md">
        <PageTitle>Inventory</PageTitle>
        <PageHeader
          title="Inventory"
          description="What is kept in stock, where it is, and how much of it there is."
          actions={
            !empty && (
              <>
                <Button
                  variant="default"
                  loading={printing}
                  disabled={rows.length === 0}
                  leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}
                  onClick={() => print(rows.map(({ id }) => id))}
                >
                  Print all labels
                </Button>
                <Button
                  variant="default"
                  loading={exporting}
                  disabled={rows.length === 0}
                  leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
                  onClick={exportAll}
                >
                  Export CSV
                </Button>
                {adders}
              </>
            )
          }
        />
        <InventoryTabs current="items" />
        <DamagedRecords what="Some items" records={damaged} />
        {state === 'loading' && <RowsSkeleton />}
        {state === 'error' && (
          <ErrorState title="The items could not be loaded" message={inventory.message} />
        )}
        {empty && (
          <ItemsEmpty
            action={
              mayEdit && (
                <Group gap="sm" justify="center">
                  {adders}
                </Group>
              )
            }
          />
        )}
        {rows.length > 0 && (
          <ItemsView inventory={inventory} ports={ports} onPrint={print} printing={printing} />
        )}
        {drawn && (
          <Suspense fallback={null}>
            <ItemDrawer itemId={itemId} inventory={inventory} save={save} saves={saves} onClose={close} />
          </Suspense>
        )}
        {form !== undefined && (
          <Suspense fallback={null}>
            <NewItemDialog
              key={form.key}
              start={form}
              inventory={inventory}
              lookAhead={save.lookAhead}
              onSubmit={add}
              onClose={closeForm}
            />
          </Suspense>
        )}
        {importing && (
          <Suspense fallback={null}>
            <ImportDialog opened onClose={importDialog.close} />
          </Suspense>
        )}
      </Stack>
    </PictureNewsProvider>
  );
}
