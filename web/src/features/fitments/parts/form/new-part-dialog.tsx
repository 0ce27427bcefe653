/** Asks what a new part is. It closes at once; saving goes on behind it. */
import type { DescribedPart } from '@docket/model/fitment/part';
import { partIdOf } from '@docket/model/fitment/part';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { sha256 } from '../../../../data/hash.ts';
import type { PartRow } from '../part-rows.ts';
import { judgeDraft, NEW_DRAFT, type PartDraft } from './part-draft.ts';
import { PartForm } from './part-form.tsx';

/** A part that can be added. */
export interface NewPart {
  id: string;
  partNumber: string;
  described: DescribedPart;
}

interface Props {
  /** All parts: what has a number already is known by them. */
  rows: readonly PartRow[];
  /** What was typed before, where it was refused. */
  start: PartDraft | null;
  onSubmit: (part: NewPart, draft: PartDraft) => void;
  onClose: () => void;
}

const idOf = (partNumber: string) => partIdOf(partNumber, (text) => sha256(new TextEncoder().encode(text)));

function Form({ rows, start, onSubmit, onClose }: Props) {
  const [draft, setDraft] = useState(start ?? NEW_DRAFT);
  const [submitted, setSubmitted] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const judged = judgeDraft(draft, null);
  const problems = {
    ...(submitted && !judged.ok && judged.problems),
    ...(taken !== null && { partNumber: taken }),
  };
  const submit = async () => {
    setSubmitted(true);
    if (!judged.ok) return;
    const { partNumber, described } = judged;
    const id = await idOf(partNumber);
    const other = rows.find((row) => row.id === id)?.part;
    if (other === undefined) onSubmit({ id, partNumber, described }, draft);
    else setTaken(`There is a part ${other.part_number} already. Change that one, or choose another number.`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      noValidate
    >
      <Stack gap="lg">
        <PartForm
          draft={draft}
          onChange={(change) => {
            if (change.partNumber !== undefined) setTaken(null);
            setDraft((before) => ({ ...before, ...change }));
          }}
          problems={problems}
          isNew
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Add part</Button>
        </Group>
      </Stack>
    </form>
  );
}

export default function NewPartDialog(props: Props) {
  const narrow = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={620}>New part</Text>}
      size="lg"
      fullScreen={narrow ?? false}
    >
      <Form {...props} />
    </Modal>
  );
}
