/** Gives the same category, delivery or season to many items. */
import type { ItemEdits } from '@docket/model/item';
import { LIMITS } from '@docket/model/limits';
import { Autocomplete, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ItemRow } from '../item-rows.ts';
import { FIELD_LABELS } from '../item-values.ts';

interface Props {
  field: 'category' | 'delivery' | 'season';
  rows: readonly ItemRow[];
  /** Values to choose from. */
  choices: readonly string[];
  onApply: (label: string, edit: (row: ItemRow) => ItemEdits | null) => void;
  onClose: () => void;
}

export function ValueDialog({ field, rows, choices, onApply, onClose }: Props) {
  const [text, setText] = useState('');
  const label = FIELD_LABELS[field];
  const value = text.trim();
  const items = rows.length === 1 ? '1 item' : `${rows.length.toLocaleString('en')} items`;
  const apply = () => {
    onApply(`${label} of ${items} set to ${value === '' ? 'nothing' : `“${value}”`}`, () => ({
      [field]: value === '' ? null : value,
    }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620}>{`Set the ${label.toLowerCase()}`}</Text>}
      size="sm"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Stack gap="md">
          <Autocomplete
            label={label}
            description={`For ${items}. Left empty, it is taken away.`}
            data={[...choices]}
            value={text}
            maxLength={LIMITS.itemTextCharacters}
            onChange={setText}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Set for {items}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
