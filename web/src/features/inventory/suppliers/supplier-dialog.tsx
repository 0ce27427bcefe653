/** Adds a supplier, or changes what is known of one. */
import type { Supplier } from '@docket/model/inventory/supplier';
import { LIMITS } from '@docket/model/limits';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addSupplier, changeSupplier, type SupplierDetails } from '@docket/model/commands/supplier-commands';
import { useClient } from '../../../data/hooks.ts';
import type { Stored } from '../../../data/reader.ts';
import { useActor } from '../../../data/workspace.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
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

export function SupplierDialog({ supplier, names, onClose }: Props) {
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
  const submit = () => {
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
    <FormDialog
      title={supplier === null ? 'New supplier' : 'Change supplier'}
      submitLabel={supplier === null ? 'Add supplier' : 'Save'}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
