/** The contents of the drawer of an item. */
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useCan } from '../../../../data/workspace.ts';
import { useIsMounted } from '../../../../ui/use-is-mounted.ts';
import { ItemSuppliers } from '../../suppliers/item-suppliers.tsx';
import {
  describedItem,
  draftOf,
  type ItemDraft,
  judgeDraft,
  type Problems,
  sameDraft,
} from '../form/item-draft.ts';
import { ItemForm } from '../form/item-form.tsx';
import { tellRefusal } from '../form/tell-refusal.ts';
import type { SaveItem } from '../form/use-save-item.ts';
import type { InventoryRow } from '../item-rows.ts';
import classes from '../items.module.css';
import type { SaveStates } from '../save-states.ts';
import type { Inventory } from '../use-inventory.ts';
import { StockHistory } from './stock-history.tsx';
import { StockSection } from './stock-section.tsx';

interface Props {
  row: InventoryRow;
  inventory: Inventory;
  save: SaveItem;
  saves: SaveStates;
  /** Hears whether there is something that is not saved. */
  onChanged: (changed: boolean) => void;
  onDelete: () => void;
}

/** Why saving was refused. */
interface Refusal {
  message: string;
  problems: Problems;
}

/** What was typed lies over what is stored, so that what others change meanwhile shows in all other fields. */
function Fields({ row, inventory, save, saves, onChanged }: Omit<Props, 'onDelete'>) {
  const mayEdit = useCan('edit');
  const saving = useStore(saves.states, (states) => states.get(row.id));
  const [edits, setEdits] = useState<Partial<ItemDraft>>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isMounted = useIsMounted();
  const stored = draftOf(row.item);
  const draft = { ...stored, ...edits, quantity: stored.quantity };
  const changed = !sameDraft(stored, draft);
  useEffect(() => onChanged(changed), [changed, onChanged]);
  const nameOfSku = (sku: string) =>
    inventory.rows.find(({ id, item }) => id !== row.id && item.sku === sku)?.item.name ?? null;
  const judged = judgeDraft(draft, row.item.location_id, nameOfSku);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!judged.ok || !changed) return;
    setRefusal(null);
    setEdits({});
    const done = save.change(row.id, describedItem(row.item), judged.wish).catch(() => ({
      ok: false as const,
      message: 'Something went wrong on our side. Try again.',
      problems: {},
    }));
    saves.follow(row.id, done);
    void done.then((saved) => {
      if (saved.ok) return;
      if (!isMounted()) {
        tellRefusal(draft.name, saved.message);
        return;
      }
      setRefusal(saved);
      // Nothing that was typed is lost, and nothing that was typed since is overwritten.
      setEdits((since) => ({ ...edits, ...since }));
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Details of the item">
      <Stack gap="md">
        {refusal !== null && (
          <Alert color="red" title="The changes could not be saved" role="alert">
            {refusal.message} What you typed is still here.
          </Alert>
        )}
        <ItemForm
          draft={draft}
          onChange={(change) => {
            setRefusal(null);
            setEdits((before) => ({ ...before, ...change }));
          }}
          problems={{ ...refusal?.problems, ...(judged.ok ? {} : judged.problems) }}
          inventory={inventory}
          isNew={false}
          disabled={!mayEdit}
        />
        {mayEdit && (
          <Group justify="flex-end" gap="sm">
            {!changed && saving !== undefined && (
              <output className={classes.saved}>{saving === 'saving' ? 'Saving…' : 'Saved'}</output>
            )}
            <Button
              variant="default"
              disabled={!changed}
              onClick={() => {
                setRefusal(null);
                setEdits({});
              }}
            >
              Discard changes
            </Button>
            <Button type="submit" disabled={!changed || !judged.ok}>
              Save
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

export function ItemDetails({ onDelete, ...props }: Props) {
  const mayEdit = useCan('edit');
  const { id, item } = props.row;
  return (
    // Toasts lie over the end of the drawer: it can be scrolled out from below them.
    <Stack gap="lg" pb={200}>
      <Stack gap={2}>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {item.name}
        </Title>
        <Text c="dimmed" ff="monospace" size="sm">
          {item.sku}
        </Text>
      </Stack>
      <StockSection row={props.row} />
      <section className={classes.section} aria-label="Details">
        <Title order={3}>Details</Title>
        <Fields {...props} />
      </section>
      <div className={classes.section}>
        <ItemSuppliers itemId={id} />
      </div>
      <StockHistory itemId={id} />
      {mayEdit && (
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} stroke={1.8} aria-hidden />}
            onClick={onDelete}
          >
            Delete item
          </Button>
        </Group>
      )}
    </Stack>
  );
}
