/** One value of an item in its details: read, write, and back to what was generated. */
import type { ItemEdits } from '@docket/model/item';
import { ActionIcon, Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ItemRow } from '../item-rows.ts';
import { displayValue, FIELD_LABELS, readValue, type WritableField, writtenValue } from '../item-values.ts';
import type { CellActions } from '../table/item-columns.tsx';
import classes from './item-drawer.module.css';

interface Props {
  row: ItemRow;
  field: WritableField;
  choices: readonly string[];
  /** Null where nothing can be edited. */
  actions: CellActions | null;
}

function Writing({
  row,
  field,
  choices,
  onEdit,
  onLeave,
}: Omit<Props, 'actions'> & { onEdit: (edits: ItemEdits) => void; onLeave: () => void }) {
  const before = writtenValue(row.shown, field);
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const keep = () => {
    if (text === before) return onLeave();
    const understood = readValue(field, text);
    if (!understood.ok) return setError(understood.message);
    onEdit(understood.value);
    onLeave();
  };
  const shared = {
    'aria-label': FIELD_LABELS[field],
    value: text,
    error,
    autoFocus: true,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') keep();
      if (event.key !== 'Escape') return;
      // The drawer would close as well.
      event.stopPropagation();
      onLeave();
    },
  } as const;
  return (
    <Stack gap="xs">
      {field === 'category' ? (
        <Autocomplete
          {...shared}
          data={[...choices]}
          onChange={setText}
          comboboxProps={{ withinPortal: false }}
        />
      ) : (
        <TextInput {...shared} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <Group gap="xs">
        <Button size="compact-sm" onClick={keep}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}

export function FieldRow({ row, field, choices, actions }: Props) {
  const [writing, setWriting] = useState(false);
  const value = displayValue(row.shown, field);
  const edited = row.item.edits[field] !== undefined;
  const generated = displayValue(row.generated, field);
  const label = FIELD_LABELS[field];
  return (
    <Line label={label}>
      {writing && actions !== null ? (
        <Writing
          row={row}
          field={field}
          choices={choices}
          onEdit={(edits) => actions.edit(row, edits)}
          onLeave={() => setWriting(false)}
        />
      ) : (
        <div className={classes.value}>
          <Text size="md" c={value === '' ? 'dimmed' : 'var(--mantine-color-text)'}>
            {value === '' ? 'none' : value}
          </Text>
          {actions !== null && (
            <ActionIcon aria-label={`Edit ${label.toLowerCase()}`} onClick={() => setWriting(true)}>
              <IconPencil size={15} stroke={1.8} aria-hidden />
            </ActionIcon>
          )}
        </div>
      )}
      {edited && (
        <Text size="xs" c="dimmed" className={classes.edited}>
          Edited. Generated: {generated === '' ? 'none' : generated}.{' '}
          {actions !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Back to generated ${label.toLowerCase()}`}
              onClick={() => actions.revert(row, field)}
            >
              Back to generated
            </Button>
          )}
        </Text>
      )}
    </Line>
  );
}

/** A name with its value. */
export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
