/** Adds a supplier, or changes what is known of one. */
import type { Supplier } from '@docket/model/inventory/supplier';
import { LIMITS } from '@docket/model/limits';
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import {
  addSupplier,
  changeSupplier,
  type SupplierDetails,
} from '../../../data/commands/supplier-commands.ts';
import { useClient } from '../../../data/hooks.ts';
import type { Stored } from '../../../data/reader.ts';
import { useActor } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { checkedSupplier, EMPTY_SUPPLIER } from './supplier-draft.ts';
import { folded } from './supplier-list.ts';

interface Props {
  /** Null: a new one. */
  supplier: Pick<Stored<Supplier>, 'id' | 'data'> | null;
  /** Those that there are, to notice one that is added again. */
  names: readonly string[];
  onClose: () => void;
}

function SupplierForm({ supplier, names, onClose }: Props) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const [typed, setTyped] = useState<SupplierDetails>(() => {
    if (supplier === null) return EMPTY_SUPPLIER;
    const { name, email, website, note } = supplier.data;
    return { name, email, website, note };
  });
  const [submitted, setSubmitted] = useState(false);
  const checked = checkedSupplier(typed);
  const problems = submitted && !checked.ok ? checked.problems : {};
  const known = names.some(
    (name) => name !== supplier?.data.name && folded(name) === folded(typed.name) && typed.name !== '',
  );
  const field = (name: keyof SupplierDetails) => ({
    value: typed[name],
    error: problems[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTyped((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (!checked.ok) return;
    if (supplier === null)
      void commit(addSupplier(actor, database.newId(), checked.details), 'The supplier could not be added');
    else
      void commit(
        changeSupplier(actor.workspaceId, supplier.id, checked.details),
        'The supplier could not be changed',
      );
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name"
          maxLength={LIMITS.nameCharacters}
          {...field('name')}
          description={known ? 'There is a supplier of this name already.' : undefined}
          data-autofocus
        />
        <TextInput
          label="E-mail"
          type="email"
          placeholder="orders@example.com"
          maxLength={LIMITS.nameCharacters}
          {...field('email')}
        />
        <TextInput
          label="Website"
          type="url"
          placeholder="https://example.com"
          maxLength={LIMITS.urlCharacters}
          {...field('website')}
        />
        <Textarea
          label="Note"
          description="Such as a customer number, or how to order."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LIMITS.noteCharacters}
          {...field('note')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">{supplier === null ? 'Add supplier' : 'Save'}</Button>
        </Group>
      </Stack>
    </form>
  );
}

export function SupplierDialog(props: Props) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={620}>{props.supplier === null ? 'New supplier' : 'Change supplier'}</Text>}
    >
      <SupplierForm {...props} />
    </Modal>
  );
}
