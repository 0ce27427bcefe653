/** The contents of the drawer of a part. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCar, IconTrash } from '@tabler/icons-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { changePart } from '@docket/model/commands/fitment-commands';
import { useActor, useCan } from '../../../../data/workspace.ts';
import { useCommit } from '../../../../ui/use-commit.tsx';
import { useIsMounted } from '../../../../ui/use-is-mounted.ts';
import { when } from '../../../collections/history/history-words.ts';
import { describedPart, draftOf, judgeDraft, type PartDraft, sameDraft } from '../form/part-draft.ts';
import { PartForm } from '../form/part-form.tsx';
import type { PartRow } from '../part-rows.ts';

interface Props {
  row: PartRow;
  /** Hears whether there is something that is not saved. */
  onChanged: (changed: boolean) => void;
  onFind: () => void;
  onDelete: () => void;
}

const GONE = 'Somebody else has deleted it meanwhile. What you typed is still here.';

/** What was typed lies over what is stored, so that what others change meanwhile shows in all other fields. */
function Fields({ row, onChanged }: Pick<Props, 'row' | 'onChanged'>) {
  const mayEdit = useCan('edit');
  const actor = useActor();
  const commit = useCommit();
  const isMounted = useIsMounted();
  const [edits, setEdits] = useState<Partial<PartDraft>>({});
  const stored = draftOf(row.part);
  const draft = { ...stored, ...edits };
  const changed = !sameDraft(stored, draft);
  useEffect(() => onChanged(changed), [changed, onChanged]);
  const judged = judgeDraft(draft, row.part);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!judged.ok || !changed) return;
    const writes = changePart(actor, row.id, describedPart(row.part), judged.described);
    setEdits({});
    if (writes.length === 0) return;
    const saved = await commit(writes, `${row.part.part_number} could not be saved`, GONE);
    // Nothing that was typed is lost, and nothing that was typed since is overwritten.
    if (!saved && isMounted()) setEdits((since) => ({ ...edits, ...since }));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Details of the part">
      <Stack gap="md">
        <PartForm
          draft={draft}
          onChange={(change) => setEdits((before) => ({ ...before, ...change }))}
          problems={judged.ok ? {} : judged.problems}
          isNew={false}
          readOnly={!mayEdit}
        />
        {mayEdit && (
          <Group justify="flex-end" gap="sm">
            <Button variant="default" disabled={!changed} onClick={() => setEdits({})}>
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

export function PartDetails({ row, onChanged, onFind, onDelete }: Props) {
  const mayEdit = useCan('edit');
  const { part_number: number, created_at: created, updated_at: updated } = row.part;
  return (
    // Toasts lie over the end of the drawer: it can be scrolled out from below them.
    <Stack gap="lg" pb={200}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 200px' }}>
          <Title order={2} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {number}
          </Title>
          <Text c="dimmed" size="sm">
            Added {when(created)}
            {updated.getTime() !== created.getTime() && `, changed ${when(updated)}`}
          </Text>
        </Stack>
        {mayEdit && (
          <Button
            variant="default"
            leftSection={<IconCar size={16} stroke={1.8} aria-hidden />}
            onClick={onFind}
          >
            Find fitments
          </Button>
        )}
      </Group>
      <Fields row={row} onChanged={onChanged} />
      {mayEdit && (
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} stroke={1.8} aria-hidden />}
            onClick={onDelete}
          >
            Delete part
          </Button>
        </Group>
      )}
    </Stack>
  );
}
