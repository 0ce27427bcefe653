/** Adds a place, or changes what is said about one. */
import { LIMITS } from '@docket/model/limits';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addLocation, changeLocation } from '@docket/model/commands/inventory-commands';
import { useClient } from '../../../data/hooks.ts';
import type { StoredLocation } from '../../../data/inventory-records.ts';
import { useActor } from '../../../data/workspace.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { nameProblem } from './location-rows.ts';

interface Props {
  /** Null: a new one. */
  location: Pick<StoredLocation, 'id' | 'data'> | null;
  /** Of the other places. */
  names: readonly string[];
  onClose: () => void;
}

export function LocationDialog({ location, names, onClose }: Props) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const [name, setName] = useState(location?.data.name ?? '');
  const [description, setDescription] = useState(location?.data.description ?? '');
  const [submitted, setSubmitted] = useState(false);
  const problem = nameProblem(name, names);
  const submit = () => {
    setSubmitted(true);
    if (problem !== null) return;
    const described = { name: name.trim(), description: description.trim() };
    if (location === null)
      void commit(addLocation(actor, database.newId(), described), 'The location could not be added');
    else
      void commit(
        changeLocation(actor.workspaceId, location.id, described),
        'The location could not be changed',
      );
    onClose();
  };
  return (
    <FormDialog
      title={location === null ? 'New location' : 'Change location'}
      submitLabel={location === null ? 'Add location' : 'Save'}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        maxLength={LIMITS.nameCharacters}
        value={name}
        error={submitted ? problem : null}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.noteCharacters}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
