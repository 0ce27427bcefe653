/** Asks what the job that finds vehicles for parts is to be called, and opens it. */
import { LIMITS } from '@docket/model/limits';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createSelectionJob } from '@docket/model/commands/fitment-commands';
import { useClient } from '../../../../data/hooks.ts';
import { useActor } from '../../../../data/workspace.ts';
import { FormDialog } from '../../../../ui/form-dialog.tsx';
import { useCommit } from '../../../../ui/use-commit.tsx';
import { urls } from '../../../../urls.ts';
import { type PartRow, partsLabel } from '../part-rows.ts';
import { selectionName } from './job-name.ts';

interface Props {
  /** At least one, and not more than a job takes. */
  rows: readonly PartRow[];
  onClose: () => void;
}

export default function FindDialog({ rows, onClose }: Props) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const navigate = useNavigate();
  const [name, setName] = useState(() =>
    selectionName(
      rows.map(({ part }) => part.part_number),
      new Date(),
    ),
  );
  const [submitted, setSubmitted] = useState(false);
  const submit = () => {
    setSubmitted(true);
    if (name.trim() === '') return;
    const id = database.newId();
    const ids = rows.map((row) => row.id);
    void commit(createSelectionJob(actor, id, name, ids), 'The job could not be created');
    void navigate(urls.fitmentJob(actor.workspaceId, id));
  };
  return (
    <FormDialog title="Find fitments" submitLabel="Find fitments" onSubmit={submit} onClose={onClose}>
      <Text size="sm" c="dimmed">
        The texts of {partsLabel(rows.length)} are read for the vehicles they name, and these are looked up in
        the vehicle table. Nothing counts before somebody has approved it.
      </Text>
      <TextInput
        label="Name of the job"
        maxLength={LIMITS.nameCharacters}
        value={name}
        error={submitted && name.trim() === '' ? 'Give the job a name.' : null}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}
