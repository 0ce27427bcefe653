/** Writing into a cell: Enter keeps it, Escape leaves it, Tab goes on to the next one. */
import type { ItemEdits } from '@docket/model/item';
import { Autocomplete, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { EditSession } from '../../../../ui/data-table.tsx';
import type { ItemRow } from '../item-rows.ts';
import { FIELD_LABELS, readValue, type WritableField, writtenValue } from '../item-values.ts';
import { itemTitle } from '../item-words.ts';
import classes from './items-grid.module.css';

interface Props {
  row: ItemRow;
  field: WritableField;
  /** Values to choose from besides what is written. */
  choices?: readonly string[] | undefined;
  onEdit: (row: ItemRow, edits: ItemEdits) => void;
  session: EditSession;
}

export function CellEditor({ row, field, choices, onEdit, session }: Props) {
  const before = writtenValue(row.shown, field);
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const ended = useRef(false);

  const leave = (to: Parameters<EditSession['leave']>[0]) => {
    ended.current = true;
    session.leave(to);
  };
  /** Keeps what was written, unless it cannot be understood: then the cell stays open. */
  const keep = (written: string, to: Parameters<EditSession['leave']>[0]) => {
    if (ended.current) return;
    if (written === before) return leave(to);
    const understood = readValue(field, written);
    if (understood.ok) {
      onEdit(row, understood.value);
      return leave(to);
    }
    if (to !== 'away') return setError(understood.message);
    notifications.show({
      color: 'red',
      title: `“${written}” was not kept`,
      message: `${FIELD_LABELS[field]} of ${itemTitle(row.shown)}: ${understood.message}`,
    });
    leave(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') leave('stay');
    else if (event.key === 'Enter') keep(text, 'stay');
    else if (event.key === 'Tab') keep(text, event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  const shared = {
    'aria-label': `${FIELD_LABELS[field]} of ${itemTitle(row.shown)}`,
    variant: 'unstyled',
    size: 'sm',
    value: text,
    error: error !== null,
    autoFocus: true,
    onKeyDownCapture: onKeyDown,
    onBlur: () => keep(text, 'away'),
    onFocus: (event: { currentTarget: HTMLInputElement }) => event.currentTarget.select(),
  } as const;
  return (
    <div className={classes.editor}>
      {choices === undefined ? (
        <TextInput
          {...shared}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setError(null);
          }}
        />
      ) : (
        <Autocomplete
          {...shared}
          data={[...choices]}
          onChange={(value) => {
            setText(value);
            setError(null);
          }}
          onOptionSubmit={(value) => keep(value, 'stay')}
          comboboxProps={{ portalProps: { target: '#content' }, width: 220, position: 'bottom-start' }}
        />
      )}
      {error !== null && (
        <span role="alert" className={classes.problem}>
          {error}
        </span>
      )}
    </div>
  );
}
